// Killed at each named point of a write: what was told is there, what was not told is wholly there or wholly not (F02).
import { readdir } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { WritePoint } from "#engine/house";
import { isSound } from "#db/health";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { enterChild } from "#test/support/doors";
import { someScans } from "#test/support/sample";

let archive: TestArchive;
afterEach(() => archive.remove());

/** Unlocks, takes four scans in, makes an item and drops it as a state secret, until the engine is dead; tells what was told. */
async function workUntilDead(
  point: WritePoint,
  nth: number,
): Promise<{ pages: string[]; gone: string[]; isDead: boolean }> {
  const paths = await someScans(archive, 4);
  await archive.engine.ask("archive.lock", {});
  const door = await enterChild("test/fixtures/dying-engine.ts", [point, String(nth)]);
  const pages: string[] = [];
  let gone: string[] = [];
  const unlocked = await door.put("window", "archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
  for (const path of unlocked.ok ? paths : []) {
    const reply = await door.put("window", "scan.accept", { paths: [path] });
    if (!reply.ok) break;
    pages.push(...(reply.value as { outcomes: { pageIds: string[] }[] }).outcomes.flatMap((each) => each.pageIds));
  }
  if (pages.length === 4) {
    const secret = await door.put("window", "item.make", { pageIds: pages.slice(0, 1), securityMark: "机密" });
    if (!secret.ok && "refusal" in secret && secret.refusal.code === "state-secret") gone = pages.splice(0, 1);
    // Not told either way: the page may be there or gone.
    else pages.splice(0, 1);
  }
  const isDead = door.child?.signalCode === "SIGKILL";
  await door.close();
  return { pages, gone, isDead };
}

const cases: [WritePoint, number][] = [
  ["file-kept", 1],
  ["file-kept", 3],
  ["before-commit", 1],
  ["before-commit", 2],
  ["before-commit", 6],
  ["after-commit", 1],
  ["after-commit", 3],
  ["after-commit", 6],
  ["files-removed", 1],
];

describe("an engine killed", () => {
  it.each(cases)("at %s, the %i. time, leaves an archive that is whole", async (point, nth) => {
    archive = await freshArchive();
    const told = await workUntilDead(point, nth);
    expect(told.isDead).toBe(true);
    await archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
    expect(await archive.engine.ask("journal.verify", {})).toMatchObject({ isWhole: true });
    const { pages } = await archive.engine.ask("scan.tray", {});
    const there = new Set<string>(pages.map((page) => page.id));
    expect(told.pages.filter((id) => !there.has(id))).toEqual([]);
    expect(told.gone.filter((id) => there.has(id))).toEqual([]);
    await archive.engine.ask("archive.lock", {});
    const slot = (await readSlots(archive.folder)).slots[0]!;
    const db = openDatabase(archivePaths(archive.folder).database, (await openSlot(slot, testPassphrase))!);
    expect(isSound(db.raw)).toBe(true);
    const rows = (db.raw.prepare("SELECT id FROM vault_file").pluck().all() as string[]).sort();
    const keys = (db.raw.prepare("SELECT id FROM content_key WHERE kind = 'file'").pluck().all() as string[]).sort();
    db.close();
    const files = (await readdir(archivePaths(archive.folder).files, { recursive: true })).filter((name) =>
      /[0-9a-f]{32}$/.test(name),
    );
    expect([keys, files.map((name) => name.slice(-32)).sort()]).toEqual([rows, rows]);
  });
});
