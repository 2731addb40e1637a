// A ledger put out: what is refused first, then rows in = rows out, and no masked value in any file, cache or layer.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync, inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asked } from "#contract/contract";
import type { ColumnKey } from "#contract/ledger-column";
import { readSpreadsheet } from "#engine/catalogue/read-spreadsheet";
import { startTurns } from "#engine/paper/take-turn";
import { readRows } from "#engine/paper/read-rows";
import { column, ledgerArchive, openLedgerOf, type LedgerArchive } from "#test/support/ledger-archive";
import { legacyLedger, legacyRow, rightId } from "#test/fixtures/legacy-ledger";
import { everyValue, lookBehind } from "#test/support/ledger-store";
import { tableFile } from "#test/support/read-table";

let desk: LedgerArchive;
let out = "";
beforeAll(async () => {
  desk = await ledgerArchive();
  out = await mkdtemp(join(tmpdir(), "lindang-sheet-"));
  await desk.write([
    {
      cells: given({
        happenedOn: "2024-03-05",
        name: "张三丰",
        phone: "13800001111",
        idNumber: rightId,
        matter: "=1+1",
      }),
    },
    { cells: given({ happenedOn: "2024-03-02", name: "李四光", amount: "120.5", note: "长".repeat(300) }) },
    { cells: given({ happenedOn: "2024-04-01", name: "王五" }) },
  ]);
}, 120_000);
afterAll(async () => {
  await desk.remove();
  await rm(out, { recursive: true, force: true });
});

const given = (cells: Record<string, string>): Record<ColumnKey, string> => cells as Record<ColumnKey, string>;
let number = 0;
async function put(more: Partial<Asked<"ledger.write-sheet">> = {}) {
  const output = more.output ?? "pdf";
  const to = more.to ?? join(out, `${++number}.${output}`);
  const asked = { ledgerId: desk.ledger.id, rows: { by: "period", period: "2024-03" } as const, output, to, ...more };
  return { to, written: await desk.engine.ask("ledger.write-sheet", asked) };
}
const turn = startTurns(1, () => undefined, new AbortController().signal);
async function rowsOfPdf(path: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of readRows(await readFile(path), turn)) rows.push([...row.cells]);
  return rows;
}
/** Every byte of a file, unpacked: parts of a ZIP, streams of a PDF. */
function laidOpen(bytes: Buffer): string {
  const pieces = [bytes.toString("utf8"), bytes.toString("utf16le")];
  for (
    let at = bytes.indexOf("PK\u0003\u0004", 0, "latin1");
    at >= 0;
    at = bytes.indexOf("PK\u0003\u0004", at + 4, "latin1")
  ) {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    try {
      pieces.push(inflateRawSync(bytes.subarray(start), { finishFlush: 2 }).toString("utf8"));
    } catch {
      // Stored as it is: seen already.
    }
  }
  for (let at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("stream\n", at + 7)) {
    try {
      pieces.push(inflateSync(bytes.subarray(at + 7), { finishFlush: 2 }).toString("latin1"));
    } catch {
      // Not deflated.
    }
  }
  return pieces.join("\n");
}

describe("a sheet is refused", () => {
  it("without a row, over a file that is there, and without a column", async () => {
    await expect(put({ rows: { by: "period", period: "2020-01" } })).rejects.toMatchObject({
      code: "ledger-sheet-empty",
    });
    await expect(put({ columns: ["name" as ColumnKey] })).rejects.toMatchObject({ code: "ledger-sheet-columns" });
    const there = join(out, "在.pdf");
    await writeFile(there, "原来的");
    await expect(put({ to: there })).rejects.toMatchObject({ code: "target-exists" });
    expect(await readFile(there, "utf8")).toBe("原来的");
  });
});

describe("a sheet", () => {
  it("has the rows of its period in the order they happened, and says what it leaves out", async () => {
    const { to, written } = await put();
    expect(written).toMatchObject({ proof: { rowCount: 2 }, restrictedCount: 0 });
    const rows = (await rowsOfPdf(to)).filter(([first]) => /^\d+$/.test(first ?? ""));
    expect(rows.map((row) => row[1])).toEqual(["2024-03-02", "2024-03-05"]);
    expect(rows.flat().join()).not.toMatch(/张三丰|李四光|1380000/);
    expect(rows[1]).toContain("●●●●");
  });

  it("names persons only when asked to, and never a sensitive value", async () => {
    const shown = await put({ names: "shown" });
    expect((await rowsOfPdf(shown.to)).flat()).toEqual(expect.arrayContaining(["张三丰", "13800001111", "●●●●"]));
    const without = await put({ names: "shown", masked: "left-out" });
    expect((await rowsOfPdf(without.to)).flat()).not.toContain("●●●●");
    for (const output of ["pdf", "xlsx"] as const) {
      const { to } = await put({ names: "shown", output });
      const bytes = await readFile(to);
      expect(laidOpen(bytes), output).not.toContain(rightId);
      expect(laidOpen(bytes).includes("张三丰"), output).toBe(output === "xlsx");
    }
  });

  it("is a spreadsheet of text: no formula, no hidden sheet, no cache of a pivot", async () => {
    const { to } = await put({ output: "xlsx", rows: { by: "rows", seqs: [1, 2, 3] } });
    const bytes = await readFile(to);
    const [cells] = [...(await readSpreadsheet(bytes)).values()];
    const texts = [...(cells?.values() ?? [])].flat();
    expect(texts).toEqual(expect.arrayContaining(["=1+1", "120.50"]));
    const parts = laidOpen(bytes);
    expect(parts).not.toMatch(/<f[ >]|state="(very)?[Hh]idden|pivot/);
  });

  it("leaves rows under 限制处理 out and counts them", async () => {
    await lookBehind(desk, ({ connection }) =>
      connection.raw.prepare("UPDATE ledger_row SET is_restricted = 1 WHERE seq = 1").run(),
    );
    const { to, written } = await put({ names: "shown" });
    expect(written).toMatchObject({ proof: { rowCount: 1 }, restrictedCount: 1 });
    expect((await rowsOfPdf(to)).flat()).not.toContain("张三丰");
  });

  it("takes sixty columns and a thousand rows", async () => {
    const columns = Array.from({ length: 60 }, (_, at) =>
      column({
        key: `c${at}`,
        heading: `第${at + 1}栏`,
        kind: at === 0 ? "date" : "text",
        ...(at === 0 && { part: "occurred" }),
      }),
    );
    const wide = await openLedgerOf(desk, columns, "wide", "none");
    const row = given(Object.fromEntries(columns.map(({ key }, at) => [key, at === 0 ? "2024-03-01" : `值${at}`])));
    await desk.engine.ask("ledger.write-rows", {
      ...{ ledgerId: wide.id, kind: "paste" },
      rows: Array.from({ length: 1000 }, () => ({ cells: row })),
    });
    const { written } = await put({ ledgerId: wide.id });
    expect(written.proof.rowCount).toBe(1000);
    const sheet = await put({ ledgerId: wide.id, output: "xlsx" });
    expect(sheet.written.proof).toEqual(written.proof);
  }, 120_000);
});

describe("a sensitive value that came in by a table", () => {
  it("stands in no answer, no event, no finding and no other file", async () => {
    const path = await tableFile(desk, legacyLedger([legacyRow(900, { 2: "440524188001010014" })]));
    const ledgerId = desk.ledger.id;
    const read = await desk.engine.ask("ledger.check-import", { path, ledgerId });
    const done = await desk.engine.ask("ledger.import", { path, ledgerId });
    const made = await desk.engine.ask("ledger.imports", {});
    const said = JSON.stringify([
      read,
      done,
      made,
      desk.events,
      await desk.engine.ask("undo.next", {}),
      await desk.rows(),
    ]);
    expect(said).not.toContain("440524188001010014");
    expect(read.preview[0]?.cells).toContain("●●●●");
    await lookBehind(desk, (store) => {
      expect(everyValue(store).filter(({ text }) => text.includes("440524188001010014"))).toEqual([]);
    });
  });
});
