import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { LevelOrder, Scheme } from "#contract/scheme";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { fileYear } from "#test/support/sample";
import { day, matterOf, paperItem } from "./fonds-desk.ts";

let archive: TestArchive;
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
});
afterAll(() => archive.remove());

const newest = async (): Promise<Scheme> => (await archive.engine.ask("scheme.list", {}))[0]!;
const revise = async (change: Partial<Scheme>) =>
  archive.engine.ask("scheme.revise", { ...(await newest()), ...change });
const undo = async () => {
  const next = await archive.engine.ask("undo.next", {});
  return archive.engine.ask("undo.apply", { sequence: next!.sequence });
};
/** Two matters, two terms. */
async function fill(year: number): Promise<void> {
  for (const code of ["FW", "ZZ"])
    for (const retention of ["Y", "D10"] as const)
      await paperItem(archive, {
        title: `${code} ${retention} ${year}`,
        matterId: (await matterOf(archive, code)).id,
        retention,
        year,
        documentDate: day(String(year)),
      });
}
const orderOf = async (year: number): Promise<string[]> =>
  (await archive.engine.ask("catalogue.show", { scope: { fondsId: archive.fondsId, year } })).rows.map(
    (row) => row.archivalCode,
  );

describe("the order of levels", () => {
  it("is 年度–期限–问题 at first, and lists a year's classes so", async () => {
    await fill(2024);
    await fileYear(archive);
    expect(await orderOf(2024)).toEqual([
      "C001-WS·2024-Y-FW-0001",
      "C001-WS·2024-Y-ZZ-0001",
      "C001-WS·2024-D10-FW-0001",
      "C001-WS·2024-D10-ZZ-0001",
    ]);
  });

  it("changes in place while nothing is filed", async () => {
    expect(await revise({ levelOrder: "year-matter-retention" })).toMatchObject({ number: 1, fromYear: 0 });
    await fill(2024);
    const units = (await archive.engine.ask("filing.preview", { fondsId: archive.fondsId, year: 2024 })).units;
    expect(units.map((unit) => [unit.matter?.code, unit.retention])).toEqual([
      ["FW", "Y"],
      ["FW", "D10"],
      ["ZZ", "Y"],
      ["ZZ", "D10"],
    ]);
    await fileYear(archive);
    expect(await orderOf(2024)).toEqual([
      "C001-WS·2024-Y-FW-0001",
      "C001-WS·2024-D10-FW-0001",
      "C001-WS·2024-Y-ZZ-0001",
      "C001-WS·2024-D10-ZZ-0001",
    ]);
  });

  it("begins anew with a year that has nothing filed; years before keep theirs", async () => {
    await fill(2024);
    await fileYear(archive);
    const levelOrder: LevelOrder = "year-matter-retention";
    await expect(revise({ levelOrder })).rejects.toMatchObject({
      code: "scheme-year-filed",
      details: { year: 2024 },
    });
    await expect(revise({ levelOrder, fromYear: 2024 })).rejects.toMatchObject({ code: "scheme-year-filed" });
    expect(await revise({ levelOrder, fromYear: 2025, name: "新方案" })).toMatchObject({ number: 2, name: "新方案" });
    await fill(2025);
    await fileYear(archive, 2025);
    expect((await orderOf(2024)).map((code) => code.slice(13))).toEqual([
      "Y-FW-0001",
      "Y-ZZ-0001",
      "D10-FW-0001",
      "D10-ZZ-0001",
    ]);
    expect((await orderOf(2025)).map((code) => code.slice(13))).toEqual([
      "Y-FW-0001",
      "D10-FW-0001",
      "Y-ZZ-0001",
      "D10-ZZ-0001",
    ]);
    // And the other way: neither taken back nor slipped in before.
    await expect(revise({ fromYear: 2023 })).rejects.toMatchObject({ code: "scheme-year-passed" });
    const { id } = await newest();
    await expect(archive.engine.ask("scheme.withdraw", { id })).rejects.toMatchObject({ code: "scheme-year-filed" });
  });

  it("in two levels has no 机构(问题): an item with one is named before it is numbered", async () => {
    await revise({ levelOrder: "year-retention" });
    const { id: matterId } = await matterOf(archive, "ZZ");
    await paperItem(archive, { title: "无类目", matterId: null });
    const classed = await paperItem(archive, { title: "有类目", matterId });
    const scope = { fondsId: archive.fondsId, year: 2024 };
    const plan = await archive.engine.ask("filing.preview", scope);
    expect(plan.problems).toMatchObject([{ itemId: classed.id, code: "matter-not-in-scheme" }]);
    await expect(archive.engine.ask("filing.commit", { ...scope, planDigest: plan.planDigest })).rejects.toMatchObject({
      code: "filing-not-ready",
    });
    await archive.engine.ask("item.describe", { ...classed, fields: { matterId: null } });
    expect(await fileYear(archive)).toBe(2);
    expect(await orderOf(2024)).toEqual(["C001-WS·2024-Y-0001", "C001-WS·2024-Y-0002"]);
    // Nor does the check before closing miss what the year does not have.
    const { findings } = await archive.engine.ask("filing-year.check", { ...scope, category: "WS" });
    expect(findings.filter((each) => each.message.includes("机构"))).toEqual([]);
  });
});

describe("a version of the scheme", () => {
  it("is taken back while it is the newest and unused, and not the first", async () => {
    const first = await newest();
    await expect(archive.engine.ask("scheme.withdraw", { id: first.id })).rejects.toMatchObject({
      code: "scheme-not-last",
    });
    const second = await revise({ fromYear: 2026, levelOrder: "year-retention", source: "街道〔2025〕8号" });
    await expect(archive.engine.ask("scheme.withdraw", { id: first.id })).rejects.toMatchObject({
      code: "scheme-not-last",
    });
    await undo();
    expect(await newest()).toEqual(first);
    await expect(archive.engine.ask("scheme.withdraw", { id: second.id })).rejects.toMatchObject({
      code: "scheme-not-found",
    });
  });

  it("takes a 门类 in at any time and lets it go only when it is empty", async () => {
    await fill(2024);
    await fileYear(archive);
    const { categories } = await newest();
    expect(await revise({ categories: [...categories, "YJ"] })).toMatchObject({ number: 1 });
    const isUsed = async (code: string) =>
      (await archive.engine.ask("category.list", {})).find((category) => category.code === code)?.isUsed;
    expect(await isUsed("YJ")).toBe(true);
    await undo();
    expect(await isUsed("YJ")).toBe(false);
    await paperItem(archive, { category: "SW", matterId: null, year: null });
    const without = (code: string) => categories.filter((each) => each !== code);
    await expect(revise({ categories: without("SW") })).rejects.toMatchObject({
      code: "category-in-use",
      details: { name: "实物", count: 1 },
    });
    await expect(revise({ categories: without("WS") })).rejects.toMatchObject({ code: "category-in-use" });
    await revise({ categories: without("LX") });
    expect(await isUsed("LX")).toBe(false);
    await expect(revise({ fondsId: "nobody" as Scheme["fondsId"] })).rejects.toMatchObject({ code: "fonds-not-found" });
  });
});
