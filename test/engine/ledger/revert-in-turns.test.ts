// An act on many rows taken back as a job: stopped it leaves nothing, what others wrote meanwhile counts, and its progress is told.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Name } from "#contract/contract";
import type { ColumnKey } from "#contract/ledger-column";
import type { EngineEvent } from "#contract/event";
import { ledgerArchive, type LedgerArchive } from "#test/support/ledger-archive";

type Progress = Extract<EngineEvent, { kind: "progress" }>;
const rowCount = 600;
const ways: ReadonlySet<string> = new Set<Name>(["ledger.revert", "undo.apply"]);
let desk: LedgerArchive;
let changeId = "";
let told: Progress[] = [];
let atFirst: ((event: Progress) => void) | undefined;
const cells = (given: Record<string, string>): Record<ColumnKey, string> => given as Record<ColumnKey, string>;

beforeAll(async () => {
  desk = await ledgerArchive({
    announce: (event) => {
      if (event.kind !== "progress" || !ways.has(event.procedure)) return;
      told.push(event);
      const first = atFirst;
      atFirst = undefined;
      first?.(event);
    },
  });
}, 120_000);
afterAll(() => desk.remove());
beforeEach(async () => {
  ({ changeId } = await desk.engine.ask("ledger.write-rows", {
    ...{ ledgerId: desk.ledger.id, kind: "paste" },
    rows: Array.from({ length: rowCount }, (_, at) => ({
      cells: cells({ happenedOn: "2024-03-05", matter: `走访${at}`, idNumber: "11010519491231002X" }),
    })),
  }));
  told = [];
});

describe("an act on many rows", () => {
  it("leaves everything as it was when it is stopped on its way back", async () => {
    const before = await desk.rows();
    const { total } = await desk.engine.ask("journal.list", { limit: 1 });
    atFirst = ({ taskId }) => void desk.engine.ask("task.cancel", { taskId });
    await expect(desk.engine.ask("ledger.revert", { changeId })).rejects.toMatchObject({ code: "task-cancelled" });
    expect(await desk.rows()).toEqual(before);
    expect((await desk.engine.ask("journal.list", { limit: 1 })).total).toBe(total);
  });

  it("is taken back in one act, row after row told, and brought again in another", async () => {
    const before = (await desk.rows()).length;
    const back = await desk.engine.ask("ledger.revert", { changeId });
    expect(back.rows).toHaveLength(rowCount);
    expect((await desk.rows()).length).toBe(before - rowCount);
    const phases = [...new Set(told.map(({ phase }) => phase))];
    expect(phases).toEqual(["逐行核对", "写入"]);
    expect(told.every(({ total, unit }) => total === rowCount && unit === "row")).toBe(true);
    expect(told.at(-1)?.done).toBe(rowCount);
    await desk.engine.ask("ledger.revert", { changeId: back.changeId });
    expect((await desk.rows()).length).toBe(before);
  });

  it("is not taken back over a row that was filled in while its rows were gone through", async () => {
    const row = (await desk.rows()).at(-1)!;
    const asked: Promise<unknown>[] = [];
    atFirst = () =>
      asked.push(
        desk.engine.ask("ledger.write-rows", {
          ...{ ledgerId: desk.ledger.id, kind: "edit" },
          rows: [{ id: row.id, revision: row.revision, cells: cells({ matter: "补充" }) }],
        }),
      );
    const before = (await desk.rows()).length;
    await expect(desk.engine.ask("ledger.revert", { changeId })).rejects.toMatchObject({ code: "ledger-change-stale" });
    await Promise.all(asked);
    const rows = await desk.rows();
    expect(rows.length).toBe(before);
    expect(rows.find(({ id }) => id === row.id)?.cells).toMatchObject({ matter: "补充" });
  });

  it("is taken back all the same when something else was written meanwhile", async () => {
    const before = (await desk.rows()).length;
    const asked: Promise<unknown>[] = [];
    atFirst = () => asked.push(desk.write([{ cells: cells({ happenedOn: "2024-03-06", matter: "另一行" }) }]));
    await desk.engine.ask("ledger.revert", { changeId });
    await Promise.all(asked);
    expect((await desk.rows()).length).toBe(before - rowCount + 1);
  });

  it("goes the house's way back as a job too: stopped it stands and can still be undone, then row after row is told", async () => {
    const next = () => desk.engine.ask("undo.next", {});
    const before = await desk.rows();
    const { sequence } = (await next())!;
    const { total } = await desk.engine.ask("journal.list", { limit: 1 });
    atFirst = ({ taskId }) => void desk.engine.ask("task.cancel", { taskId });
    await expect(desk.engine.ask("undo.apply", { sequence })).rejects.toMatchObject({ code: "task-cancelled" });
    expect(await desk.rows()).toEqual(before);
    expect((await desk.engine.ask("journal.list", { limit: 1 })).total).toBe(total);
    expect((await next())?.sequence).toBe(sequence);
    told = [];
    expect(await desk.engine.ask("undo.apply", { sequence })).toEqual({ action: "ledger.write-rows" });
    expect((await desk.rows()).length).toBe(before.length - rowCount);
    expect([...new Set(told.map(({ phase, procedure }) => `${procedure} ${phase}`))]).toEqual([
      "undo.apply 逐行核对",
      "undo.apply 写入",
    ]);
    expect((await next())?.sequence).not.toBe(sequence);
  });

  it("is not undone when something newer was written while its rows were gone through, and stands behind that", async () => {
    const { sequence } = (await desk.engine.ask("undo.next", {}))!;
    const before = (await desk.rows()).length;
    const asked: Promise<unknown>[] = [];
    atFirst = () => asked.push(desk.write([{ cells: cells({ happenedOn: "2024-03-06", matter: "后到" }) }]));
    await expect(desk.engine.ask("undo.apply", { sequence })).rejects.toMatchObject({ code: "undo-stale" });
    await Promise.all(asked);
    expect((await desk.rows()).length).toBe(before + 1);
    const newer = (await desk.engine.ask("undo.next", {}))!;
    expect(newer.sequence).toBeGreaterThan(sequence);
    await desk.engine.ask("undo.apply", { sequence: newer.sequence });
    await desk.engine.ask("undo.apply", { sequence });
    expect((await desk.rows()).length).toBe(before - rowCount);
  });
});
