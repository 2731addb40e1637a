// What a volume needs before it gets its number, and what to look at in it (GB/T 11822-2008; DA/T 39-2008; Order 79).
import type { ItemId, ItemRow } from "#contract/item";
import { retentionLabel } from "#contract/retention";
import type { VolumeFields, VolumeProblem } from "#contract/volume";
import type { VolumeId } from "#contract/place-of-item";
import { isMixed } from "./find-mixed-reports.ts";

type Code = VolumeProblem["code"];
/** What is looked at of a volume and its items; rows and records of the store both have it. */
export type CheckedVolume = Omit<VolumeFields, "beginDate" | "endDate" | "compiledOn" | "checkedOn"> & {
  readonly id: VolumeId;
  readonly category: string;
  readonly beginDate: string;
  readonly endDate: string;
};
export type CheckedItem = Pick<
  ItemRow,
  "id" | "title" | "creator" | "retention" | "pageCount" | "fileCount" | "access" | "neutralTitle"
> & { readonly documentDate: string };

const sentences: Record<Code, string> = {
  "volume-title-missing": "缺案卷题名。",
  "volume-unit-missing": "缺立卷单位。",
  "volume-dates-missing": "缺起止日期。",
  "volume-dates-reversed": "起止日期颠倒。请核对。",
  "volume-year-missing": "缺年度。按年度编号的案卷先定年度。",
  "volume-retention-missing": "缺保管期限。",
  "volume-matter-missing": "缺二级类目。",
  "volume-empty": "卷内没有件。",
  "volume-unsigned": "备考表缺立卷人或检查人。",
  "voucher-numbers-missing": "凭证卷缺凭证起止号。",
  "annual-report-mixed": "年度财务报告与月、季、半年报告放在了一卷：保管期限不同，应分开立卷。",
  "item-title-missing": "卷内件缺题名。",
  "item-creator-missing": "卷内件缺责任者。",
  "item-date-missing": "卷内件缺日期。",
  "item-date-outside": "件的日期不在案卷起止日期之内。请核对。",
  "item-pages-missing": "卷内件没有页面、没有电子文件，也没有填写页数。",
  "item-neutral-title-missing": "限制件缺对外题名（目录上印的中性题名）。",
  "item-term-differs": "件的保管期限与案卷不同；归档后随案卷。",
  "volume-year-closed": "这一年度已关闭。",
};
/** Findings that do not stand in the way of filing. */
const remarks: ReadonlySet<Code> = new Set([
  "volume-unsigned",
  "voucher-numbers-missing",
  "item-date-outside",
  "item-term-differs",
]);

/** Dates as precise as both are: 2024 lies within 2024-03 … 2024-05. */
const isBefore = (one: string, other: string): boolean => {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
};

function* ofVolume(
  volume: CheckedVolume,
  items: readonly CheckedItem[],
  needsMatter: boolean,
  isVoucher: boolean,
): Generator<Code> {
  if (volume.title === "") yield "volume-title-missing";
  if (volume.unit === "") yield "volume-unit-missing";
  if (volume.beginDate === "" || volume.endDate === "") yield "volume-dates-missing";
  else if (isBefore(volume.endDate, volume.beginDate)) yield "volume-dates-reversed";
  if (volume.year === null) yield "volume-year-missing";
  if (volume.retention === null) yield "volume-retention-missing";
  if (needsMatter && volume.matterId === null) yield "volume-matter-missing";
  if (items.length === 0) yield "volume-empty";
  if (volume.compiledBy === "" || volume.checkedBy === "") yield "volume-unsigned";
  if (isVoucher && (volume.voucherFrom === "" || volume.voucherTo === "")) yield "voucher-numbers-missing";
  if (volume.category === "KU" && isMixed([volume.title, ...items.map((item) => item.title)]))
    yield "annual-report-mixed";
}

function* ofItem(volume: CheckedVolume, item: CheckedItem): Generator<[Code, string?]> {
  if (item.title === "") yield ["item-title-missing"];
  if (item.creator === "") yield ["item-creator-missing"];
  if (item.documentDate === "") yield ["item-date-missing"];
  else if (
    (volume.beginDate !== "" && isBefore(item.documentDate, volume.beginDate)) ||
    (volume.endDate !== "" && isBefore(volume.endDate, item.documentDate))
  )
    yield ["item-date-outside"];
  if (item.pageCount === 0 && item.fileCount === 0) yield ["item-pages-missing"];
  if (item.access === "restricted" && item.neutralTitle === "") yield ["item-neutral-title-missing"];
  if (item.retention !== null && volume.retention !== null && item.retention !== volume.retention)
    yield ["item-term-differs", `件的保管期限（${retentionLabel(item.retention)}）与案卷不同；归档后随案卷。`];
}

/**
 * Findings of one volume with its items in order. `needsMatter`: its 门类 has a second level; `isVoucher`: that level is
 * 凭证. A restricted item is named by its neutral title (personal-data P6).
 */
export function findVolumeProblems(
  volume: CheckedVolume,
  items: readonly CheckedItem[],
  { needsMatter, isVoucher, isGroup = false }: { needsMatter: boolean; isVoucher: boolean; isGroup?: boolean },
): VolumeProblem[] {
  const inWords = (sentence: string): string =>
    isGroup
      ? sentence
          .replace(/卷内件|卷内/g, "组内")
          .replace("立卷单位", "立档单位")
          .replaceAll("案卷", "组")
      : sentence;
  const finding = (code: Code, itemId: ItemId | null, title: string, message?: string): VolumeProblem => ({
    volumeId: volume.id,
    itemId,
    title,
    code,
    message: inWords(message ?? sentences[code]),
    isBlocking: !remarks.has(code),
  });
  return [
    // A 组 has no 备考表 to sign (DA/T 50-2014).
    ...[...ofVolume(volume, items, needsMatter, isVoucher)]
      .filter((code) => !isGroup || code !== "volume-unsigned")
      .map((code) => finding(code, null, volume.title)),
    ...items.flatMap((item) =>
      [...ofItem(volume, item)].map(([code, message]) =>
        finding(code, item.id, item.access === "restricted" ? item.neutralTitle : item.title, message),
      ),
    ),
  ];
}
