// 档案盒: class, first and last number, what lies inside (DA/T 22-2015, 6.4).
import type { FormScope } from "#contract/form-scope";
import { listBoxesById, listBoxesInScope, listItemsInBox, listVolumesInBox } from "#db/form-content";
import type { ReadDb } from "#db/open";
import { rowOf } from "#engine/catalogue/gather-sheets";
import { printRow } from "#engine/catalogue/print-row";
import type { FormSheet } from "./form-definition.ts";
import { headOfClass, sayClass, sayDay, sayHead, sayNumber, saySpan } from "./say-fields.ts";
import { pagesOfVolume } from "./gather-volumes.ts";

/** The fields every form of a box has. */
export const boxFields = [
  "fondsCode",
  "fondsName",
  "category",
  "year",
  "retention",
  "matter",
  "head",
  "boxHead",
  "boxNumber",
  "firstNumber",
  "lastNumber",
  "numberSpan",
  "itemCount",
  "pageSum",
  "note",
  "arrangedBy",
  "arrangedOn",
  "checkedBy",
  "checkedOn",
] as const;

/** One sheet per box; its rows are what lies inside in the nine columns of 归档文件目录. */
export function gatherBoxes(db: ReadDb, scope: FormScope): FormSheet[] {
  const found =
    scope.by === "box" ? listBoxesById(db, scope.boxIds) : scope.by === "class" ? listBoxesInScope(db, scope) : [];
  return found.map(({ box, names }) => {
    const items = listItemsInBox(db, box.id);
    const volumes = listVolumesInBox(db, box.id);
    const ofItems = items.map((item, at) => printRow(rowOf(item, at + 1)));
    const ofVolumes = volumes.map((volume, at) => {
      const date = saySpan(volume.beginDate, volume.endDate);
      const pages = String(pagesOfVolume(db, volume.id));
      return [
        String(ofItems.length + at + 1),
        volume.archivalCode,
        "",
        volume.unit,
        volume.title,
        date,
        volume.securityLevel,
        pages,
        "",
      ];
    });
    const rows = [...ofItems, ...ofVolumes];
    const numbers = [...items.map(({ itemNumber }) => itemNumber), ...volumes.map(({ volumeNumber }) => volumeNumber)];
    const given = numbers.filter((number) => number !== null);
    const digits = volumes.length > 0 ? 3 : 4;
    const [first, last] = given.length > 0 ? [Math.min(...given), Math.max(...given)] : [null, null];
    const known = sayClass(names, box.year, box.retention);
    const pageSum = rows.reduce((sum, row) => sum + Number(row[7] ?? 0), 0);
    const span = [...new Set([sayNumber(first, digits), sayNumber(last, digits)])].join("—");
    return {
      spineMm: box.spineMm,
      rows,
      fields: {
        ...known,
        head: headOfClass(known),
        boxHead: sayHead([
          ["全宗号", known.fondsCode],
          ["年度", known.year],
          ["保管期限", known.retention],
          ["机构（问题）", known.matter],
          ["盒号", String(box.boxNumber)],
          ["起止件号", span],
        ]),
        boxNumber: String(box.boxNumber),
        firstNumber: sayNumber(first, digits),
        lastNumber: sayNumber(last, digits),
        numberSpan: span,
        itemCount: String(rows.length),
        pageSum: String(pageSum),
        note: box.note,
        arrangedBy: box.arrangedBy,
        arrangedOn: sayDay(box.arrangedOn),
        checkedBy: box.checkedBy,
        checkedOn: sayDay(box.checkedOn),
      },
    };
  });
}
