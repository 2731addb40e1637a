// A sensitive value stands sealed under its row's key and nowhere else: not in rows, index, history, ways back, log or answers (P7).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ColumnKey } from "#contract/ledger-column";
import { ledgerArchive, type LedgerArchive } from "#test/support/ledger-archive";
import { everyValue, lookBehind } from "#test/support/ledger-store";

let desk: LedgerArchive;
beforeAll(async () => {
  desk = await ledgerArchive();
}, 120_000);
afterAll(() => desk.remove());

const idNumber = "440524188001010014";
const account = "0062220202001199887";
const later = "11010519491231002X";
const secrets = [idNumber, account, later, account.slice(1), idNumber.slice(0, 12)];
const cells = (given: Record<string, string>): Record<ColumnKey, string> => given as Record<ColumnKey, string>;

describe("a sensitive value", () => {
  it("is in no table of the decrypted database but sealed", async () => {
    const { engine, ledger } = desk;
    const ledgerId = ledger.id;
    const answers: unknown[] = [];
    const made = await engine.ask("ledger.write-rows", {
      ...{ ledgerId, kind: "enter", reason: "首次登记" },
      rows: [{ cells: cells({ happenedOn: "2024-03-05", name: "张三", idNumber, account, matter: "帮扶" }) }],
    });
    const id = made.rows[0]!.id;
    answers.push(
      made,
      await engine.ask("ledger.check-rows", { ledgerId, rows: [{ cells: cells({ happenedOn: "2024", idNumber }) }] }),
    );
    const edited = await engine.ask("ledger.write-rows", {
      ...{ ledgerId, kind: "edit" },
      rows: [{ id, revision: 1, cells: cells({ idNumber: later }) }],
    });
    answers.push(edited, await engine.ask("ledger.revert", { changeId: edited.changeId }));
    await engine.ask("ledger.remove-rows", { ledgerId, rows: [{ id, revision: 3 }], reason: "试" });
    await engine.ask("ledger.restore-rows", { ledgerId, rows: [{ id, revision: 4 }], reason: "试" });
    answers.push(
      await engine.ask("ledger.restore-version", { rowId: id, revision: 5, version: 2, reason: "试" }),
      await engine.ask("ledger.lookup", { ledgerId, words: later }),
      await engine.ask("ledger.find", { ledgerId, words: idNumber.slice(0, 6) }),
      await engine.ask("ledger.history", { rowId: id }),
      await engine.ask("ledger.changes", { ledgerId }),
      await desk.rows(),
      await engine.ask("undo.next", {}),
      desk.events,
    );
    await expect(
      engine.ask("ledger.write-rows", {
        ...{ ledgerId, kind: "paste" },
        rows: [{ cells: cells({ happenedOn: "2024", idNumber: "440524188001010015" }) }],
      }),
    ).rejects.toSatisfy((refusal) => !JSON.stringify(refusal).includes("440524"));
    const lookup = answers.splice(3, 1);
    // What was typed to look somebody up is said by nobody, and the row found is masked like every other.
    expect(JSON.stringify([answers, lookup])).not.toMatch(new RegExp(secrets.slice(0, 3).join("|")));
    await lookBehind(desk, (store) => {
      const values = everyValue(store);
      expect(values.some(({ text }) => text.includes("帮扶"))).toBe(true);
      expect(values.filter(({ text }) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
    });
  });

  it("would be seen if it stood there: a name in clear is", async () => {
    await lookBehind(desk, (store) => {
      expect(
        new Set(
          everyValue(store)
            .filter(({ text }) => text.includes("张三"))
            .map(({ where }) => where),
        ),
      ).toEqual(new Set(["ledger_row.cells", "ledger_cell_block.words"]));
    });
  });

  it("is not taken when it is the mask that came back", async () => {
    const { findings } = await desk.engine.ask("ledger.check-rows", {
      ledgerId: desk.ledger.id,
      rows: [{ cells: cells({ happenedOn: "2024", idNumber: "●●●●" }) }],
    });
    expect(findings.map(({ code }) => code)).toEqual(["value-masked"]);
  });
});
