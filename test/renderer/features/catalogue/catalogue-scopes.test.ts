import { describe, expect, it } from "vitest";
import { type FilingUnit, filingUnit } from "#contract/filing-unit";
import { catalogueScopes } from "#features/catalogue/catalogue-scopes";

const unit = (year: number, retention: string, code: string, itemCount: number): FilingUnit =>
  filingUnit.parse({
    id: `${year}${retention}${code}`,
    fondsId: "f1",
    category: "WS",
    year,
    retention,
    matter: code === "" ? null : { id: code, fondsId: "f1", code, name: `类目${code}` },
    itemCount,
    pageSum: itemCount,
    firstCode: "",
    lastCode: "",
  });

describe("the catalogues there are", () => {
  it("stand by year, newest first, then by term in the order of the standard", () => {
    const lines = catalogueScopes([unit(2025, "Y", "", 1), unit(2026, "D10", "", 2), unit(2026, "Y", "", 3)]);
    expect(lines.map((line) => [line.depth, line.label, line.itemCount])).toEqual([
      [0, "2026 年度", 5],
      [1, "永久", 3],
      [1, "10年", 2],
      [0, "2025 年度", 1],
      [1, "永久", 1],
    ]);
  });

  it("name matters only where a term has several of them", () => {
    const lines = catalogueScopes([unit(2026, "Y", "DQ", 1), unit(2026, "Y", "ZZ", 2), unit(2026, "D30", "DQ", 1)]);
    expect(lines.map((line) => line.key)).toEqual(["2026", "2026/Y", "2026/Y/DQ", "2026/Y/ZZ", "2026/D30"]);
    expect(lines[2]?.scope).toEqual({ fondsId: "f1", category: "WS", year: 2026, retention: "Y", matterCode: "DQ" });
  });

  it("leave out units without items", () => {
    expect(catalogueScopes([unit(2026, "Y", "", 0)])).toEqual([]);
  });
});
