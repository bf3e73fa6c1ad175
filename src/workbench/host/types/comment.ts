import { type CommentAction, Workbook } from "../../model/workbook";
import type { Comment } from "../../model/parts";
import type { Sheet } from "../../model/sheet";
import { placeOf } from "../addresses";
import { areaOf, type Batch, rangeOf } from "../batch";
import { oneOf, type PartialRegistry, text, truth, value } from "../definition";
import { HostError, invalidArgument, itemNotFound, notImplemented } from "../errors";
import { eventTypes } from "../protocol";
import { HostObject, type LiveAreas, object, type OnSheet } from "../targets";

function tell(
  { sheet, item }: OnSheet<Comment>,
  action: CommentAction,
  { workbook, source }: Batch,
  replies: string[] = [],
): void {
  workbook.changed({ kind: "comments", action, sheet, comment: item, replies, source });
}

const commentsOf = (scope: Workbook | Sheet): OnSheet<Comment>[] =>
  scope instanceof Workbook
    ? scope.sheets.flatMap((sheet) => sheet.comments.map((item) => ({ sheet, item })))
    : scope.comments.map((item) => ({ sheet: scope, item }));

function newId(batch: Batch): string {
  const taken = new Set(
    batch.workbook.sheets.flatMap(({ comments }) =>
      comments.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]),
    ),
  );
  for (let n = taken.size + 1; ; n++) {
    const id = `{00000000-0003-0000-0000-${n.toString(16).toUpperCase().padStart(12, "0")}}`;
    if (!taken.has(id)) return id;
  }
}

/** A cell by range or by address with its sheet ("Blad1!A2"). */
function cellOf(scope: Workbook | Sheet, raw: unknown, { workbook }: Batch) {
  const place =
    raw instanceof HostObject
      ? { sheet: (raw.target as LiveAreas).sheet, area: areaOf(raw.target as LiveAreas) }
      : placeOf(workbook, scope instanceof Workbook ? null : scope, text(raw));
  if (place.area.rowCount !== 1 || place.area.columnCount !== 1)
    throw invalidArgument("one cell is expected");
  return { sheet: place.sheet, row: place.area.row, column: place.area.column };
}

function plainOnly(raw: unknown): void {
  if (oneOf(["Plain", "Mention"])(raw ?? "Plain") === "Mention") throw notImplemented("Comment", "mentions");
}

export const commentTypes = {
  CommentCollection: {
    items: (scope) => commentsOf(scope).map((comment) => object("Comment", comment)),
    item: (scope, key) => {
      const found = commentsOf(scope).find(({ item }) => item.id === text(key));
      return found ? object("Comment", found) : null;
    },
    eventTarget: (scope) => (scope instanceof Workbook ? "Workbook" : scope.id),
    events: {
      AddedEvent: eventTypes.commentAdded,
      ChangedEvent: eventTypes.commentChanged,
      DeletedEvent: eventTypes.commentDeleted,
    },
    methods: {
      add: (scope, [cell, content, contentType], batch) => {
        plainOnly(contentType);
        const { sheet, row, column } = cellOf(scope, cell, batch);
        if (sheet.comments.some((one) => one.row === row && one.column === column))
          throw new HostError("InvalidOperation", "the cell has a comment");
        const item: Comment = {
          id: newId(batch),
          row,
          column,
          text: text(content),
          author: batch.user,
          created: new Date().toISOString(),
          resolved: false,
          replies: [],
        };
        sheet.comments.push(item);
        tell({ sheet, item }, "added", batch);
        return object("Comment", { sheet, item });
      },
      getItemByCell: (scope, [cell], batch) => {
        const { sheet, row, column } = cellOf(scope, cell, batch);
        const item = sheet.comments.find((one) => one.row === row && one.column === column);
        if (!item) throw itemNotFound("no comment");
        return object("Comment", { sheet, item });
      },
      getItemByReplyId: (scope, [id]) => {
        const found = commentsOf(scope).find(({ item }) => item.replies.some((reply) => reply.id === id));
        if (!found) throw itemNotFound(text(id));
        return object("Comment", found);
      },
    },
  },
  Comment: {
    id: { wire: "Id", of: ({ item }) => item.id },
    exists: ({ sheet, item }) => sheet.comments.includes(item),
    properties: {
      id: value(({ item }) => item.id),
      content: {
        get: ({ item }) => item.text,
        set: (comment, raw, batch) => {
          comment.item.text = text(raw);
          tell(comment, "edited", batch);
        },
      },
      contentType: value(() => "Plain"),
      authorName: value(({ item }) => item.author),
      authorEmail: value(() => ""),
      creationDate: value(({ item }) => item.created),
      mentions: value(() => []),
      richContent: value(({ item }) => item.text),
      resolved: {
        get: ({ item }) => item.resolved,
        set: (comment, raw, batch) => {
          const resolved = truth(raw);
          if (resolved === comment.item.resolved) return;
          comment.item.resolved = resolved;
          tell(comment, resolved ? "resolved" : "reopened", batch);
        },
      },
    },
    navigation: { replies: (comment) => object("CommentReplyCollection", comment) },
    methods: {
      delete: (comment, _args, batch) => {
        const { sheet, item } = comment;
        sheet.comments.splice(sheet.comments.indexOf(item), 1);
        tell(
          comment,
          "deleted",
          batch,
          item.replies.map(({ id }) => id),
        );
      },
      getLocation: ({ sheet, item }, _args, batch) =>
        rangeOf(batch, sheet, { row: item.row, column: item.column, rowCount: 1, columnCount: 1 }),
    },
  },
  CommentReplyCollection: {
    items: ({ sheet, item }) =>
      item.replies.map((reply) => object("CommentReply", { sheet, comment: item, item: reply })),
    item: ({ sheet, item }, key) => {
      const reply = item.replies.find(({ id }) => id === text(key));
      return reply ? object("CommentReply", { sheet, comment: item, item: reply }) : null;
    },
    methods: {
      add: ({ sheet, item }, [content, contentType], batch) => {
        plainOnly(contentType);
        const reply = {
          id: newId(batch),
          text: text(content),
          author: batch.user,
          created: new Date().toISOString(),
        };
        item.replies.push(reply);
        tell({ sheet, item }, "replyAdded", batch, [reply.id]);
        return object("CommentReply", { sheet, comment: item, item: reply });
      },
    },
  },
  CommentReply: {
    id: { wire: "Id", of: ({ item }) => item.id },
    exists: ({ comment, item }) => comment.replies.includes(item),
    properties: {
      id: value(({ item }) => item.id),
      content: {
        get: ({ item }) => item.text,
        set: ({ sheet, comment, item }, raw, batch) => {
          item.text = text(raw);
          tell({ sheet, item: comment }, "replyEdited", batch, [item.id]);
        },
      },
      contentType: value(() => "Plain"),
      authorName: value(({ item }) => item.author),
      authorEmail: value(() => ""),
      creationDate: value(({ item }) => item.created),
      mentions: value(() => []),
      resolved: value(({ comment }) => comment.resolved),
      richContent: value(({ item }) => item.text),
    },
    methods: {
      delete: ({ sheet, comment, item }, _args, batch) => {
        comment.replies.splice(comment.replies.indexOf(item), 1);
        tell({ sheet, item: comment }, "replyDeleted", batch, [item.id]);
      },
      getParentComment: ({ sheet, comment }) => object("Comment", { sheet, item: comment }),
      getLocation: ({ sheet, comment }, _args, batch) =>
        rangeOf(batch, sheet, { row: comment.row, column: comment.column, rowCount: 1, columnCount: 1 }),
    },
  },
} satisfies PartialRegistry;
