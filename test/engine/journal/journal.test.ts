// The chain: one entry per write in its own transaction, and every mutation found at its place (package-and-trust B1, F28).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getTableColumns } from "drizzle-orm";
import { findBrokenEntry, journalTable } from "#db/journal";
import { openDatabase, type Connection } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { anItem } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

async function openAside(): Promise<Connection> {
  const slot = (await readSlots(archive.folder)).slots[0]!;
  return openDatabase(archivePaths(archive.folder).database, (await openSlot(slot, testPassphrase))!);
}

const countEntries = async (): Promise<number> => (await archive.engine.ask("journal.list", {})).total;

describe("the journal", () => {
  it("gets exactly one entry for a write and none for a refused one", async () => {
    const item = await anItem(archive);
    const before = await countEntries();
    await archive.engine.ask("item.describe", { id: item.id, revision: item.revision, fields: { title: "新题名" } });
    expect(await countEntries()).toBe(before + 1);
    await expect(
      archive.engine.ask("item.describe", {
        id: item.id,
        revision: item.revision,
        fields: { title: "旧版本上的修改" },
      }),
    ).rejects.toMatchObject({ code: "item-changed-meanwhile" });
    expect(await countEntries()).toBe(before + 1);
    const { entries } = await archive.engine.ask("journal.list", { limit: 1 });
    expect(entries[0]).toMatchObject({
      action: "item.describe",
      objectId: item.id,
      personName: "王敏",
      role: "clerk+supervisor",
    });
  });

  it("holds no word of what was written", async () => {
    await anItem(archive, { title: "不应出现在日志里的题名" });
    const aside = await openAside();
    const all = JSON.stringify(aside.raw.prepare("SELECT * FROM journal").all());
    aside.close();
    expect(all).not.toContain("不应出现");
    expect(all).toContain("item.make");
  });

  it("cannot be rewritten or cut through the database", async () => {
    const aside = await openAside();
    expect(() => aside.raw.exec("UPDATE journal SET action = 'x' WHERE sequence = 1")).toThrow("not rewritten");
    expect(() => aside.raw.exec("DELETE FROM journal WHERE sequence = 1")).toThrow("not cut");
    aside.close();
  });

  it("names the exact place of every change of any column of any row, of a row lost, swapped or put in", async () => {
    for (let at = 0; at < 12; at++) await anItem(archive, { documentNumber: `第${at}号` });
    const aside = await openAside();
    // What somebody with the key and an editor would do: no triggers, no references in the way.
    aside.raw.pragma("foreign_keys=OFF");
    aside.raw.exec("DROP TRIGGER journal_is_not_rewritten; DROP TRIGGER journal_is_not_cut");
    const rows = aside.raw.prepare("SELECT sequence FROM journal ORDER BY sequence").pluck().all() as number[];
    const columns = Object.values(getTableColumns(journalTable))
      .map((column) => column.name)
      .filter((name) => name !== "sequence");
    const tryOut = (change: () => void): number | null => {
      aside.raw.exec("SAVEPOINT mutation");
      change();
      const { brokenAt } = findBrokenEntry(aside.read);
      aside.raw.exec("ROLLBACK TO mutation; RELEASE mutation");
      return brokenAt;
    };
    expect(findBrokenEntry(aside.read)).toMatchObject({ brokenAt: null, entryCount: rows.length });
    for (const sequence of rows) {
      for (const column of columns) {
        const isNumber = column === "monotonic_ms" || column === "schema_version";
        const changed = isNumber ? `${column} + 1` : `${column} || 'x'`;
        const change = () =>
          aside.raw.prepare(`UPDATE journal SET ${column} = ${changed} WHERE sequence = ?`).run(sequence);
        expect(
          tryOut(() => void change()),
          `${column} of ${sequence}`,
        ).toBe(sequence);
      }
      const isLast = sequence === rows.at(-1);
      const lost = tryOut(() => void aside.raw.prepare("DELETE FROM journal WHERE sequence = ?").run(sequence));
      // A cut tail cannot be seen in the chain itself; packages, paper and backups anchor its head.
      expect(lost).toBe(isLast ? null : sequence);
    }
    const swapped = tryOut(() =>
      aside.raw.exec(
        "UPDATE journal SET sequence = 0 - sequence WHERE sequence IN (3, 4); UPDATE journal SET sequence = 7 + sequence WHERE sequence < 0",
      ),
    );
    expect(swapped).toBe(3);
    aside.close();
  });

  it("notes a clock that went back as an entry of its own and keeps the order", async () => {
    let now = "2030-01-01T00:00:00.000Z";
    const own = await freshArchive({ clock: { now: () => now, monotonicMs: () => 1 } });
    await anItem(own);
    now = "2020-01-01T00:00:00.000Z";
    await anItem(own, { documentNumber: "" });
    const { entries } = await own.engine.ask("journal.list", {});
    expect(entries.map((entry) => entry.action)).toContain("clock.went-back");
    expect(await own.engine.ask("journal.verify", {})).toMatchObject({ isWhole: true });
    await own.remove();
  });
});
