// A cell that names a restricted item: its own title stays out of the cell, the sheet and the frozen table (personal-data P6).
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { frozenFiles, rowsOfXlsx } from "#test/support/frozen-files";
import { column, openLedgerOf } from "#test/support/ledger-archive";
import { anItem } from "#test/support/sample";

const columns: readonly LedgerColumn[] = [
  column({ key: "happenedOn", heading: "发生日期", kind: "date", part: "occurred" }),
  column({ key: "paper", heading: "材料", kind: "item" }),
];
let archive: TestArchive;
let ledger: Ledger;
beforeAll(async () => {
  archive = await freshArchive();
  ledger = await openLedgerOf(archive, columns);
}, 120_000);
afterAll(() => archive.remove());

const title = "张秀英低保审批表";
const write = async (paper: string, link: string, kind: "enter" | "paste" = "enter") =>
  (
    await archive.engine.ask("ledger.write-rows", {
      ...{ ledgerId: ledger.id, kind },
      rows: [
        {
          cells: { happenedOn: "2024-03-05", paper } as Record<ColumnKey, string>,
          links: { paper: link } as Record<ColumnKey, string>,
        },
      ],
    })
  ).rows[0]!;

describe("a cell that names a restricted item", () => {
  it("holds its neutral title, whatever was typed with it, and without one says only that it is restricted", async () => {
    const item = await anItem(archive, { title, access: "restricted", neutralTitle: "低保审批材料（户号0123）" });
    const bare = await anItem(archive, { title, access: "restricted" });
    for (const kind of ["enter", "paste"] as const)
      expect((await write(title, item.id, kind)).cells).toMatchObject({ paper: "低保审批材料（户号0123）" });
    expect((await write(title, bare.id)).cells).toMatchObject({ paper: "限制件" });
    const open = await anItem(archive, { title: "走访记录" });
    expect((await write("走访记录", open.id)).cells).toMatchObject({ paper: "走访记录" });
  });

  it("is put out neutrally also where the item was restricted afterwards", async () => {
    const item = await anItem(archive, { title });
    await write(title, item.id);
    await archive.engine.ask("item.describe", {
      ...{ id: item.id, revision: item.revision },
      fields: { access: "restricted", neutralTitle: "低保审批材料（户号0456）" },
    });
    const to = join(archive.around, "台账.xlsx");
    const rows = { by: "period", period: "2024-03" } as const;
    await archive.engine.ask("ledger.write-sheet", { ledgerId: ledger.id, rows, output: "xlsx", to });
    await archive.engine.ask("ledger.freeze", { ledgerId: ledger.id, period: "2024-03" });
    const [freeze] = await archive.engine.ask("ledger.freezes", { ledgerId: ledger.id });
    const { xlsx } = await frozenFiles(archive, freeze!.id);
    for (const said of [await rowsOfXlsx(await readFile(to)), await rowsOfXlsx(xlsx)].map((each) =>
      JSON.stringify(each),
    )) {
      expect(said).toContain("低保审批材料（户号0456）");
      expect(said).not.toContain("张秀英");
    }
  });
});
