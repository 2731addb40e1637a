// An old catalogue taken in whole: every trap reported, all or nothing, a second time nothing, taken back as a whole.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { legacyCatalogue } from "#test/fixtures/legacy-catalogue";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { tableFile } from "#test/support/read-table";
import { fileYear } from "#test/support/sample";

let archive: TestArchive;
let path = "";
const made = legacyCatalogue(620);
const draftCount = async (): Promise<number> =>
  (await archive.engine.ask("item.list", { filter: { state: "draft" }, limit: 1 })).total;

beforeAll(async () => {
  archive = await freshArchive();
  path = await tableFile(archive, made.bytes);
});
afterAll(() => archive.remove());

describe("an old catalogue", () => {
  it("is read with every trap reported and nothing written", async () => {
    const read = await archive.engine.ask("import.dry-run", { path, as: "catalogue" });
    expect(read).toMatchObject({
      rowsRead: made.rows.length,
      rowsUsable: 621,
      rowsRepeated: 1,
      rowsRefused: 0,
      rowsKnown: 0,
      skipped: { blank: made.blank, heading: 3, subtotal: made.subtotal, signature: 0 },
    });
    const counts: Record<string, number> = {};
    for (const { code } of read.findings) counts[code] = (counts[code] ?? 0) + 1;
    expect(counts).toEqual(made.planted);
    expect(read.sheets).toMatchObject([{ headRow: 3, year: 2023 }]);
    expect(await draftCount()).toBe(0);
    expect(
      (await archive.engine.ask("journal.list", {})).entries.every(({ action }) => !action.startsWith("import")),
    ).toBe(true);
  });

  it("names both rows of a repeated line", async () => {
    const { findings } = await archive.engine.ask("import.dry-run", { path, as: "catalogue" });
    const doubles = findings.filter(({ code }) => code === "duplicate-row");
    expect(doubles.map(({ row, message }) => [row, message.match(/\d+/)?.[0]])).toEqual([
      [made.rows.length - 1, "14"],
      [made.rows.length, "15"],
    ]);
    expect(doubles[0]?.message).toContain("没有重复导入");
  });

  it("is not taken in under another reading than the one looked at", async () => {
    const { planDigest } = await archive.engine.ask("import.dry-run", { path, as: "catalogue" });
    const other = { path, as: "catalogue", planDigest, terms: { 长期: "D30" } } as const;
    await expect(archive.engine.ask("import.commit", other)).rejects.toMatchObject({
      code: "import-changed-meanwhile",
    });
    expect(await draftCount()).toBe(0);
  });

  it("becomes drafts with the clerk's word for old terms, and a second time nothing", async () => {
    const input = { path, as: "catalogue", terms: { 长期: "D30" } } as const;
    const { planDigest, termsAsked } = await archive.engine.ask("import.dry-run", input);
    expect(termsAsked.map(({ text }) => text).sort()).toEqual(["", "短期"]);
    const first = await archive.engine.ask("import.commit", { ...input, planDigest });
    expect(first).toMatchObject({ rowsMade: 621, rowsKnown: 0 });
    expect(await draftCount()).toBe(621);
    const { rows } = await archive.engine.ask("item.list", { order: "entered", limit: 621 });
    expect(rows[0]).toMatchObject({
      title: "关于召开居民代表会议的通知（第1号）".replace("关于召开居民代表会议的通知", "年度工作总结"),
      documentNumber: "幸社发〔2023〕1号",
      year: 2023,
      retention: "D30",
      paperPageCount: 2,
      carrier: "paper",
      state: "draft",
    });
    expect(rows[2]).toMatchObject({ retention: "D30", documentDate: "2023-04-04" });
    expect(rows[3]).toMatchObject({ retention: null, documentDate: "2023-05-05" });
    const head = (await archive.engine.ask("journal.list", {})).entries[0];
    const again = await archive.engine.ask("import.commit", { path, as: "catalogue" });
    expect(again).toMatchObject({ rowsMade: 0, rowsKnown: 621, importId: null });
    expect(await draftCount()).toBe(621);
    expect((await archive.engine.ask("journal.list", {})).entries[0]).toEqual(head);
    expect((await archive.engine.ask("search.find", { words: "第613号" })).total).toBe(1);
  });

  it("is taken back as a whole, and may then come again", async () => {
    const [newest] = await archive.engine.ask("import.list", {});
    const next = await archive.engine.ask("undo.next", {});
    expect(next?.action).toBe("import.commit");
    await archive.engine.ask("undo.apply", { sequence: next?.sequence ?? 0 });
    expect(await draftCount()).toBe(0);
    expect((await archive.engine.ask("search.find", { words: "第613号" })).total).toBe(0);
    expect((await archive.engine.ask("import.list", {}))[0]).toMatchObject({ id: newest?.id, isWithdrawn: true });
    const again = await archive.engine.ask("import.commit", {
      path,
      as: "catalogue",
      terms: { 长期: "D30", 短期: "D10", "": "D10" },
    });
    expect(again.rowsMade).toBe(621);
  });

  it("is not taken back while another item refers to one of its", async () => {
    const [newest] = await archive.engine.ask("import.list", {});
    const [one, other] = (await archive.engine.ask("item.list", { limit: 2 })).rows;
    if (!newest || !one || !other) throw new Error("items were made");
    const of = { itemId: one.id };
    await archive.engine.ask("cross-reference.add", { of, to: { itemId: other.id }, note: "见另一件" });
    const refused = { code: "import-in-use", details: { count: 2 } };
    await expect(archive.engine.ask("import.withdraw", { id: newest.id })).rejects.toMatchObject(refused);
    const next = await archive.engine.ask("undo.next", {});
    await archive.engine.ask("undo.apply", { sequence: next?.sequence ?? 0 });
  });

  it("is no longer taken back once an item of it was changed or filed", async () => {
    const [newest] = await archive.engine.ask("import.list", {});
    if (!newest) throw new Error("an import was made");
    const { rows } = await archive.engine.ask("item.list", { filter: { year: 2023 }, limit: 1 });
    const [item] = rows;
    if (!item) throw new Error("items were made");
    const fields = { remark: "核对过" };
    await archive.engine.ask("item.describe", { id: item.id, revision: item.revision, fields });
    const refused = { code: "import-in-use", details: { count: 1 } };
    await expect(archive.engine.ask("import.withdraw", { id: newest.id })).rejects.toMatchObject(refused);
    expect(await draftCount()).toBe(621);
  });
});

describe("a catalogue without doubts", () => {
  it("is filed with its old 档号 kept and found", async () => {
    const own = await freshArchive();
    try {
      const matter = (await own.engine.ask("matter.list", {})).find(({ code }) => code === "ZZ");
      const head = ["档号", "题名", "责任者", "日期", "页数", "保管期限", "年度", "机构", "盒号"];
      const lines = [1, 2, 3].map((at) => [
        `C001-2022-30-${at}`,
        `通知${at}`,
        "幸福社区",
        `2022.1.${at}`,
        at,
        "30年",
        2022,
        matter?.name ?? "",
        7,
      ]);
      const { legacyBook } = await import("#test/fixtures/legacy-catalogue");
      const from = await tableFile(own, legacyBook([head, ...lines]));
      const read = await own.engine.ask("import.dry-run", { path: from, as: "catalogue" });
      expect(read.findings).toEqual([]);
      expect((await own.engine.ask("import.commit", { path: from, as: "catalogue" })).rowsMade).toBe(3);
      expect(await fileYear(own, 2022)).toBe(3);
      const second = await own.engine.ask("import.dry-run", {
        path: await tableFile(
          own,
          legacyBook([head, ["C001-2022-30-2", "另一件", "幸福社区", "2022.3.1", 1, "永久", 2022, "", 1]]),
        ),
        as: "catalogue",
      });
      expect(second.findings.map(({ code }) => code)).toContain("code-in-archive");
    } finally {
      await own.remove();
    }
  });
});
