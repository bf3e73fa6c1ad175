import { cellAddress, parseCell } from "../../workbook/address";
import type { Comment, Note } from "../model/parts";
import type { Sheet } from "../model/sheet";
import { newNoteShape, newNoteShapes, noteShapes, type NoteShape, rewriteShapes } from "./noteShapes";
import type { Package, Relationship } from "./package";
import { readXml } from "./package";
import { richPlain, textElement } from "./sharedStrings";
import {
  changeAttributes,
  changeElement,
  child,
  childrenOf,
  type Element,
  escapeText,
  isTrue,
  mainNamespace,
  relationNamespace,
  tag,
  unescapeExcel,
  withDefaultNamespace,
  xmlHeader,
} from "./xml";

const threadedNamespace = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
const threadedType = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";
const personType = "http://schemas.microsoft.com/office/2017/10/relationships/person";

/** What older versions of Excel show in place of a thread. */
const legacyIntroduction =
  "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it will get removed if the file is opened in a newer version of Excel. Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    ";

interface Legacy {
  element: Element;
  row: number;
  column: number;
  author: string;
}

/** The comments part: notes, and for each thread a stand-in whose author is "tc=" and the thread's id. */
function readLegacy(root: Element | null): Legacy[] {
  const authors = childrenOf(child(root, "authors"), "author").map(({ text }) => unescapeExcel(text));
  return childrenOf(child(root, "commentList"), "comment").flatMap((element) => {
    const at = parseCell(element.attributes.ref ?? "");
    return at ? [{ element, ...at, author: authors[Number(element.attributes.authorId ?? 0)] ?? "" }] : [];
  });
}

const isStandIn = ({ author }: Legacy) => /^tc=/i.test(author);

export function readComments(
  sheet: Sheet,
  root: Element,
  pkg: Package,
  path: string,
  people: Map<string, string>,
): void {
  const part = pkg.related(path, "comments");
  const text = part ? pkg.text(part) : null;
  if (text !== null) {
    const drawing = shapesPart(root, pkg, path);
    const shapes = drawing ? noteShapes(pkg.text(drawing.target)!) : [];
    sheet.notes = readLegacy(readXml(text))
      .filter((one) => !isStandIn(one))
      .map(({ element, row, column, author }): Note => {
        const words = child(element, "text");
        const visible = shapes.some((shape) => shape.row === row && shape.column === column && shape.visible);
        const note = words ? richPlain(text.slice(words.innerStart, words.innerEnd)) : "";
        return { row, column, text: note, author, visible };
      });
  }
  const threaded = pkg.related(path, "threadedComment");
  if (threaded) sheet.comments = readThreads(pkg.xml(threaded), people);
}

/** The part with the notes' shapes: headers with pictures have one of the same kind. */
function shapesPart(root: Element, pkg: Package, path: string): Relationship | undefined {
  const id = child(root, "legacyDrawing")?.attributes["r:id"];
  return pkg.relationships(path).find((one) => one.id === id && !one.external && pkg.has(one.target));
}

/** Names of those who have commented, by their ids. */
export function readPeople(pkg: Package, workbookPath: string): Map<string, string> {
  const path = pkg.related(workbookPath, "person");
  const people = childrenOf(path ? pkg.xml(path) : null, "person");
  return new Map(people.map(({ attributes }) => [attributes.id ?? "", attributes.displayName ?? ""]));
}

function readThreads(root: Element | null, people: Map<string, string>): Comment[] {
  const all = childrenOf(root, "threadedComment").map((element) => ({
    parent: element.attributes.parentId,
    done: isTrue(element.attributes.done),
    at: parseCell(element.attributes.ref ?? ""),
    entry: {
      id: element.attributes.id ?? "",
      text: unescapeExcel(child(element, "text")?.text ?? ""),
      author: people.get(element.attributes.personId ?? "") ?? "",
      created: isoTime(element.attributes.dT ?? ""),
    },
  }));
  return all.flatMap(({ parent, done, at, entry }) => {
    if (parent || !at) return [];
    const replies = all.filter((one) => one.parent === entry.id).map((one) => one.entry);
    return [{ ...entry, ...at, resolved: done, replies }];
  });
}

/** The file's times are UTC without saying so. */
const isoTime = (text: string) => (text === "" || /Z$/.test(text) ? text : `${text}Z`);
const fileTime = (text: string) => text.replace(/(\.\d\d)\d*Z$/, "$1").replace(/Z$/, "");

export interface CommentTask {
  /** The sheet as read. */
  root: Element;
  pkg: Package;
  workbookPath: string;
  path: string;
  was: Sheet;
  now: Sheet;
}

/** True when the sheet's notes and threads say something else than the file's. */
export const commentsDiffer = (was: Sheet, now: Sheet) =>
  JSON.stringify([was.notes, was.comments]) !== JSON.stringify([now.notes, now.comments]);

/** Writes notes, threads and their shapes; gives the relationship of the shapes, "" when there are none left. */
export function writeComments(task: CommentTask): string {
  const { pkg, path, now } = task;
  const people = now.comments.length > 0 ? new People(pkg, task.workbookPath) : null;
  writeThreads(task, people);
  const anyone = now.notes.length + now.comments.length > 0;
  const existing = pkg.related(path, "comments");
  const text = existing ? pkg.text(existing)! : `${xmlHeader}${tag("comments", { xmlns: mainNamespace })}`;
  const matched = writeLegacy(task, text);
  if (!anyone) dropRelated(pkg, path, "comments");
  else {
    const target = existing ?? pkg.newPath("xl/comments#.xml");
    pkg.set(target, matched.xml);
    if (!existing) {
      pkg.declare(target, "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml");
      pkg.relate(path, "comments", target);
    }
  }
  return writeShapes(task, matched.shapes);
}

interface Placed {
  row: number;
  column: number;
  visible: boolean;
  /** The cell the comment had in the file. */
  from: { row: number; column: number } | null;
}

function writeLegacy({ was, now }: CommentTask, existing: string): { xml: string; shapes: Placed[] } {
  const text = withDefaultNamespace(existing);
  const root = readXml(text);
  const legacy = readLegacy(root);
  const authors = childrenOf(child(root, "authors"), "author").map((one) => unescapeExcel(one.text));
  const authorNumber = (name: string) => {
    const known = authors.indexOf(name);
    return known >= 0 ? known : authors.push(name) - 1;
  };
  const moved = (element: Element, row: number, column: number) =>
    changeAttributes(text.slice(element.start, element.innerStart), { ref: cellAddress(row, column) }) +
    text.slice(element.innerStart, element.end);
  const notesLeft = legacy
    .filter((one) => !isStandIn(one))
    .map((one, index) => ({ ...one, note: was.notes[index] }));
  const take = (note: Note) => {
    const words = notesLeft.filter((one) => one.note.text === note.text && one.note.author === note.author);
    const found =
      words.find((one) => one.row === note.row && one.column === note.column) ??
      words[0] ??
      notesLeft.find((one) => one.row === note.row && one.column === note.column);
    if (found) notesLeft.splice(notesLeft.indexOf(found), 1);
    return found;
  };
  const lines: { row: number; column: number; xml: string }[] = [];
  const shapes: Placed[] = [];
  for (const note of now.notes) {
    const { row, column } = note;
    const found = take(note);
    const stands = found && found.note.text === note.text && found.note.author === note.author;
    const xml = stands
      ? moved(found.element, row, column)
      : tag(
          "comment",
          { ref: cellAddress(row, column), authorId: authorNumber(note.author), shapeId: 0 },
          tag("text", {}, textElement(note.text)),
        );
    lines.push({ row, column, xml });
    shapes.push({
      row,
      column,
      visible: note.visible,
      from: found ? { row: found.row, column: found.column } : null,
    });
  }
  for (const thread of now.comments) {
    const { row, column } = thread;
    const standIn = legacy.find((one) => one.author.slice(3).toLowerCase() === thread.id.toLowerCase());
    const before = was.comments.find(({ id }) => id === thread.id);
    const stands = standIn && before && standInText(before) === standInText(thread);
    const xml = stands
      ? moved(standIn.element, row, column)
      : tag(
          "comment",
          { ref: cellAddress(row, column), authorId: authorNumber(`tc=${thread.id}`), shapeId: 0 },
          tag("text", {}, textElement(standInText(thread))),
        );
    lines.push({ row, column, xml });
    shapes.push({
      row,
      column,
      visible: false,
      from: standIn ? { row: standIn.row, column: standIn.column } : null,
    });
  }
  lines.sort((a, b) => a.row - b.row || a.column - b.column);
  const list = lines.map(({ xml }) => xml).join("");
  // An author nobody has any more stays in the list, as in Excel: the numbers after it stand.
  const names = authors.map((author) => tag("author", {}, escapeText(author))).join("");
  const children = { authors: tag("authors", {}, names), commentList: tag("commentList", {}, list) };
  const written = changeElement(text, root, "comments", {}, children, ["authors", "commentList", "extLst"]);
  return { xml: text.slice(0, root.start) + written + text.slice(root.end), shapes };
}

const standInText = ({ text, replies }: Comment) =>
  legacyIntroduction + text + replies.map((reply) => `\nReply:\n    ${reply.text}`).join("");

/** Numbers for people: those the workbook knows, and those who come. */
class People {
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly pkg: Package,
    private readonly workbookPath: string,
  ) {
    readPeople(pkg, workbookPath).forEach((name, id) => {
      if (!this.ids.has(name)) this.ids.set(name, id);
    });
  }

  id(name: string): string {
    const known = this.ids.get(name);
    if (known) return known;
    const { pkg, workbookPath } = this;
    const taken = new Set(this.ids.values());
    let number = taken.size + 1;
    const numbered = () => `{00000000-0005-0000-0000-${number.toString(16).toUpperCase().padStart(12, "0")}}`;
    while (taken.has(numbered())) number++;
    const id = numbered();
    this.ids.set(name, id);
    let path = pkg.related(workbookPath, "person");
    if (!path) {
      path = pkg.newPath("xl/persons/person#.xml").replace("person1", "person");
      pkg.set(path, xmlHeader + tag("personList", { xmlns: threadedNamespace, "xmlns:x": mainNamespace }));
      pkg.declare(path, "application/vnd.ms-excel.person+xml");
      pkg.relate(workbookPath, personType, path);
    }
    const text = withDefaultNamespace(pkg.text(path)!);
    const root = readXml(text);
    const people = root.children.map(({ start, end }) => text.slice(start, end));
    const person = tag("person", { displayName: name, id, userId: name, providerId: "None" });
    const written = changeElement(text, root, "personList", {}, { person: people.join("") + person });
    pkg.set(path, text.slice(0, root.start) + written + text.slice(root.end));
    return id;
  }
}

function writeThreads({ pkg, path, was, now }: CommentTask, people: People | null): void {
  const existing = pkg.related(path, "threadedComment");
  if (!people) {
    dropRelated(pkg, path, "threadedComment");
    return;
  }
  const text = withDefaultNamespace(
    existing
      ? pkg.text(existing)!
      : xmlHeader + tag("ThreadedComments", { xmlns: threadedNamespace, "xmlns:x": mainNamespace }),
  );
  const root = readXml(text);
  const elements = new Map(
    childrenOf(root, "threadedComment").map((element) => [element.attributes.id, element]),
  );
  const before = new Map(
    was.comments.flatMap((thread) => [thread, ...thread.replies].map((one) => [one.id, one.text])),
  );
  const lines = now.comments.flatMap((thread) =>
    [thread, ...thread.replies].map((entry, index) => {
      const element = elements.get(entry.id);
      const attributes = {
        ref: cellAddress(thread.row, thread.column),
        done: index === 0 && thread.resolved ? true : null,
      };
      if (element && before.get(entry.id) === entry.text)
        return (
          changeAttributes(text.slice(element.start, element.innerStart), attributes) +
          text.slice(element.innerStart, element.end)
        );
      return tag(
        "threadedComment",
        {
          ref: attributes.ref,
          dT: fileTime(entry.created),
          personId: element?.attributes.personId ?? people.id(entry.author),
          id: entry.id,
          parentId: index === 0 ? null : thread.id,
          done: attributes.done,
        },
        tag("text", {}, escapeText(entry.text)),
      );
    }),
  );
  const written = changeElement(text, root, "ThreadedComments", {}, { threadedComment: lines.join("") });
  const target = existing ?? pkg.newPath("xl/threadedComments/threadedComment#.xml");
  pkg.set(target, text.slice(0, root.start) + written + text.slice(root.end));
  if (existing) return;
  pkg.declare(target, "application/vnd.ms-excel.threadedcomments+xml");
  pkg.relate(path, threadedType, target);
}

/** The shapes that show notes; form controls' shapes in the same part stay as they are. */
function writeShapes({ root, pkg, path }: CommentTask, placed: Placed[]): string {
  const existing = shapesPart(root, pkg, path);
  const text = existing
    ? pkg.text(existing.target)!
    : newNoteShapes(pkg.newPath("xl/drawings/vmlDrawing#.vml"));
  const known = existing ? noteShapes(text) : [];
  const byCell = new Map(known.map((shape) => [`${shape.row},${shape.column}`, shape]));
  const shapes = placed.map((note) => {
    const shape: NoteShape | undefined = note.from
      ? byCell.get(`${note.from.row},${note.from.column}`)
      : undefined;
    return { ...note, shape };
  });
  const { xml, empty } = rewriteShapes(text, known, shapes, newNoteShape);
  if (empty) {
    if (existing) pkg.unrelate(path, [existing.id]);
    return "";
  }
  const target = existing?.target ?? pkg.newPath("xl/drawings/vmlDrawing#.vml");
  pkg.set(target, xml);
  if (existing) return existing.id;
  pkg.declareExtension("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
  return pkg.relate(path, "vmlDrawing", target);
}

function dropRelated(pkg: Package, path: string, type: string): void {
  pkg.unrelate(
    path,
    pkg
      .relationships(path)
      .filter((one) => one.type === type)
      .map(({ id }) => id),
  );
}

/** Where the sheet's shapes hang: the relationship its legacyDrawing element names. */
export const legacyDrawing = (relation: string) =>
  relation === "" ? "" : tag("legacyDrawing", { "xmlns:r": relationNamespace, "r:id": relation });
