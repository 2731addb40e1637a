import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { formProof, isSameProof, sayFormProof } from "#contract/form-proof";
import { proveRows } from "#engine/catalogue/prove-rows";
import { aRow } from "./sample-sheet.ts";

const rows = [aRow(1, { pageCount: 5 }), aRow(2), aRow(3, { title: "[会议照片]" })];

describe("the row-conservation proof", () => {
  it("counts rows and pages, names the first and last code, and hashes what is printed", () => {
    const printed = [
      '["1","Z109-WS·2024-D30-BGS-0001","昆云社〔2024〕1号","云锦社区居民委员会","关于做好社区年度归档工作的通知","20240305","","5",""]',
      '["2","Z109-WS·2024-D30-BGS-0002","昆云社〔2024〕2号","云锦社区居民委员会","关于做好社区年度归档工作的通知","20240305","","3",""]',
      '["3","Z109-WS·2024-D30-BGS-0003","昆云社〔2024〕3号","云锦社区居民委员会","[会议照片]","20240305","","3",""]',
    ].map((line) => `${line}\n`);
    const hash = createHash("sha256").update(printed.join("")).digest("hex").slice(0, 16).toUpperCase();
    const proof = formProof.parse(proveRows(rows));
    expect(proof).toEqual({
      rowCount: 3,
      unit: "行",
      firstCode: "Z109-WS·2024-D30-BGS-0001",
      lastCode: "Z109-WS·2024-D30-BGS-0003",
      pageSum: 11,
      hash,
    });
    expect(sayFormProof(proof)).toBe(
      `3 行 · 首 Z109-WS·2024-D30-BGS-0001 · 末 Z109-WS·2024-D30-BGS-0003 · 共 11 页 · 校验 ${hash}`,
    );
  });

  it.each([
    ["a lost row", [rows[0]!, rows[2]!]],
    ["two rows that changed places", [rows[0]!, rows[2]!, rows[1]!]],
    ["a doubled row", [...rows, rows[2]!]],
    ["one changed character", [rows[0]!, rows[1]!, aRow(3, { title: "[会议照片）" })]],
    [
      "text that moved to the next cell",
      [rows[0]!, aRow(2, { creator: "", title: "云锦社区居民委员会关于做好社区年度归档工作的通知" }), rows[2]!],
    ],
  ])("is not the same for %s", (_, others) => {
    expect(isSameProof(proveRows(rows), proveRows(others))).toBe(false);
  });

  it("is the same for a date and for its printed form, and for blanks that are not printed", () => {
    const printed = [
      rows[0]!,
      aRow(2, { documentDate: "20240305", title: " 关于做好社区年度归档工作的通知\u200b\n" }),
      rows[2]!,
    ];
    expect(isSameProof(proveRows(rows), proveRows(printed))).toBe(true);
  });

  it("does not exist for no rows", () => {
    expect(() => proveRows([])).toThrow(expect.objectContaining({ code: "catalogue-empty" }));
  });
});
