// 案卷: cover, list inside, note behind the files, list of volumes (GB/T 11822-2008; accounting DA/T 39-2008).
import type { FormScope } from "#contract/form-scope";
import { retentionLabel } from "#contract/retention";
import type { VolumeId } from "#contract/place-of-item";
import { listItemsInVolume, listVolumesById, listVolumesInScope } from "#db/form-content";
import type { ClassNames } from "#db/form-content";
import type { ReadDb } from "#db/open";
import type { VolumeRecord } from "#db/volume";
import { rowOf } from "#engine/catalogue/gather-sheets";
import type { FormSheet } from "./form-definition.ts";
import { headOfClass, sayClass, sayDay, sayHead, sayNumber, saySpan } from "./say-fields.ts";

type Found = { readonly volume: VolumeRecord; readonly names: ClassNames };

/** The fields every form of a volume has. */
export const volumeFields = [
  "fondsCode",
  "fondsName",
  "category",
  "year",
  "retention",
  "matter",
  "matterCode",
  "head",
  "volumeHead",
  "archivalCode",
  "title",
  "unit",
  "span",
  "month",
  "securityLevel",
  "volumeNumber",
  "voucherSpan",
  "seeAlso",
  "note",
  "statement",
  "itemCount",
  "pageSum",
  "compiledBy",
  "compiledOn",
  "checkedBy",
  "checkedOn",
] as const;

/** The pages of a volume: the sum over its items. */
export function pagesOfVolume(db: ReadDb, id: VolumeId): number {
  return listItemsInVolume(db, id).reduce((sum, item) => sum + item.pageCount, 0);
}

/** The volumes a scope means. */
export function findVolumes(db: ReadDb, scope: FormScope): Found[] {
  if (scope.by === "volume") return listVolumesById(db, scope.volumeIds);
  return scope.by === "class" ? listVolumesInScope(db, scope) : [];
}

/** 「3」 or 「1—3」: the months of an accounting volume, from its dates. */
function sayMonths({ beginDate, endDate }: VolumeRecord): string {
  const months = [beginDate, endDate].flatMap((day) => (day.length >= 7 ? [String(Number(day.slice(5, 7)))] : []));
  return [...new Set(months)].join("—");
}

const sayVouchers = ({ voucherFrom, voucherTo }: VolumeRecord): string =>
  [...new Set([voucherFrom, voucherTo])].filter((each) => each !== "").join("—");

/** One sheet per volume; its rows are the seven columns of 卷内目录, a restricted item by its neutral title (P6). */
export function gatherVolumes(db: ReadDb, scope: FormScope): FormSheet[] {
  return findVolumes(db, scope).map(({ volume, names }) => {
    const items = listItemsInVolume(db, volume.id);
    const rows = items.map((item, at) => {
      const row = rowOf(item, at + 1);
      return [
        String(at + 1),
        row.documentNumber,
        row.creator,
        row.title,
        row.documentDate,
        String(row.pageCount),
        row.remark,
      ];
    });
    const pageSum = items.reduce((sum, item) => sum + item.pageCount, 0);
    const known = sayClass(names, volume.year, volume.retention);
    return {
      rows,
      fields: {
        ...known,
        matterCode: names.matterCode ?? "",
        head: headOfClass(known),
        volumeHead: sayHead([["档号", volume.archivalCode]]),
        archivalCode: volume.archivalCode,
        title: volume.title,
        unit: volume.unit,
        span: saySpan(volume.beginDate, volume.endDate),
        month: sayMonths(volume),
        securityLevel: volume.securityLevel,
        volumeNumber: sayNumber(volume.volumeNumber, 3),
        voucherSpan: sayVouchers(volume),
        seeAlso: volume.seeAlso,
        note: volume.note,
        statement: `本卷共有文件材料 ${items.length} 件 ${pageSum} 页。`,
        itemCount: String(items.length),
        pageSum: String(pageSum),
        compiledBy: volume.compiledBy,
        compiledOn: sayDay(volume.compiledOn),
        checkedBy: volume.checkedBy,
        checkedOn: sayDay(volume.checkedOn),
      },
    };
  });
}

/** Volumes of one class together, in the order of the shelf: one list per year, term and matter. */
export function gatherVolumeLists(
  db: ReadDb,
  scope: FormScope,
  rowsOf: (found: Found & { readonly serial: number; readonly pageSum: number }) => readonly (readonly string[])[],
): FormSheet[] {
  const lists: { key: string; fields: Record<string, string>; rows: (readonly string[])[]; count: number }[] = [];
  for (const found of findVolumes(db, scope)) {
    const { volume, names } = found;
    const known = sayClass(names, volume.year, volume.retention);
    const key = JSON.stringify([volume.category, known.year, known.retention, names.matterCode]);
    let list = lists.at(-1);
    if (list?.key !== key) {
      const head = sayHead([
        ["全宗号", known.fondsCode],
        ["全宗名称", known.fondsName],
        ["门类", known.category],
        ["年度", known.year],
        ["保管期限", known.retention],
        ["类别", known.matter],
      ]);
      list = { key, fields: { ...known, head, unit: known.fondsName }, rows: [], count: 0 };
      lists.push(list);
    }
    list.count += 1;
    list.fields["volumeCount"] = String(list.count);
    list.rows.push(...rowsOf({ ...found, serial: list.count, pageSum: pagesOfVolume(db, volume.id) }));
  }
  return lists;
}

/** The rows of 案卷目录: 序号, 档号, 案卷题名, 总页数, 保管期限, 备注. */
export const volumeRow = ({ volume, serial, pageSum }: Found & { serial: number; pageSum: number }): string[][] => [
  [
    String(serial),
    volume.archivalCode,
    volume.title,
    String(pageSum),
    volume.retention === null ? "" : retentionLabel(volume.retention),
    "",
  ],
];

/** The rows of an accounting list: 序号, 类别, 案卷题名, 起止日期, 凭证起止号, 张数, 保管期限, 备注. */
export const accountingRow = ({
  volume,
  names,
  serial,
  pageSum,
}: Found & { serial: number; pageSum: number }): string[][] => {
  const { retention, matter } = sayClass(names, volume.year, volume.retention);
  return [
    [
      String(serial),
      matter,
      volume.title,
      saySpan(volume.beginDate, volume.endDate),
      sayVouchers(volume),
      String(pageSum),
      retention,
      "",
    ],
  ];
};

/** Full years a term has run: it begins on the first day after the accounting year (会计档案管理办法, Order 79, 第十四条). */
export function yearsRun(year: number | null, today: string): string {
  return year === null ? "" : String(Math.max(0, Number(today.slice(0, 4)) - year - 1));
}

/** The rows of 会计档案移交清册. */
export function handoverRow(today: string) {
  return ({ volume, names, serial, pageSum }: Found & { serial: number; pageSum: number }): string[][] => {
    const { retention, matter } = sayClass(names, volume.year, volume.retention);
    const span = saySpan(volume.beginDate, volume.endDate);
    return [
      [
        String(serial),
        volume.title,
        matter,
        span,
        sayVouchers(volume),
        String(pageSum),
        retention,
        yearsRun(volume.year, today),
        "",
      ],
    ];
  };
}

/** The rows of 全引目录: a volume's own line, then its items. */
export function wholeRows(db: ReadDb) {
  return ({ volume, pageSum }: Found & { serial: number; pageSum: number }): string[][] => {
    const items = listItemsInVolume(db, volume.id).map((item, at) => {
      const row = rowOf(item, at + 1);
      return [
        volume.archivalCode,
        String(at + 1),
        row.documentNumber,
        row.creator,
        row.title,
        row.documentDate,
        String(row.pageCount),
        row.remark,
      ];
    });
    const span = saySpan(volume.beginDate, volume.endDate);
    return [
      [volume.archivalCode, "卷", "", volume.unit, `【${volume.title}】`, span, "", `共 ${pageSum} 页`],
      ...items,
    ];
  };
}
