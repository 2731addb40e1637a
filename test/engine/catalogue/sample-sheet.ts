// Catalogues to test with: one small and fixed, and as many random ones as wanted.
import type { CatalogueRow } from "#contract/catalogue";
import type { CatalogueSheet } from "#engine/catalogue/catalogue-sheet";

/** A catalogue row; what is not given is plain. */
export function aRow(serial: number, given: Partial<CatalogueRow> = {}): CatalogueRow {
  return {
    serial,
    archivalCode: `Z109-WS·2024-D30-BGS-${String(serial).padStart(4, "0")}`,
    documentNumber: `昆云社〔2024〕${serial}号`,
    creator: "云锦社区居民委员会",
    title: "关于做好社区年度归档工作的通知",
    documentDate: "2024-03-05",
    securityLevel: "",
    pageCount: 3,
    remark: "",
    ...given,
  };
}

/** A catalogue of the given rows. */
export function aSheet(rows: readonly CatalogueRow[], given: Partial<CatalogueSheet> = {}): CatalogueSheet {
  return {
    fonds: { code: "Z109", name: "昆明市五华区云锦社区居民委员会" },
    year: 2024,
    retention: { code: "D30", label: "30年" },
    matter: { code: "BGS", name: "综合管理" },
    standard: "DA/T 22-2015",
    printedDate: "2026-11-21",
    rows,
    ...given,
  };
}

/** Repeatable chance: the same seed gives the same catalogues. */
export function startChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pieces = [
  "关于",
  "印发",
  "《社区居民委员会年度工作计划》",
  "的通知",
  "（2024—2025年度）",
  "“两委”班子",
  "，",
  "。",
  "、",
  "：",
  "转发区民政局",
  "居民代表会议记录",
  "DA/T 22-2015",
  "12,345.67元",
  "www.example.cn/a/very/long/address?x=1&y=2",
  "[自拟题名]",
  " ",
  "　",
  "䶮",
  "㐀",
  "𠮷",
  "𬌗",
  "①",
  "——",
  "……",
  "=SUM(A1:A9)",
  "+1",
  "-1",
  "@x",
  "_x0041_",
  "<b>&amp;</b>",
  "\"'",
  "é",
] as const;

/** A text of up to `longest` random pieces, some of them hard. */
export function aText(chance: (below: number) => number, longest: number): string {
  return Array.from({ length: chance(longest + 1) }, () => pieces[chance(pieces.length)]).join("");
}

/** A catalogue of so many random rows: long titles, blank cells, codes too long for their column. */
export function aRandomSheet(chance: (below: number) => number, rowCount: number): CatalogueSheet {
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const longCode = `Z109-WS·2024-D30-综合管理与社区服务中心-${String(index + 1).padStart(6, "0")}`;
    return aRow(index + 1, {
      ...(chance(9) === 0 ? { archivalCode: longCode } : {}),
      documentNumber: aText(chance, 2),
      creator: aText(chance, 3),
      title: `题${aText(chance, chance(12) === 0 ? 60 : 8)}`,
      documentDate: ["2024-03-05", "2024-03", "2024", ""][chance(4)] ?? "",
      securityLevel: ["", "内部"][chance(2)] ?? "",
      pageCount: chance(400),
      remark: aText(chance, 1),
    });
  });
  return aSheet(rows);
}
