// Rows meet papers: what may not be attached or taken apart first, then both sides, and what neither tells.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerRow } from "#contract/ledger-row";
import { anItem, somePages } from "#test/support/sample";
import { lookBehind } from "#test/support/ledger-store";
import { ledgerArchive, openLedgerOf, aidColumns, type LedgerArchive } from "#test/support/ledger-archive";

let desk: LedgerArchive;
beforeAll(async () => {
  desk = await ledgerArchive();
}, 120_000);
afterAll(() => desk.remove());

const cells = (given: Record<string, string>): Record<ColumnKey, string> => given as Record<ColumnKey, string>;
const aRow = async (given: Record<string, string> = {}): Promise<LedgerRow> =>
  (await desk.write([{ cells: cells({ happenedOn: "2024-03-05", name: "张秀英", matter: "上门", ...given }) }]))[0]!;
const undo = async (): Promise<unknown> =>
  desk.engine.ask("undo.apply", { sequence: (await desk.engine.ask("undo.next", {}))!.sequence });

describe("papers are refused", () => {
  it("when row, page or item is not there, and nothing is attached then", async () => {
    const row = await aRow();
    const [pageId] = await somePages(desk);
    const ask = desk.engine.ask;
    await expect(ask("ledger.attach", { rowId: "none" as never, pageIds: [pageId!] })).rejects.toMatchObject({
      code: "ledger-row-not-found",
    });
    await expect(ask("ledger.attach", { rowId: row.id, pageIds: [pageId!, "none" as never] })).rejects.toMatchObject({
      code: "page-not-found",
    });
    await expect(
      ask("ledger.attach", { rowId: row.id, pageIds: [pageId!], itemIds: ["none" as never] }),
    ).rejects.toMatchObject({ code: "item-not-found" });
    await expect(ask("ledger.attach", { rowId: row.id })).rejects.toMatchObject({ code: "input-invalid" });
    await expect(ask("ledger.detach", { rowId: row.id, pageIds: [pageId!] })).rejects.toMatchObject({
      code: "attachment-not-found",
    });
    expect(await ask("ledger.attachments", { rowId: row.id })).toEqual([]);
  });

  it("on a row that was removed", async () => {
    const row = await aRow();
    await desk.engine.ask("ledger.remove-rows", {
      ...{ ledgerId: desk.ledger.id, reason: "重复" },
      rows: [{ id: row.id, revision: row.revision }],
    });
    await expect(
      desk.engine.ask("ledger.attach", { rowId: row.id, pageIds: await somePages(desk) }),
    ).rejects.toMatchObject({ code: "ledger-row-removed" });
  });

  it("to go while a row rests on them", async () => {
    const row = await aRow();
    const pageIds = await somePages(desk);
    const item = await anItem(desk);
    await desk.engine.ask("ledger.attach", { rowId: row.id, pageIds, itemIds: [item.id] });
    await expect(desk.engine.ask("scan.discard", { pageIds })).rejects.toMatchObject({ code: "page-attached" });
    const { revision } = await desk.engine.ask("item.read", { id: item.id });
    await expect(desk.engine.ask("item.dissolve", { id: item.id, revision })).rejects.toMatchObject({
      code: "item-attached",
    });
    await desk.engine.ask("ledger.detach", { rowId: row.id, pageIds, itemIds: [item.id] });
    await desk.engine.ask("scan.discard", { pageIds });
    await desk.engine.ask("item.dissolve", { id: item.id, revision });
  });
});

describe("an attachment", () => {
  it("is counted, shown with its three dates, kept once, taken off and put back by undo", async () => {
    const row = await aRow();
    const [first, second] = await somePages(desk, 2);
    const item = await anItem(desk, { title: "慰问照片" }, 2);
    const { row: after } = await desk.engine.ask("ledger.attach", {
      rowId: row.id,
      pageIds: [first!, second!],
      itemIds: [item.id],
    });
    expect(after).toMatchObject({ attachmentCount: 3, revision: row.revision + 1, enteredAt: row.enteredAt });
    const again = await desk.engine.ask("ledger.attach", { rowId: row.id, pageIds: [first!] });
    expect(again.row).toMatchObject({ attachmentCount: 3, revision: after.revision });
    const shown = await desk.engine.ask("ledger.attachments", { rowId: row.id });
    expect(shown.map(({ kind, title, pageNumber }) => [kind, title, pageNumber])).toEqual([
      ["page", expect.stringContaining("扫描"), 0],
      ["page", expect.stringContaining("扫描"), 0],
      ["item", "慰问照片", 0],
    ]);
    expect(shown[2]).toMatchObject({ documentDate: "2024-03-05", thumbnail: { version: 1 }, pageCount: 2 });
    for (const { capturedAt, attachedAt } of shown) expect(capturedAt! <= attachedAt).toBe(true);
    await desk.engine.ask("ledger.detach", { rowId: row.id, pageIds: [first!] });
    expect((await desk.engine.ask("ledger.attachments", { rowId: row.id })).length).toBe(2);
    await undo();
    expect((await desk.engine.ask("ledger.attachments", { rowId: row.id })).length).toBe(3);
    const { versions } = await desk.engine.ask("ledger.history", { rowId: row.id });
    expect(versions.map(({ change, reason }) => [change.kind, reason])).toEqual([
      ["attach", "附上材料 1 份"],
      ["attach", "取下材料 1 份"],
      ["attach", "附上材料 3 份"],
      ["paste", ""],
    ]);
  });

  it("stays when its page becomes part of an item", async () => {
    const row = await aRow();
    const pageIds = await somePages(desk, 2);
    await desk.engine.ask("ledger.attach", { rowId: row.id, pageIds: [pageIds[1]!] });
    const { item } = await desk.engine.ask("item.make", { pageIds, fields: { title: "走访记录" } });
    expect(await desk.engine.ask("ledger.attachments", { rowId: row.id })).toMatchObject([
      { kind: "page", pageId: pageIds[1], itemId: item.id, title: "走访记录", pageNumber: 2 },
    ]);
    expect(await desk.engine.ask("ledger.rows-of-item", { itemId: item.id })).toMatchObject({
      rowCount: 1,
      rows: [{ rowId: row.id, rowNumber: row.seq, period: "2024-03", ledgerName: desk.ledger.name }],
    });
  });

  it("does not stand between an edit from before and the row", async () => {
    const row = await aRow();
    await desk.engine.ask("ledger.attach", { rowId: row.id, pageIds: await somePages(desk) });
    const [edited] = await desk.write(
      [{ id: row.id, revision: row.revision, cells: cells({ matter: "电话" }) }],
      "edit",
    );
    expect(edited).toMatchObject({ revision: 3, attachmentCount: 1 });
  });
});

describe("the tray beside a row", () => {
  it("is refused without the row", async () => {
    await expect(desk.engine.ask("ledger.tray", { rowId: "none" as never })).rejects.toMatchObject({
      code: "ledger-row-not-found",
    });
  });

  it("offers what was scanned last first, and says of this row alone what it has", async () => {
    const [row, other] = [await aRow(), await aRow()];
    const [first, last] = await somePages(desk, 2);
    await desk.engine.ask("ledger.attach", { rowId: other.id, pageIds: [last!] });
    const { pages, total } = await desk.engine.ask("ledger.tray", { rowId: row.id, limit: 2 });
    expect(pages.map(({ pageId, isAttached, isPersonal }) => [pageId, isAttached, isPersonal])).toEqual([
      [last, false, false],
      [first, false, false],
    ]);
    expect(total).toBe((await desk.engine.ask("scan.tray", {})).total);
    const beside = await desk.engine.ask("ledger.tray", { rowId: other.id, limit: 1 });
    expect(beside.pages).toMatchObject([{ pageId: last, isAttached: true, thumbnail: { version: 1 } }]);
    await desk.engine.ask("item.make", { pageIds: [last!], fields: { title: "走访记录" } });
    expect((await desk.engine.ask("ledger.tray", { rowId: other.id, limit: 1 })).pages[0]?.pageId).toBe(first);
  });

  it("shows no picture of a page noticed as personal until somebody has settled it", async () => {
    const row = await aRow();
    const [pageId] = await somePages(desk);
    const offered = async () => (await desk.engine.ask("ledger.tray", { rowId: row.id, limit: 1 })).pages[0];
    await lookBehind(desk, ({ connection }) =>
      connection.raw
        .prepare("INSERT INTO page_mark (page_id, mark, value) VALUES (?, 'personal', '户口簿')")
        .run(pageId),
    );
    expect(await offered()).toMatchObject({ pageId, isPersonal: true, thumbnail: null });
    await desk.engine.ask("page-mark.settle", { pageIds: [pageId!], mark: "personal", isSettled: true });
    expect(await offered()).toMatchObject({ pageId, isPersonal: false, thumbnail: { pageId } });
  });
});

describe("the item's side", () => {
  it("names ledgers, periods and numbers, never a person", async () => {
    const item = await anItem(desk);
    const other = await openLedgerOf(desk, aidColumns, "visit");
    const row = await aRow();
    const [elsewhere] = (
      await desk.engine.ask("ledger.write-rows", {
        ...{ ledgerId: other.id, kind: "paste" },
        rows: [{ cells: cells({ happenedOn: "2024", name: "刘玉兰", phone: "13800138000" }) }],
      })
    ).rows;
    for (const rowId of [row.id, elsewhere!.id]) await desk.engine.ask("ledger.attach", { rowId, itemIds: [item.id] });
    const answer = await desk.engine.ask("ledger.rows-of-item", { itemId: item.id });
    expect(answer.rows.map(({ ledgerName, period }) => [ledgerName, period])).toEqual([
      [desk.ledger.name, "2024-03"],
      [other.name, null],
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/张秀英|刘玉兰|13800138000|上门/);
  });

  it("tells of a restricted item how many rows, and of no row which", async () => {
    const item = await anItem(desk, { access: "restricted", title: "张秀英低保审批", neutralTitle: "低保审批材料" });
    const row = await aRow();
    await desk.engine.ask("ledger.attach", { rowId: row.id, itemIds: [item.id] });
    expect(await desk.engine.ask("ledger.rows-of-item", { itemId: item.id })).toEqual({
      ...{ rowCount: 1, isCountOnly: true, rows: [] },
    });
    const shown = await desk.engine.ask("ledger.attachments", { rowId: row.id });
    expect(shown).toMatchObject([{ title: "低保审批材料", thumbnail: null, isRestricted: true }]);
    expect(JSON.stringify(shown)).not.toContain("张秀英");
  });
});
