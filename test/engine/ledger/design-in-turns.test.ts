// A formula changed in a long ledger: reckoned in turns while others work, stopped without a trace, written all at once.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asked, Name } from "#contract/contract";
import type { EngineEvent } from "#contract/event";
import type { ColumnKey } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import { designOf } from "#engine/ledger/design-ledger";
import { ledgerArchive, type LedgerArchive } from "#test/support/ledger-archive";

let desk: LedgerArchive;
/** Done at the first progress of the job. */
let atFirst: ((event: Extract<EngineEvent, { kind: "progress" }>) => void) | undefined;
const count = 1600;
const ways: ReadonlySet<string> = new Set<Name>(["ledger.design", "undo.apply"]);
let told: Extract<EngineEvent, { kind: "progress" }>[] = [];
const cells = (given: Record<string, string>): Record<ColumnKey, string> => given as Record<ColumnKey, string>;
const sumOf = (row: { cells: Readonly<Record<string, string>> }): string | undefined => row.cells["sum"];

beforeAll(async () => {
  desk = await ledgerArchive({
    announce: (event) => {
      if (event.kind !== "progress" || !ways.has(event.procedure)) return;
      told.push(event);
      atFirst?.(event);
      atFirst = undefined;
    },
  });
  await desk.write(
    Array.from({ length: count }, (_, at) => ({
      cells: cells({ happenedOn: "2024-03-05", matter: `第${at}件`, amount: "10", count: `${at % 7}` }),
    })),
  );
}, 240_000);
afterAll(() => desk.remove());

const ledgerNow = (): Promise<Ledger> => desk.engine.ask("ledger.read", { id: desk.ledger.id });
async function designed(formula: string): Promise<Asked<"ledger.design">> {
  const ledger = await ledgerNow();
  const columns = ledger.columns.map((column) =>
    column.key === "sum" ? { ...column, rules: { ...column.rules, formula } } : column,
  );
  return { id: ledger.id, revision: ledger.revision, design: { ...designOf(ledger), columns } };
}
/** How many rows have one of these sums, by the index of the column. */
const having = async (...sums: readonly number[]): Promise<number> => {
  const values = sums.map((sum) => sum.toFixed(2));
  const filter = { cells: [{ column: "sum" as ColumnKey, how: "one-of" as const, values }] };
  return (await desk.engine.ask("ledger.order", { ledgerId: desk.ledger.id, filter })).seqs.length;
};
/** How many have a sum between two, both included. */
const between = async (from: string, to: string): Promise<number> => {
  const filter = { cells: [{ column: "sum" as ColumnKey, how: "between" as const, from, to }] };
  return (await desk.engine.ask("ledger.order", { ledgerId: desk.ledger.id, filter })).seqs.length;
};
const tenAndMore = [10, 11, 12, 13, 14, 15, 16];

describe("a formula changed in a long ledger", () => {
  it("leaves nothing of itself when it is stopped", async () => {
    const [before, rows] = [await ledgerNow(), await desk.rows()];
    const { total } = await desk.engine.ask("journal.list", { limit: 1 });
    atFirst = ({ taskId }) => void desk.engine.ask("task.cancel", { taskId });
    const stopped = await desk.engine.reply({
      ...{ id: "stopped-design", name: "ledger.design", input: await designed("amount*count+1"), seat: "window" },
    } as never);
    expect(stopped).toMatchObject({ ok: false, refusal: { code: "task-cancelled" } });
    expect(await ledgerNow()).toEqual(before);
    expect(await desk.rows()).toEqual(rows);
    expect((await desk.engine.ask("journal.list", { limit: 1 })).total).toBe(total);
  });

  it("takes in what others wrote meanwhile: a row changed, one removed, one added", async () => {
    const [first, second] = await desk.rows();
    const asked: Promise<unknown>[] = [];
    atFirst = () =>
      asked.push(
        desk.engine.ask("ledger.write-rows", {
          ...{ ledgerId: desk.ledger.id, kind: "edit" },
          rows: [{ id: first!.id, revision: first!.revision, cells: cells({ amount: "500" }) }],
        }),
        desk.engine.ask("ledger.remove-rows", {
          ...{ ledgerId: desk.ledger.id, reason: "重复" },
          rows: [{ id: second!.id, revision: second!.revision }],
        }),
        desk.write([{ cells: cells({ happenedOn: "2024-03-06", matter: "后到", amount: "700", count: "1" }) }]),
      );
    await desk.engine.ask("ledger.design", await designed("amount+count"));
    await Promise.all(asked);
    expect(asked.length).toBe(3);
    const rows = await desk.rows();
    expect(rows.length).toBe(count);
    for (const row of rows) {
      const { amount, count: times } = row.cells as Record<string, string>;
      expect(sumOf(row)).toBe((Number(amount) + Number(times)).toFixed(2));
    }
    expect(rows.find(({ id }) => id === first!.id)).toMatchObject({ revision: first!.revision + 1 });
    expect(await having(500)).toBe(1);
    expect(await having(701)).toBe(1);
    expect([await between("10", "16"), await between("500", ""), await between("600", "800")]).toEqual([
      count - 2,
      2,
      1,
    ]);
    expect(await having(...tenAndMore)).toBe(count - 2);
  });

  it("is refused before any row is looked at, and after the design was changed elsewhere meanwhile", async () => {
    let saw = 0;
    atFirst = () => void saw++;
    await expect(desk.engine.ask("ledger.design", await designed("nothing+1"))).rejects.toMatchObject({
      code: "ledger-formula-unknown",
    });
    expect(saw).toBe(0);
    const { id, revision } = await ledgerNow();
    const asked = await designed("amount*2");
    const closed: Promise<unknown>[] = [];
    atFirst = () => closed.push(desk.engine.ask("ledger.close", { id, revision }));
    await expect(desk.engine.ask("ledger.design", asked)).rejects.toMatchObject({ code: "ledger-changed" });
    await Promise.all(closed);
    expect(await having(...tenAndMore)).toBe(count - 2);
  });

  it("has its way back, by which every sum is as it was, row after row told; stopped it changes nothing", async () => {
    const asked = await designed("amount*2");
    await desk.engine.ask("ledger.design", asked);
    expect(await having(20)).toBe(count - 2);
    const { sequence } = (await desk.engine.ask("undo.next", {}))!;
    atFirst = ({ taskId }) => void desk.engine.ask("task.cancel", { taskId });
    await expect(desk.engine.ask("undo.apply", { sequence })).rejects.toMatchObject({ code: "task-cancelled" });
    expect(await having(20)).toBe(count - 2);
    told = [];
    await desk.engine.ask("undo.apply", { sequence });
    expect(told.map(({ procedure, phase }) => `${procedure} ${phase}`)).toContain("undo.apply 重算各行");
    // One row removed counts too: it may come back.
    expect(told.at(-1)).toMatchObject({ done: count + 1, total: count + 1 });
    expect(await having(...tenAndMore)).toBe(count - 2);
    expect(await having(20)).toBe(0);
  });
});
