// A ledger import cut by a power failure: every row of the table, or none, and then it goes in as if nothing had been (product T16).
import { afterEach, describe, expect, it } from "vitest";
import type { WritePoint } from "#engine/house";
import { legacyLedger, legacyRow, rightId } from "#test/fixtures/legacy-ledger";
import { testPassphrase } from "#test/support/archive";
import { enterChild } from "#test/support/doors";
import { ledgerArchive, type LedgerArchive } from "#test/support/ledger-archive";
import { indexOfRows, keptIndex, lookBehind } from "#test/support/ledger-store";
import { tableFile } from "#test/support/read-table";

let desk: LedgerArchive;
afterEach(() => desk.remove());

const count = 120;
const rounds: [WritePoint, number, number][] = [
  ["before-commit", 2, 0],
  ["after-commit", 2, count],
];

describe("an import killed in the middle", () => {
  it.each(rounds)(
    "at %s, the %i. time, has left %i rows",
    async (point, nth, left) => {
      desk = await ledgerArchive();
      const rows = Array.from({ length: count }, (_, at) => legacyRow(at + 1, { 2: at % 2 === 0 ? rightId : null }));
      const input = { path: await tableFile(desk, legacyLedger(rows)), ledgerId: desk.ledger.id };
      await desk.engine.ask("archive.lock", {});
      const door = await enterChild("test/fixtures/dying-engine.ts", [point, String(nth)]);
      await door.put("window", "archive.unlock", { folder: desk.folder, passphrase: testPassphrase });
      const reply = await door.put("window", "ledger.import", input);
      expect([reply.ok, door.child?.signalCode]).toEqual([false, "SIGKILL"]);
      await door.close();
      await desk.engine.ask("archive.unlock", { folder: desk.folder, passphrase: testPassphrase });
      expect(await desk.engine.ask("journal.verify", {})).toMatchObject({ isWhole: true });
      expect((await desk.rows()).length).toBe(left);
      expect((await desk.engine.ask("ledger.imports", {})).map(({ rowCount }) => rowCount)).toEqual(left ? [left] : []);
      await lookBehind(desk, (store) => expect(keptIndex(store, desk.ledger)).toEqual(indexOfRows(store, desk.ledger)));
      expect(await desk.engine.ask("ledger.import", input)).toMatchObject({ rowsMade: count - left, rowsKnown: left });
    },
    120_000,
  );
});
