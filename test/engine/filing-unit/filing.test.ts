import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

let archive: TestArchive;
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
});
beforeAll(() => undefined);
afterAll(() => archive.remove());
const preview = () => archive.engine.ask("filing.preview", { fondsId: archive.fondsId, year: 2024 });
const on = (text: string) => archivalDate.parse(text);

describe("filing a year", () => {
  it("refuses while an item lacks what it must have, and names each", async () => {
    await anItem(archive, { title: "", creator: "", documentDate: on(""), retention: null, matterId: null });
    await anItem(archive, { access: "restricted", documentNumber: "" });
    await anItem(archive, { documentDate: on("2025-01-02"), documentNumber: "" });
    const { problems, planDigest } = await preview();
    expect(problems.map((each) => each.code)).toEqual(
      expect.arrayContaining([
        "title-missing",
        "creator-missing",
        "date-missing",
        "retention-missing",
        "matter-missing",
        "neutral-title-missing",
        "date-after-year",
      ]),
    );
    await expect(
      archive.engine.ask("filing.commit", { fondsId: archive.fondsId, year: 2024, planDigest }),
    ).rejects.toMatchObject({
      code: "filing-not-ready",
      details: { count: 3 },
    });
    expect((await archive.engine.ask("item.list", { filter: { state: "filed" } })).total).toBe(0);
  });

  it("numbers by time without gaps in each lowest class, later ones after earlier ones", async () => {
    await anItem(archive, { title: "乙", documentDate: on("2024-05"), documentNumber: "" });
    await anItem(archive, { title: "甲", documentDate: on("2024-01-03"), documentNumber: "" });
    await anItem(archive, { title: "丙", retention: "D10", documentNumber: "" });
    expect(
      (await preview()).units.map((unit) => unit.items.map((item) => [item.title, item.itemNumber, item.isNew])),
    ).toEqual([
      [
        ["甲", 1, true],
        ["乙", 2, true],
      ],
      [["丙", 1, true]],
    ]);
    expect(await fileYear(archive)).toBe(3);
    await anItem(archive, { title: "迟到", documentDate: on("2024-01-01"), documentNumber: "" });
    expect(await fileYear(archive)).toBe(1);
    const { rows } = await archive.engine.ask("catalogue.show", {
      scope: { fondsId: archive.fondsId, year: 2024, retention: "Y" },
    });
    expect(rows.map((row) => [row.archivalCode, row.title])).toEqual([
      ["C001-WS·2024-Y-ZZ-0001", "甲"],
      ["C001-WS·2024-Y-ZZ-0002", "乙"],
      ["C001-WS·2024-Y-ZZ-0003", "迟到"],
    ]);
  });

  it("commits only the plan that was shown", async () => {
    const item = await anItem(archive);
    const { planDigest } = await preview();
    await archive.engine.ask("item.describe", { id: item.id, revision: item.revision, fields: { title: "之后改的" } });
    await expect(
      archive.engine.ask("filing.commit", { fondsId: archive.fondsId, year: 2024, planDigest }),
    ).rejects.toMatchObject({
      code: "filing-preview-stale",
    });
  });

  it("keeps 档号 unique per 全宗 and lets two fonds bear the same numbers", async () => {
    await anItem(archive);
    await fileYear(archive);
    const other = await archive.engine.ask("fonds.found", {
      code: "C002",
      name: "党总支",
      unit: "幸福社区党总支",
      codeStandard: "DA/T 13-2022",
    });
    const matter = await archive.engine.ask("matter.add", { fondsId: other.id, code: "DQ", name: "党群" });
    await anItem(archive, { fondsId: other.id, matterId: matter.id });
    const scope = { fondsId: other.id, year: 2024 };
    const { planDigest, units } = await archive.engine.ask("filing.preview", scope);
    expect(units[0]?.items[0]?.archivalCode).toBe("C002-WS·2024·Y·DQ-0001");
    await archive.engine.ask("filing.commit", { ...scope, planDigest });
    expect(await archive.engine.ask("filing.units", {})).toHaveLength(2);
  });

  it("refuses to change 全宗号 or rule once items are filed", async () => {
    await anItem(archive);
    await fileYear(archive);
    const [fonds] = await archive.engine.ask("fonds.list", {});
    await expect(archive.engine.ask("fonds.revise", { ...fonds!, code: "X999" })).rejects.toMatchObject({
      code: "fonds-has-filed-items",
    });
    await expect(archive.engine.ask("fonds.revise", { ...fonds!, codeStandard: "DA/T 13-2022" })).rejects.toMatchObject(
      { code: "fonds-has-filed-items" },
    );
    expect(await archive.engine.ask("fonds.revise", { ...fonds!, name: "幸福社区（新）" })).toMatchObject({
      name: "幸福社区（新）",
    });
  });

  it("refuses a taken 全宗号 and a taken matter code", async () => {
    const found = { code: "C001", name: "又一个", unit: "", codeStandard: "DA/T 22-2015" } as const;
    await expect(archive.engine.ask("fonds.found", found)).rejects.toMatchObject({ code: "fonds-code-taken" });
    await expect(
      archive.engine.ask("matter.add", { fondsId: archive.fondsId, code: "ZZ", name: "重复" }),
    ).rejects.toMatchObject({ code: "matter-code-taken" });
  });

  it("has nothing to print or hand over before anything is filed", async () => {
    await anItem(archive);
    const scope = { fondsId: archive.fondsId, year: 2024 };
    await expect(archive.engine.ask("catalogue.show", { scope })).rejects.toMatchObject({ code: "catalogue-empty" });
    await expect(archive.engine.ask("package.preview", scope)).rejects.toMatchObject({ code: "package-empty" });
  });
});
