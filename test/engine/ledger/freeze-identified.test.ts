// The second, restricted table of a ledger that keeps it: with names, without masked values and 民族; and a freezing cut in the middle.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerPeriod } from "#contract/ledger";
import type { WritePoint } from "#engine/house";
import { designOf } from "#engine/ledger/design-ledger";
import { testPassphrase } from "#test/support/archive";
import { enterChild } from "#test/support/doors";
import { frozenFiles, partsOfXlsx, rowsOfPdf } from "#test/support/frozen-files";
import { everyValue, lookBehind } from "#test/support/ledger-store";
import { ledgerArchive, type LedgerArchive } from "#test/support/ledger-archive";

let desk: LedgerArchive;
afterEach(() => desk.remove());
const cells = (given: Record<string, string>): Record<ColumnKey, string> => given as Record<ColumnKey, string>;
const period = "2024-03" as LedgerPeriod;
const idNumber = "11010519491231002X";

async function deskWithRows(keepsIdentified: boolean): Promise<void> {
  desk = await ledgerArchive();
  const { id, revision, ...ledger } = desk.ledger;
  await desk.engine.ask("ledger.design", {
    ...{ id, revision },
    design: { ...designOf({ id, revision, ...ledger }), keepsIdentified, columns: [...ledger.columns] },
  });
  await desk.write([
    {
      cells: cells({ happenedOn: "2024-03-05", name: "欧阳秀珍", idNumber, matter: "送米油", note: "系回族，已告知" }),
    },
  ]);
}

/** Sealed files in the archive's folder. */
async function sealedFiles(): Promise<string[]> {
  const names = await readdir(join(desk.folder, "files"), { recursive: true, withFileTypes: true });
  return names.flatMap((each) => (each.isFile() ? each.name : [])).toSorted();
}

describe("a ledger that keeps the identified table", () => {
  it("is frozen into two items: one names nobody, the other is restricted, masked and says no 民族", async () => {
    await deskWithRows(true);
    const { freezes } = await desk.engine.ask("ledger.freeze", { ledgerId: desk.ledger.id, period });
    const [identified, plain] = ["identified", "plain"].map((form) => freezes.find((each) => each.form === form)!);
    expect(freezes.length).toBe(2);
    const item = await desk.engine.ask("item.read", { id: identified!.itemId! });
    expect(item).toMatchObject({ access: "restricted", neutralTitle: "2024年3月台账（限制件）" });
    expect(identified!.itemTitle).toBe("2024年3月台账（限制件）");
    await expect(
      desk.engine.ask("digital-file.save-as", {
        ...{ id: item.parts[0]!.files[0]!.id, path: join(desk.around, "带出.xlsx") },
      }),
    ).rejects.toMatchObject({ code: "digital-file-restricted" });
    const withNames = await frozenFiles(desk, identified!.id);
    const without = await frozenFiles(desk, plain!.id);
    const named = JSON.stringify([await rowsOfPdf(withNames.pdf), [...partsOfXlsx(withNames.xlsx).values()]]);
    expect(named).toContain("欧阳秀珍");
    expect(named).toContain("●●●●");
    expect(named).not.toMatch(new RegExp(`${idNumber}|回族`));
    const bare = JSON.stringify([await rowsOfPdf(without.pdf), [...partsOfXlsx(without.xlsx).values()]]);
    expect(bare).toContain("送米油");
    expect(bare).not.toMatch(new RegExp(`欧阳|${idNumber}|回族`));
    await lookBehind(desk, (store) => {
      // Neither title, index, log nor record of the freezing took a name along.
      const where = everyValue(store).filter(({ text }) => text.includes("欧阳秀珍"));
      expect(new Set(where.map((each) => each.where))).toEqual(
        new Set(["ledger_row.cells", "ledger_cell_block.words"]),
      );
      expect(everyValue(store).filter(({ text }) => text.includes(idNumber))).toEqual([]);
    });
  });
});

describe("a row under 限制处理", () => {
  it("is counted and nothing of it is put out", async () => {
    await deskWithRows(false);
    await lookBehind(desk, ({ connection }) => connection.raw.prepare("UPDATE ledger_row SET is_restricted = 1").run());
    const { freezes } = await desk.engine.ask("ledger.freeze", { ledgerId: desk.ledger.id, period });
    expect(freezes).toMatchObject([{ rowCount: 1 }]);
    const { pdf } = await frozenFiles(desk, freezes[0]!.id);
    const text = JSON.stringify(await rowsOfPdf(pdf));
    expect(text).toContain("限制处理");
    expect(text).not.toContain("送米油");
  });
});

describe("a freezing that does not come to its end", () => {
  it("leaves nothing behind when it is stopped", async () => {
    await deskWithRows(true);
    const before = await sealedFiles();
    const work = desk.engine.reply({
      ...{ id: "stop-me", seat: "window", name: "ledger.freeze" },
      input: { ledgerId: desk.ledger.id, period },
    });
    await desk.engine.ask("task.cancel", { taskId: "stop-me" });
    expect(await work).toMatchObject({ ok: false, refusal: { code: "task-cancelled" } });
    expect(await sealedFiles()).toEqual(before);
    expect(await desk.engine.ask("ledger.freezes", { ledgerId: desk.ledger.id })).toEqual([]);
  });

  const rounds: [WritePoint, number, number][] = [
    ["file-kept", 2, 0],
    ["before-commit", 2, 0],
    ["after-commit", 2, 2],
  ];
  it.each(rounds)(
    "killed at %s, the %i. time, has made %i items and no half one",
    async (point, nth, count) => {
      await deskWithRows(true);
      const files = await sealedFiles();
      await desk.engine.ask("archive.lock", {});
      const door = await enterChild("test/fixtures/dying-engine.ts", [point, String(nth)]);
      await door.put("window", "archive.unlock", { folder: desk.folder, passphrase: testPassphrase });
      await door.put("window", "ledger.freeze", { ledgerId: desk.ledger.id, period });
      expect(door.child?.signalCode).toBe("SIGKILL");
      await door.close();
      await desk.engine.ask("archive.unlock", { folder: desk.folder, passphrase: testPassphrase });
      const freezes = await desk.engine.ask("ledger.freezes", { ledgerId: desk.ledger.id });
      expect(freezes.length).toBe(count);
      expect((await desk.engine.ask("item.list", {})).total).toBe(count);
      expect((await desk.engine.ask("scan.tray", {})).total).toBe(0);
      expect(await desk.engine.ask("journal.verify", {})).toMatchObject({ isWhole: true });
      if (count === 0) {
        expect(await sealedFiles()).toEqual(files);
        const again = await desk.engine.ask("ledger.freeze", { ledgerId: desk.ledger.id, period });
        expect(again.freezes.length).toBe(2);
      }
    },
    120_000,
  );
});
