// Killed in the middle of an edit: the edit is there as a whole, or clearly not (bad input: power cut in mid-edit).
import { afterEach, describe, expect, it } from "vitest";
import type { Asked } from "#contract/contract";
import type { ColumnKey } from "#contract/ledger-column";
import type { WritePoint } from "#engine/house";
import { testPassphrase } from "#test/support/archive";
import { enterChild } from "#test/support/doors";
import { ledgerArchive, type LedgerArchive } from "#test/support/ledger-archive";
import { indexOfRows, keptIndex, lookBehind } from "#test/support/ledger-store";

let desk: LedgerArchive;
afterEach(() => desk.remove());
const cells = (given: Record<string, string>): Record<ColumnKey, string> => given as Record<ColumnKey, string>;

const rounds: [WritePoint, number][] = [
  ["before-commit", 2],
  ["before-commit", 4],
  ["after-commit", 2],
  ["after-commit", 4],
];

describe("an engine killed in mid-edit", () => {
  it.each(rounds)(
    "at %s, the %i. time, keeps the edit whole or leaves it out",
    async (point, nth) => {
      desk = await ledgerArchive();
      const ledgerId = desk.ledger.id;
      const made = await desk.write(
        Array.from({ length: 50 }, (_, at) => ({
          cells: cells({ happenedOn: "2024-03-05", matter: "零", count: String(at) }),
        })),
      );
      await desk.engine.ask("archive.lock", {});
      const door = await enterChild("test/fixtures/dying-engine.ts", [point, String(nth)]);
      await door.put("window", "archive.unlock", { folder: desk.folder, passphrase: testPassphrase });
      let told = 0;
      for (let act = 1; act <= 6; act++) {
        const rows: Asked<"ledger.write-rows">["rows"] = made.map(({ id }) => ({
          ...{ id, revision: act },
          cells: cells({ matter: `第${act}次`, idNumber: act % 2 === 0 ? "" : "11010519491231002X" }),
        }));
        const reply = await door.put("window", "ledger.write-rows", { ledgerId, kind: "paste", rows });
        if (!reply.ok) break;
        told = act;
      }
      expect(door.child?.signalCode).toBe("SIGKILL");
      await door.close();
      await desk.engine.ask("archive.unlock", { folder: desk.folder, passphrase: testPassphrase });
      expect(await desk.engine.ask("journal.verify", {})).toMatchObject({ isWhole: true });
      const kept = new Set((await desk.rows()).map((row) => `${row.cells["matter" as ColumnKey]} ${row.revision}`));
      const whole = (act: number): string => `${act === 0 ? "零" : `第${act}次`} ${act + 1}`;
      // Every row says the same act: the last one that was told, or the one behind it.
      expect([[whole(told)], [whole(told + 1)]]).toContainEqual([...kept]);
      const { versions } = await desk.engine.ask("ledger.history", { rowId: made[7]!.id });
      expect([told + 1, told + 2]).toContain(versions.length);
      await lookBehind(desk, (store) => expect(keptIndex(store, desk.ledger)).toEqual(indexOfRows(store, desk.ledger)));
    },
    60_000,
  );
});
