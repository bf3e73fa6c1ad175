import type { Area } from "../../workbook/address";
import type { ModelChange } from "../model/workbook";
import { follow } from "../model/shift";
import type { Sheet } from "../model/sheet";
import type { HostObject, LiveArea, LiveAreas } from "./targets";

/** Ranges in clients' hands. They follow insertions and deletions: within a request all of them, afterwards those kept. */
export class LiveRanges {
  private inRequest: LiveArea[] | null = null;
  private readonly kept = new Map<HostObject, LiveArea[]>();

  track(sheet: Sheet, area: Area): LiveArea {
    const live: LiveArea = { sheet, area };
    this.inRequest?.push(live);
    return live;
  }

  begin(): LiveArea[] {
    return (this.inRequest = []);
  }

  end(scratch: LiveArea[]): void {
    if (this.inRequest === scratch) this.inRequest = null;
  }

  keep(object: HostObject): void {
    // A WorkbookRangeAreas has ranges on several sheets, the others on one.
    const held = object.target as LiveAreas | LiveAreas[];
    this.kept.set(object, Array.isArray(held) ? held.flatMap(({ areas }) => areas) : held.areas);
  }

  forget(object: HostObject): void {
    this.kept.delete(object);
  }

  follow(change: ModelChange): void {
    if (change.kind === "sheets" && change.action === "deleted") {
      this.each((live) => {
        if (live.sheet === change.sheet) live.area = null;
      });
      return;
    }
    if (!("action" in change) || !("area" in change)) return;
    this.each((live) => {
      if (live.area && live.sheet === change.sheet) live.area = follow(live.area, change);
    });
  }

  private each(move: (live: LiveArea) => void): void {
    const moved = new Set<LiveArea>(this.inRequest ?? []);
    for (const areas of this.kept.values()) for (const live of areas) moved.add(live);
    moved.forEach(move);
  }
}
