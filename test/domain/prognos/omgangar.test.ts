import { iOmgangar } from "../../../src/domain/prognos";

/** A clock that each piece of work moves on by 15 ms. */
function rum() {
  let tid = 0;
  let pauser = 0;
  const framsteg: number[] = [];
  return {
    arbete: (post: number) => {
      tid += 15;
      return post * post;
    },
    val: {
      klocka: () => tid,
      paus: async () => void pauser++,
      framsteg: (klara: number, alla: number) => void framsteg.push(klara / alla),
    },
    pauser: () => pauser,
    framsteg,
  };
}

describe("a long run in rounds", () => {
  const poster = Array.from({ length: 10 }, (_, i) => i);

  test("gives the page its turn before 60 ms have passed, tells how far it is, and keeps the order", async () => {
    const { arbete, val, pauser, framsteg } = rum();
    expect(await iOmgangar(poster, arbete, val)).toEqual(poster.map((post) => post * post));
    expect(pauser()).toBe(4);
    expect(framsteg).toEqual([0.3, 0.6, 0.9, 1]);
  });
  test("stops at the next pause when cancelled", async () => {
    const { arbete, val, framsteg } = rum();
    const avbruten = () => framsteg.length === 2;
    expect(await iOmgangar(poster, arbete, { ...val, avbruten })).toBeNull();
    expect(framsteg).toEqual([0.3, 0.6]);
  });
  test("nothing to do is done at once", async () => {
    const { arbete, val, pauser } = rum();
    expect(await iOmgangar([], arbete, val)).toEqual([]);
    expect(pauser()).toBe(0);
  });
});
