// 固化: what is refused first; then the item, its two files, what they say and what they must not; then changes since.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { Asked, Output } from "#contract/contract";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerPeriod } from "#contract/ledger";
import { designOf } from "#engine/ledger/design-ledger";
import { fileYear } from "#test/support/sample";
import { frozenFiles, partsOfXlsx, rowsOfPdf, rowsOfXlsx } from "#test/support/frozen-files";
import { ledgerArchive, type LedgerArchive } from "#test/support/ledger-archive";

let desk: LedgerArchive;
const cells = (given: Record<string, string>): Record<ColumnKey, string> => given as Record<ColumnKey, string>;
const period = "2024-03" as LedgerPeriod;
const freeze = (given: Partial<Asked<"ledger.freeze">> = {}): Promise<Output<"ledger.freeze">> =>
  desk.engine.ask("ledger.freeze", { ledgerId: desk.ledger.id, period, ...given });
const freezes = () => desk.engine.ask("ledger.freezes", { ledgerId: desk.ledger.id });

beforeAll(async () => {
  desk = await ledgerArchive();
  const matters = await desk.engine.ask("matter.list", {});
  const { id, revision, ...ledger } = desk.ledger;
  await desk.engine.ask("ledger.design", {
    ...{ id, revision },
    design: {
      ...designOf({ id, revision, ...ledger }),
      ...{ retention: "D10", matterId: matters.find(({ code }) => code === "ZZ")!.id },
      columns: [...ledger.columns],
    },
  });
}, 120_000);
afterAll(() => desk.remove());

describe("freezing is refused", () => {
  it("for a ledger, a period or a freezing that is not there, and for a period of another kind", async () => {
    const ledgerId = "none" as never;
    await expect(freeze({ ledgerId })).rejects.toMatchObject({ code: "ledger-not-found" });
    await expect(freeze({ period: "2024" })).rejects.toMatchObject({ code: "freeze-period-wrong" });
    await expect(freeze({ period: "2024-Q1" })).rejects.toMatchObject({ code: "freeze-period-wrong" });
    await expect(freeze({ period: "2024-13" })).rejects.toMatchObject({ code: "input-invalid" });
    await expect(desk.engine.ask("ledger.freeze-check", { freezeId: "none" })).rejects.toMatchObject({
      code: "freeze-not-found",
    });
  });

  it("for a period without a row, also where removed and undated ones are all there is", async () => {
    const [row] = await desk.write([{ cells: cells({ happenedOn: "2023-01-05", matter: "错的" }) }]);
    await desk.write([{ cells: cells({ happenedOn: "2023", matter: "只知道年" }) }]);
    await desk.engine.ask("ledger.remove-rows", {
      ...{ ledgerId: desk.ledger.id, reason: "误登" },
      rows: [{ id: row!.id, revision: row!.revision }],
    });
    await expect(freeze({ period: "2023-01" })).rejects.toMatchObject({
      ...{ code: "freeze-empty", details: { period: "2023年1月" } },
    });
    expect(await freezes()).toEqual([]);
    const { periods, undatedCount } = await desk.engine.ask("ledger.periods", { ledgerId: desk.ledger.id });
    expect([periods, undatedCount]).toEqual([[], 1]);
  });

  it("for a period that is not over, until the clerk confirms it", async () => {
    const now = new Date();
    const month = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}` as LedgerPeriod;
    await desk.write([{ cells: cells({ happenedOn: month, matter: "本月" }) }]);
    await expect(freeze({ period: month })).rejects.toMatchObject({ code: "freeze-period-open" });
    const made = await freeze({ period: month, isUnfinishedConfirmed: true });
    expect(made.freezes).toMatchObject([{ period: month, rowCount: 1, number: 1 }]);
  });
});

// Somebody, in columns of her own and wherever else a clerk may write her down.
const planted = {
  name: "欧阳秀珍",
  phone: "13987654321",
  address: "幸福小区3栋2单元501室",
  idNumber: "11010519491231002X",
  account: "6222020200112230",
};
const leaks = new RegExp(
  [...Object.values(planted), "秀珍", "139-8765-4321", "刘桂花", "4栋1单元302", "回族"].join("|"),
);

describe("a frozen period", () => {
  let made: Output<"ledger.freeze">;
  beforeAll(async () => {
    await desk.engine.ask("resident.add", { fields: { name: "刘桂花" } } as never).catch(() => undefined);
    await desk.write([
      {
        cells: cells({
          happenedOn: "2024-03-05",
          kind: "就业",
          ...planted,
          amount: "1200.50",
          count: "2",
          matter: "岗位推荐",
        }),
      },
      {
        cells: cells({
          happenedOn: "2024-03-20",
          kind: "就学",
          matter: "开学补助",
          note: "为欧阳秀珍家送去补助，电话139-8765-4321",
        }),
      },
      { cells: cells({ happenedOn: "2024-03-09", matter: "上门到4栋1单元302", note: "已答复", caseNumber: "0001" }) },
      { cells: cells({ happenedOn: "2024-03-11", matter: "政策宣讲", note: "一户回族群众到场" }) },
      { cells: cells({ happenedOn: "2024-03", matter: "长记录", note: "走访情况说明。".repeat(100) }) },
    ]);
    made = await freeze();
  }, 60_000);

  it("is told before: what stays, what is left out and why, where words look personal", async () => {
    const preview = await desk.engine.ask("ledger.freeze-preview", { ledgerId: desk.ledger.id, period });
    expect(preview).toMatchObject({ rowCount: 5, lateCount: 5, isOver: true, hasTerm: true, findingCount: 3 });
    const left = preview.columns.flatMap(({ heading, leftOut }) => (leftOut === "" ? [] : [[heading, leftOut]]));
    expect(left).toEqual([
      ["姓名", "personal"],
      ["电话", "personal"],
      ["身份证号", "sensitive"],
      ["银行账号", "sensitive"],
      ["住址", "person"],
    ]);
    expect(preview.findings.map(({ heading }) => heading).toSorted()).toEqual(["事项", "备注", "备注"]);
    expect(JSON.stringify(preview)).not.toMatch(leaks);
  });

  it("is an item with term and class, a PDF to look at and the spreadsheet as it is", async () => {
    const [frozen] = made.freezes;
    expect(frozen).toMatchObject({
      ...{ form: "plain", number: 1, rowCount: 5, lateCount: 5, itemState: "draft", personName: "王敏" },
      itemTitle: `2024年3月${desk.ledger.name}台账（去标识）`,
    });
    const item = await desk.engine.ask("item.read", { id: frozen!.itemId! });
    expect(item).toMatchObject({
      ...{ title: frozen!.itemTitle, creator: "幸福社区居民委员会", documentDate: "2024-03-31", year: 2024 },
      ...{ retention: "D10", carrier: "digital", access: "internal", fileCount: 1 },
    });
    expect(item.imageCount).toBeGreaterThan(0);
    expect(item.parts[0]!.files).toMatchObject([{ format: "xlsx", awaitsReadingCopy: false, hasMacro: false }]);
    expect(frozen!.files.map(({ name, sha256, sm3 }) => [name.slice(-4), sha256.length, sm3.length])).toEqual([
      [".pdf", 64, 64],
      ["xlsx", 64, 64],
    ]);
  });

  it("says the same rows in both files, in the order of their dates, and no word of a person", async () => {
    const { pdf, xlsx } = await frozenFiles(desk, made.freezes[0]!.id);
    const ofPdf = await rowsOfPdf(pdf);
    const ofXlsx = await rowsOfXlsx(xlsx);
    const lines = ofPdf.filter((cells) => /^\d+$|^（续）$/.test(cells[0] ?? ""));
    expect(lines.map((cells) => cells[2])).toEqual([
      ...["2024-03", "", "", "2024-03-05", "2024-03-09", "2024-03-11", "2024-03-20"],
    ]);
    expect(ofXlsx.slice(-lines.length)).toEqual(lines);
    const text = JSON.stringify([ofPdf, ofXlsx]);
    expect(text).toContain("岗位推荐");
    expect(text).toContain("2401.00");
    expect(text).toContain("（可能含个人信息，未列出）");
    // The note is the last of the ledger's own columns; a long one goes on below.
    for (const table of [lines, ofXlsx])
      expect(table.map((cells) => cells.at(-4)).join("")).toContain("走访情况说明。".repeat(100));
    expect(text).not.toMatch(leaks);
    expect(text).toContain(made.freezes[0]!.files[1]!.sha256);
  });

  it("is a spreadsheet of values: no formula, no hidden sheet, no cache, nothing of what was left out", async () => {
    const { xlsx } = await frozenFiles(desk, made.freezes[0]!.id);
    const parts = partsOfXlsx(xlsx);
    expect([...parts.keys()].filter((name) => /worksheets\/[^/]+\.xml$/.test(name)).length).toBe(1);
    expect(
      [...parts.keys()].filter((name) => /pivot|external|calcChain|comments|custom|connections|query/i.test(name)),
    ).toEqual([]);
    const all = [...parts.values()].join("\n");
    expect(all).not.toMatch(/<f[ >]|state="(?:veryH|h)idden"|hidden="(?:1|true)"|<definedName[^>]*hidden/);
    expect(all).toContain("岗位推荐");
    expect(all).not.toMatch(leaks);
    expect(all).not.toContain("身份证号</t>");
  });

  it("is not taken apart: its pages would lie in the tray", async () => {
    const { itemId } = made.freezes[0]!;
    const { id, revision, parts } = await desk.engine.ask("item.read", { id: itemId! });
    const refused = { code: "item-frozen" };
    await expect(desk.engine.ask("item.dissolve", { id, revision })).rejects.toMatchObject(refused);
    await expect(desk.engine.ask("item.arrange", { id, revision, parts: [] })).rejects.toMatchObject(refused);
    const [page] = parts[0]!.pages;
    const piece = { parts: [{ kind: "正文" as const, pageIds: [page!.id] }], fields: {} };
    await expect(desk.engine.ask("item.split", { id, revision, pieces: [piece, piece] })).rejects.toMatchObject(
      refused,
    );
  });

  it("is not frozen twice while nothing changed", async () => {
    await expect(freeze()).rejects.toMatchObject({ code: "freeze-unchanged" });
  });

  it("tells later which rows are no longer as they were, and freezing again makes another item beside it", async () => {
    const [first] = made.freezes;
    expect(await desk.engine.ask("ledger.freeze-check", { freezeId: first!.id })).toMatchObject({ isSame: true });
    const rows = (await desk.rows()).filter(({ occurredOn }) => occurredOn.startsWith("2024-03"));
    const [edited, removed] = rows;
    const correction = {
      ...{ ledgerId: desk.ledger.id, kind: "edit" as const },
      rows: [{ id: edited!.id, revision: edited!.revision, cells: cells({ phone: "13987654322" }) }],
    };
    await expect(desk.engine.ask("ledger.write-rows", correction)).rejects.toMatchObject({
      ...{ code: "ledger-frozen-reason", details: { row: 1, period: "2024年3月" } },
    });
    await desk.engine.ask("ledger.write-rows", { ...correction, reason: "电话更换" });
    await desk.engine.ask("ledger.remove-rows", {
      ...{ ledgerId: desk.ledger.id, reason: "重复" },
      rows: [{ id: removed!.id, revision: removed!.revision }],
    });
    const [added] = await desk.write([{ cells: cells({ happenedOn: "2024-03-30", matter: "补登" }) }]);
    const change = {
      ...{ addedCount: 1, changedCount: 1, removedCount: 1 },
      ...{ added: [added!.seq], changed: [edited!.seq], removed: [removed!.seq] },
    };
    expect(await desk.engine.ask("ledger.freeze-check", { freezeId: first!.id })).toEqual({
      ...{ isSame: false, rowCount: 5, change },
    });
    const again = await freeze();
    expect(again).toMatchObject({ change, freezes: [{ number: 2 }] });
    const all = await desk.engine.ask("ledger.freezes", { ledgerId: desk.ledger.id, period });
    expect(all.map(({ number, itemState }) => [number, itemState])).toEqual([
      [2, "draft"],
      [1, "draft"],
    ]);
    expect(all[0]!.files[0]!.sha256).not.toBe(first!.files[0]!.sha256);
  });

  it("is as it was again once the change is undone", async () => {
    const [last] = await desk.engine.ask("ledger.freezes", { ledgerId: desk.ledger.id, period });
    const row = (await desk.rows()).find(({ occurredOn }) => occurredOn === "2024-03-30")!;
    const { changeId } = await desk.engine.ask("ledger.write-rows", {
      ...{ ledgerId: desk.ledger.id, kind: "edit" },
      rows: [{ id: row.id, revision: row.revision, cells: cells({ matter: "改了" }) }],
      reason: "写错事项",
    });
    expect((await desk.engine.ask("ledger.freeze-check", { freezeId: last!.id })).isSame).toBe(false);
    await desk.engine.ask("ledger.revert", { changeId });
    expect((await desk.engine.ask("ledger.freeze-check", { freezeId: last!.id })).isSame).toBe(true);
  });

  it("is filed by the ordinary filing and found by its title", async () => {
    expect(await fileYear(desk)).toBe(2);
    const [last] = await desk.engine.ask("ledger.freezes", { ledgerId: desk.ledger.id, period });
    expect(last).toMatchObject({ itemState: "filed", archivalCode: expect.stringMatching(/2024/) });
    const { rows } = await desk.engine.ask("search.find", { words: `2024年3月${desk.ledger.name}` });
    expect(rows.map(({ archivalCode }) => archivalCode)).toContain(last!.archivalCode);
    expect(archivalDate.parse(rows[0]!.documentDate)).toBe("2024-03-31");
  });
});
