// The index a ledger is sorted and filtered by: kept in blocks of neighbouring rows, and nobody who asks knows of them.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dropColumnCells, putCells, type CellChange, type CellKey } from "#db/ledger-cell";
import { listCells } from "#db/ledger-order";
import { migrate } from "#db/migrate";
import { openDatabase, type Connection } from "#db/open";
import { listSorted } from "#db/sorted-cells";

let folder = "";
let connection: Connection;
const key = randomBytes(32);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lindang-cells-"));
  connection = openDatabase(join(folder, "archive.db"), key, { mayCreate: true });
});
afterEach(async () => {
  connection.close();
  await rm(folder, { recursive: true, force: true });
});

/** A ledger with the columns 1 and 2. */
const ledger = `
  INSERT INTO fonds (id, code, name, unit, code_standard) VALUES ('f', 'C001', '幸福社区', '居委会', 'DA/T 22-2015');
  INSERT INTO ledger (id, fonds_id, code, name, state, purpose, basis, basis_words, period, source, position)
  VALUES ('l', 'f', 'aid', '困难帮扶', 'open', '', 'none', '', 'month', 'own', 1);
  INSERT INTO ledger_column (seq, ledger_id, key, position, heading, kind, personal, rules)
  VALUES (1, 'l', 'matter', 1, '事项', 'text', 'none', '{}'), (2, 'l', 'amount', 2, '金额', 'money', 'none', '{}');`;
const put = (columnSeq: number, changes: readonly CellChange[]): void =>
  connection.write((db) => putCells(db, columnSeq, changes));
const cell = (row: number, of: CellKey, words = ""): CellChange => [row, { key: of, words }];
const filled = (columnSeq: number): number[] => listCells(connection.read, columnSeq, { ask: "filled" });
/** Rows in order, those that stand equal together. */
function sorted(columnSeq: number): number[][] {
  const { seqs, places } = listSorted(connection.read, columnSeq);
  const groups = new Map<number, number[]>();
  seqs.forEach((seq, at) => {
    const place = places[at] ?? -1;
    groups.set(place, [...(groups.get(place) ?? []), seq]);
  });
  return [...groups.values()];
}
const blocks = (): unknown =>
  connection.raw.prepare("SELECT column_seq, block FROM ledger_cell_block ORDER BY 1, 2").raw().all();

describe("cells of a column", () => {
  beforeEach(() => {
    migrate(connection.raw);
    connection.raw.exec(ledger);
  });

  it("are found across blocks, whatever the order they were written in", () => {
    put(1, [cell(300, "b", "走访"), cell(128, "a", "走访"), cell(127, "c", "代办")]);
    put(2, [cell(127, 5)]);
    put(1, [cell(1, "d", "走访")]);
    expect(filled(1)).toEqual([1, 127, 128, 300]);
    expect(listCells(connection.read, 1, { ask: "has", pieces: ["走"] })).toEqual([1, 128, 300]);
    expect(sorted(1)).toEqual([[128], [300], [127], [1]]);
    expect(blocks()).toEqual([
      [1, 0],
      [1, 1],
      [1, 2],
      [2, 0],
    ]);
  });

  it("are replaced and taken out one by one; nothing is left where the last one was", () => {
    put(1, [cell(126, "a", "走访"), cell(127, "b", "走访"), cell(128, "c", "走访")]);
    put(1, [[126, undefined], cell(127, "z", "代办"), [128, undefined]]);
    expect(sorted(1)).toEqual([[127]]);
    expect(listCells(connection.read, 1, { ask: "has", pieces: ["走访"] })).toEqual([]);
    expect(blocks()).toEqual([[1, 0]]);
    connection.write((db) => dropColumnCells(db, 1));
    expect(blocks()).toEqual([]);
  });

  it("stand by amount, words where a nought would, and those that are equal in one list", () => {
    put(2, [cell(5, 1.5), cell(4, -2), cell(200, 1.5), cell(3, "甲"), cell(2, 0), cell(1, "a")]);
    expect(sorted(2)).toEqual([[4], [2], [1], [3], [5, 200]]);
    expect(listCells(connection.read, 2, { ask: "amounts", from: -2, to: 0 })).toEqual([1, 2, 3, 4]);
    expect(listCells(connection.read, 2, { ask: "keys", keys: [1.5, "a"] })).toEqual([1, 5, 200]);
    expect(listCells(connection.read, 2, { ask: "sorts", from: "a", to: "" })).toEqual([1, 3]);
  });
});

describe("an index of an archive of before (0022)", () => {
  it("is carried over entry by entry, amounts to the last digit", () => {
    const { raw, read } = connection;
    migrate(raw, 21);
    raw.exec(ledger);
    const rowOf = raw.prepare(
      `INSERT INTO ledger_row (seq, id, ledger_id, occurred_on, entered_at, entered_by, is_late, cells, links)
       VALUES (?, ?, 'l', '', '', '', 0, '{}', '{}')`,
    );
    for (const seq of [3, 127, 128, 400]) rowOf.run(seq, `r${seq}`);
    const old = raw.prepare(
      "INSERT INTO ledger_cell (column_seq, amount, sort, row_seq, words) VALUES (?, ?, ?, ?, ?)",
    );
    old.run(1, 0, '走访"甲"', 400, "走访甲");
    old.run(1, 0, "代办", 127, "代办");
    old.run(1, 0, "代办", 3, "代办");
    const amount = 1234567.1 + 0.2;
    old.run(2, amount, "", 128, "1234567.3");
    old.run(2, 0, "", 3, "5f0c");
    migrate(raw);
    expect(sorted(1)).toEqual([[3, 127], [400]]);
    expect(listCells(read, 1, { ask: "keys", keys: ['走访"甲"'] })).toEqual([400]);
    expect(listCells(read, 1, { ask: "has", pieces: ["办"] })).toEqual([3, 127]);
    expect(listCells(read, 2, { ask: "keys", keys: [amount] })).toEqual([128]);
    expect(listCells(read, 2, { ask: "has", pieces: ["5f0c"] })).toEqual([3]);
    put(1, [[127, undefined]]);
    expect(filled(1)).toEqual([3, 400]);
  });
});
