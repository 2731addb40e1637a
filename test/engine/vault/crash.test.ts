// Killed at random moments while it takes scans in and describes them: nothing acknowledged is lost, nothing is half there (F01).
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/open";
import { isSound } from "#db/health";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { enterChild } from "#test/support/doors";
import { aPagePicture } from "#test/support/sample";

const kills = Number(process.env["LINDANG_KILLS"] ?? 8);
let archive: TestArchive;
const paths: string[] = [];
beforeAll(async () => {
  archive = await freshArchive();
  await archive.engine.ask("archive.lock", {});
  for (let at = 0; at < kills * 12; at++) {
    const path = join(archive.around, `${at}.jpg`);
    await writeFile(path, await aPagePicture());
    paths.push(path);
  }
});
afterAll(() => archive.remove());

/** Works until killed; returns the pages and items whose being kept was told. */
async function workUntilKilled(round: number): Promise<{ pages: string[]; items: string[] }> {
  const door = await enterChild();
  await door.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
  const told = { pages: [] as string[], items: [] as string[] };
  for (const path of paths.slice(round * 12, round * 12 + 12)) {
    const scanned = await door.put("window", "scan.accept", { paths: [path] });
    if (!scanned.ok) break;
    const { outcomes } = scanned.value as { outcomes: { pageIds: string[] }[] };
    // The clock of the killing starts with the first page kept, so that a slow machine is killed at work too.
    if (told.pages.length === 0) setTimeout(() => door.child?.kill("SIGKILL"), 10 + ((round * 137) % 400));
    told.pages.push(...outcomes.flatMap((each) => each.pageIds));
    const pageIds = outcomes.flatMap((each) => each.pageIds).slice(0, 1);
    if (pageIds.length === 0) continue;
    const made = await door.put("window", "item.make", { pageIds, fields: { title: path } });
    if (!made.ok) break;
    told.items.push((made.value as { item: { id: string } }).item.id);
  }
  await door.close();
  return told;
}

describe("an engine killed at work", () => {
  it(`loses nothing it acknowledged and leaves nothing half done, ${kills} times`, async () => {
    const all = { pages: new Set<string>(), items: new Set<string>() };
    for (let round = 0; round < kills; round++) {
      const told = await workUntilKilled(round);
      told.pages.forEach((id) => all.pages.add(id));
      told.items.forEach((id) => all.items.add(id));
    }
    await archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
    expect(await archive.engine.ask("journal.verify", {})).toMatchObject({ isWhole: true });
    await archive.engine.ask("archive.lock", {});
    const slot = (await readSlots(archive.folder)).slots[0]!;
    const db = openDatabase(archivePaths(archive.folder).database, (await openSlot(slot, testPassphrase))!);
    expect(isSound(db.raw)).toBe(true);
    const column = (sql: string): string[] => db.raw.prepare(sql).pluck().all() as string[];
    const pages = new Set(column("SELECT id FROM page"));
    const items = new Set(column("SELECT id FROM item"));
    expect([...all.pages].filter((id) => !pages.has(id))).toEqual([]);
    expect([...all.items].filter((id) => !items.has(id))).toEqual([]);
    const rows = column("SELECT id FROM vault_file").sort();
    const files = (await readdir(archivePaths(archive.folder).files, { recursive: true })).filter((name) =>
      /[0-9a-f]{32}/.test(name),
    );
    expect(files.map((name) => name.slice(-32)).sort()).toEqual(rows);
    expect(column("SELECT id FROM content_key WHERE kind = 'file'").sort()).toEqual(rows);
    // One entry per write: creating, unlocking, each scan, each item.
    const writes = column("SELECT count(*) FROM journal WHERE action IN ('scan.accept', 'item.make')")[0];
    expect(Number(writes)).toBe(column("SELECT id FROM scan").length + items.size);
    db.close();
    expect(all.pages.size).toBeGreaterThanOrEqual(kills);
  });
});
