// What was looked at is written as it was read while nothing changed, and read and judged anew as soon as something did.
import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Asked } from "#contract/contract";
import type { EngineEvent } from "#contract/event";
import type { Ledger } from "#contract/ledger";
import { legacyLedger, legacyRow } from "#test/fixtures/legacy-ledger";
import { ledgerArchive, openLedgerOf, type LedgerArchive } from "#test/support/ledger-archive";
import { tableFile } from "#test/support/read-table";

let desk: LedgerArchive;
let ledger: Ledger;
const events: EngineEvent[] = [];
let onProgress: (phase: string) => void = () => undefined;
let made = 0;
beforeAll(async () => {
  desk = await ledgerArchive({
    announce: (event) => {
      events.push(event);
      if (event.kind === "progress") onProgress(event.phase);
    },
  });
}, 120_000);
afterAll(() => desk.remove());
beforeEach(async () => {
  onProgress = () => undefined;
  ledger = await openLedgerOf(desk, desk.ledger.columns, `held${++made}`);
});

async function look(rows: Parameters<typeof legacyLedger>[0], more: Partial<Asked<"ledger.check-import">> = {}) {
  const input = { path: await tableFile(desk, legacyLedger(rows)), ledgerId: ledger.id, ...more };
  const { planDigest } = await desk.engine.ask("ledger.check-import", input);
  events.length = 0;
  return { input, planDigest };
}
/** Whether the rows were judged since the last look. */
const wasJudged = (): boolean => events.some((event) => event.kind === "progress" && event.phase === "读取");
const namesIn = async (): Promise<string[]> => {
  const { seqs } = await desk.engine.ask("ledger.order", { ledgerId: ledger.id });
  const rows = await desk.engine.ask("ledger.rows", { ledgerId: ledger.id, seqs: [...seqs] });
  return rows.map(({ cells }) => cells[desk.ledger.columns[2]?.key ?? ("" as never)] ?? "");
};
const writeSomething = () =>
  desk.write([{ id: null, revision: 0, cells: { happenedOn: "2024-03-05" } as never, links: {} }]);

describe("a table that was looked at", () => {
  it("is judged anew when anything was written since", async () => {
    const { input, planDigest } = await look([legacyRow(1)]);
    await writeSomething();
    expect(await desk.engine.ask("ledger.import", { ...input, planDigest })).toMatchObject({ rowsMade: 1 });
    expect(wasJudged()).toBe(true);
  });

  it("is judged anew when the clerk decides otherwise", async () => {
    const { input } = await look([legacyRow(1), legacyRow(2)]);
    const words = { kind: { "": "就业" } } as never;
    await desk.engine.ask("ledger.import", { ...input, words });
    expect(wasJudged()).toBe(true);
    const { seqs } = await desk.engine.ask("ledger.order", { ledgerId: ledger.id });
    const rows = await desk.engine.ask("ledger.rows", { ledgerId: ledger.id, seqs: [...seqs] });
    expect(rows.map(({ cells }) => cells["kind" as never])).toEqual(["就业", "就业"]);
  });

  it("is refused when its file is another now, and read anew for whoever did not look", async () => {
    const { input, planDigest } = await look([legacyRow(1)]);
    await writeFile(input.path, legacyLedger([legacyRow(7)]));
    await expect(desk.engine.ask("ledger.import", { ...input, planDigest })).rejects.toMatchObject({
      code: "import-changed-meanwhile",
    });
    expect(await namesIn()).toEqual([]);
    await desk.engine.ask("ledger.import", input);
    expect(await namesIn()).toEqual(["张某7"]);
  });

  it("is written as it was read, once, and a second time nothing is left to do", async () => {
    const { input, planDigest } = await look([legacyRow(1), legacyRow(2)]);
    expect(await desk.engine.ask("ledger.import", { ...input, planDigest })).toMatchObject({
      ...{ rowsMade: 2, rowsRead: 5, rowsUsable: 2, rowsKnown: 0 },
    });
    expect(wasJudged()).toBe(false);
    expect(await namesIn()).toEqual(["张某1", "张某2"]);
    expect(await desk.engine.ask("ledger.import", { ...input, planDigest })).toMatchObject({
      ...{ rowsMade: 0, rowsKnown: 2, importId: null },
    });
    expect(await namesIn()).toEqual(["张某1", "张某2"]);
  });

  it("comes in as the same rows whether it was held or read anew", async () => {
    const rows = [legacyRow(1), legacyRow(2, { 2: "11010519491231002X" })];
    const { input } = await look(rows);
    await desk.engine.ask("ledger.import", input);
    expect(wasJudged()).toBe(false);
    const shown = async () => {
      const { seqs } = await desk.engine.ask("ledger.order", { ledgerId: ledger.id });
      const found = await desk.engine.ask("ledger.rows", { ledgerId: ledger.id, seqs: [...seqs] });
      return found.map(({ cells, links, masked, occurredOn, isLate }) => ({
        cells,
        links,
        masked,
        occurredOn,
        isLate,
      }));
    };
    const held = await shown();
    ledger = await openLedgerOf(desk, desk.ledger.columns, `anew${made}`);
    await desk.engine.ask("ledger.import", { ...input, ledgerId: ledger.id });
    expect(held).toHaveLength(2);
    expect(await shown()).toEqual(held);
  });
});

describe("rows that are made ready", () => {
  it("are dropped when the clerk stops before they are written", async () => {
    const { input, planDigest } = await look(Array.from({ length: 1200 }, (_, at) => legacyRow(at + 1)));
    onProgress = (phase) => {
      if (phase === "逐行加密") void desk.engine.ask("task.cancel", { taskId: "held-stop" });
    };
    const asked = { id: "held-stop", seat: "window", name: "ledger.import", input: { ...input, planDigest } } as const;
    expect(await desk.engine.reply(asked)).toMatchObject({ ok: false, refusal: { code: "task-cancelled" } });
    expect(await namesIn()).toEqual([]);
    expect(await desk.engine.ask("ledger.imports", {})).not.toContainEqual(
      expect.objectContaining({ ledgerId: ledger.id }),
    );
  }, 60_000);

  it("comes in once where another hand takes one of its rows in while the others are sealed", async () => {
    const rows = Array.from({ length: 6_000 }, (_, at) => legacyRow(at + 1));
    const { input: longer } = await look(rows);
    const shorter = { path: await tableFile(desk, legacyLedger([legacyRow(1)])), ledgerId: ledger.id };
    const others: Promise<{ rowsMade: number }>[] = [];
    onProgress = (phase) => {
      if (phase === "逐行加密" && others.length === 0) others.push(desk.engine.ask("ledger.import", shorter));
    };
    const [mine] = await Promise.allSettled([desk.engine.ask("ledger.import", longer)]);
    const [other] = await Promise.all(others);
    const { seqs } = await desk.engine.ask("ledger.order", { ledgerId: ledger.id });
    // Whoever was quicker: the longer table is all there, or refused as a whole; no row is there twice.
    if (mine?.status === "fulfilled") expect([seqs.length, other?.rowsMade]).toEqual([rows.length, 0]);
    else expect([mine?.reason.code, seqs.length, other?.rowsMade]).toEqual(["import-changed-meanwhile", 1, 1]);
  }, 60_000);
});
