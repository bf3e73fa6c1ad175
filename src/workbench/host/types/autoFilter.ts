import { Sheet } from "../../model/sheet";
import { hideRows } from "../../model/hiddenRows";
import type { Filter, Table } from "../../model/parts";
import { areaOf, type Batch, rangeOf } from "../batch";
import { integer, type PartialRegistry, text, value } from "../definition";
import { invalidArgument, itemNotFound } from "../errors";
import { criterionXml, filterRows, readCriterion } from "../filtering";
import { checkAllowed } from "../protection";
import { HostObject, type LiveAreas } from "../targets";
import { placeOf } from "../addresses";

const ownerSheet = (owner: Sheet | Table, { workbook }: Batch): Sheet =>
  owner instanceof Sheet ? owner : workbook.sheets.find(({ tables }) => tables.includes(owner))!;

function changed(owner: Sheet | Table, batch: Batch): void {
  const sheet = ownerSheet(owner, batch);
  if (!(owner instanceof Sheet)) owner.origin = undefined;
  if (owner.filter) filterRows(batch, sheet, owner.filter);
  const area = owner.filter?.area ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  batch.workbook.changed({ kind: "formats", sheet, area, source: batch.source });
}

function showAll({ workbook, source }: Batch, sheet: Sheet, { area }: Filter): void {
  hideRows(workbook, sheet, area.row, area.rowCount, () => false, source);
}

export const autoFilterTypes = {
  AutoFilter: {
    properties: {
      enabled: value((owner) => owner.filter !== null),
      isDataFiltered: value((owner) => (owner.filter?.criteria.length ?? 0) > 0),
      criteria: value((owner) => {
        const { area, criteria } = owner.filter ?? { area: { columnCount: 0 }, criteria: [] };
        return Array.from({ length: area.columnCount }, (_, column) => {
          const held = criteria.find((one) => one.column === column);
          return held ? readCriterion(held.xml) : {};
        });
      }),
    },
    methods: {
      apply: {
        calculated: true,
        run: (owner, [range, column, criteria], batch) => {
          const sheet = ownerSheet(owner, batch);
          const place =
            range instanceof HostObject
              ? { sheet: (range.target as LiveAreas).sheet, area: areaOf(range.target as LiveAreas) }
              : placeOf(batch.workbook, sheet, text(range));
          if (place.sheet !== sheet) throw invalidArgument("the range is on another sheet");
          checkAllowed(sheet, "autoFilter");
          const keep = owner.filter && owner.filter.area.row === place.area.row ? owner.filter.criteria : [];
          owner.filter = { area: place.area, criteria: keep };
          if (column !== null && column !== undefined) {
            const at = integer(column);
            if (at < 0 || at >= place.area.columnCount) throw invalidArgument(`column ${at}`);
            const rest = keep.filter((one) => one.column !== at);
            owner.filter.criteria = criteria ? [...rest, { column: at, xml: criterionXml(criteria) }] : rest;
          }
          changed(owner, batch);
        },
      },
      clearCriteria: (owner, _args, batch) => {
        if (owner.filter) owner.filter.criteria = [];
        changed(owner, batch);
      },
      clearColumnCriteria: (owner, [column], batch) => {
        if (owner.filter)
          owner.filter.criteria = owner.filter.criteria.filter((one) => one.column !== integer(column));
        changed(owner, batch);
      },
      reapply: { calculated: true, run: (owner, _args, batch) => changed(owner, batch) },
      remove: (owner, _args, batch) => {
        if (owner.filter) showAll(batch, ownerSheet(owner, batch), owner.filter);
        owner.filter = null;
        changed(owner, batch);
      },
      getRange: (owner, _args, batch) => {
        if (!owner.filter) throw itemNotFound("no filter");
        return rangeOf(batch, ownerSheet(owner, batch), owner.filter.area);
      },
    },
  },
} satisfies PartialRegistry;
