// Restoring an older backup does not bring back who was deleted since: not in a table, not in a page nobody reads any more, not under
// a key that is left (personal-data P14, P15). Each test tries another way round it.
import { copyFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { putCells } from "#db/ledger-cell";
import { connectionOf, openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { readRegister, registerPath } from "#engine/vault/deletion-register";
import { testPassphrase } from "#test/support/archive";
import { alterBackup, backedUp, everyValue, hers, type BackedUp } from "#test/support/backed-up";
import { canary, neighbour } from "#test/support/person-archive";
import { granted } from "#test/support/rights";
import { anItem, somePages } from "#test/support/sample";

let archive: BackedUp;
afterEach(() => archive.remove());
const database = (): string => archivePaths(archive.folder).database;
const unlock = () => archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });

/** The database with its encryption taken off, page by page, free ones among them. */
async function plainBytes(): Promise<Buffer> {
  const copy = join(archive.around, "plain.db");
  await copyFile(database(), copy);
  const { raw, close } = openDatabase(copy, archive.key);
  raw.pragma("journal_mode=DELETE");
  raw.pragma("rekey=''");
  close();
  const bytes = await readFile(copy);
  await rm(copy);
  return bytes;
}

/** Nothing of hers can be read in the restored archive; her neighbour can. */
async function expectHerGone(): Promise<void> {
  const values = everyValue(database(), archive.key);
  const bytes = await plainBytes();
  expect(bytes.subarray(0, 15).toString()).toBe("SQLite format 3");
  for (const word of hers) {
    expect(values, word).not.toContain(word);
    expect(bytes.includes(word), `${word} in a page`).toBe(false);
  }
  expect(values).toContain(neighbour.phone);
  const { raw, close } = openDatabase(database(), archive.key, { isReadonly: true });
  const keyOf = raw.prepare("SELECT count(*) FROM content_key WHERE id = ?").pluck();
  expect([keyOf.get(archive.resident.id), keyOf.get(archive.other.id)]).toEqual([0, 1]);
  close();
  expect((await readdir(archive.folder)).filter((name) => name.includes(".before-"))).toEqual([]);
}

describe("a backup of before a deletion", () => {
  it("still has her, and comes back without her", async () => {
    archive = await backedUp();
    expect(everyValue(join(archive.backup, "archive.db"), archive.key)).toContain(canary.phone);
    expect((await archive.check()).deletions).toMatchObject({ count: 1, isCertain: true });
    expect(await archive.restore()).toMatchObject({ deletions: 1, folder: archive.folder });
    await expectHerGone();
    await unlock();
    const { ask } = archive.engine;
    await expect(ask("resident.read", { id: archive.resident.id })).rejects.toMatchObject({
      code: "resident-not-found",
    });
    const [row] = await ask("ledger.rows", { ledgerId: archive.aid.id, seqs: [archive.aidRow.seq] });
    expect(row?.cells).toEqual({ happenedOn: "2024-03-05", kind: "就医", amount: "300.00" });
    const [shared] = await ask("ledger.rows", { ledgerId: archive.visit.id, seqs: [archive.sharedRow.seq] });
    expect(shared?.cells).toMatchObject({ with: neighbour.name, withPhone: neighbour.phone });
    expect(Object.keys(shared?.cells ?? {})).not.toContain("who");
    const [erasure] = await ask("erasure.list", {});
    const media = Object.fromEntries(erasure?.media.map(({ place, state }) => [place, state]) ?? []);
    expect(media).toMatchObject({ archive: "cleared", [join(archive.backup, "..")]: "waiting" });
    expect(await ask("journal.verify", {})).toMatchObject({ isWhole: true });
    expect(JSON.stringify(await ask("journal.list", { offset: 0, limit: 50 }))).not.toContain(canary.name);
  });

  it("comes back without her when the present archive is broken: its copy of the register is beside the slots", async () => {
    archive = await backedUp();
    await writeFile(database(), Buffer.alloc(8192, 7));
    await expect(archive.restore()).rejects.toMatchObject({ code: "restore-deletions-unknown" });
    expect((await archive.check()).deletions).toMatchObject({ count: 1, isCertain: false });
    expect(await archive.restore({ acceptsUnknown: true })).toMatchObject({ deletions: 1 });
    await expectHerGone();
  });

  it("comes back without her when the archive is lost: another medium has the register", async () => {
    archive = await backedUp();
    await rm(archive.folder, { recursive: true });
    const registers = [archive.near];
    const { deletions } = await archive.check({ registers });
    expect(deletions).toMatchObject({ count: 1, isCertain: false });
    expect(deletions.registers.map(({ place }) => place)).toContain(join(archive.near, "测试社区.备份"));
    expect((await archive.check()).deletions.count).toBe(0);
    expect(await archive.restore({ registers, acceptsUnknown: true })).toMatchObject({ deletions: 1, keptAs: null });
    await expectHerGone();
  });

  it("finds the register on the medium of the backup itself", async () => {
    archive = await backedUp();
    await rm(archive.folder, { recursive: true });
    // As a backup that was broken off leaves it.
    await copyFile(registerPath(join(archive.near, "测试社区.备份")), registerPath(archive.backup));
    expect(await archive.restore({ acceptsUnknown: true })).toMatchObject({ deletions: 1 });
    await expectHerGone();
  });

  it("does not believe a register somebody changed", async () => {
    archive = await backedUp();
    const path = registerPath(archive.folder);
    const told = JSON.parse(await readFile(path, "utf8")) as { archiveId: string; sealed: string; writtenAt: string };
    expect(told.sealed).not.toContain(canary.name);
    const open = () => readRegister(archive.folder, told.archiveId, archive.key);
    expect((await open())?.register.deletions).toHaveLength(1);
    expect(JSON.stringify(await open())).not.toContain(canary.name);
    await writeFile(path, JSON.stringify({ ...told, writtenAt: "2020-01-01T00:00:00.000Z" }));
    expect(await open()).toBeUndefined();
    await rm(path);
    expect(await archive.restore()).toMatchObject({ deletions: 1 });
    await expectHerGone();
  });

  it("keeps of a row the register names, when nothing there tells which words are hers, only what names nobody", async () => {
    archive = await backedUp();
    const live = openDatabase(database(), archive.key);
    live.raw.prepare("UPDATE erasure SET dropped_keys = json_insert(dropped_keys, '$[#]', ?)").run(archive.typedRow.id);
    live.close();
    // As if her record had been made after the backup.
    await alterBackup(archive, (raw) => {
      const isHers = "FROM ledger_row WHERE instr(links, ?) > 0";
      const rows = raw.prepare(`SELECT seq ${isHers}`).pluck().all(archive.resident.id) as number[];
      const columns = raw.prepare("SELECT seq FROM ledger_column").pluck().all() as number[];
      connectionOf(raw).write((db) => {
        for (const column of columns)
          putCells(
            db,
            column,
            rows.map((row) => [row, undefined]),
          );
      });
      raw.prepare(`DELETE ${isHers}`).run(archive.resident.id);
      raw.prepare("DELETE FROM resident WHERE id = ?").run(archive.resident.id);
    });
    expect(await archive.restore()).toMatchObject({ deletions: 1 });
    await unlock();
    const { ask } = archive.engine;
    const [row] = await ask("ledger.rows", { ledgerId: archive.visit.id, seqs: [archive.typedRow.seq] });
    expect(row?.cells).toEqual({ happenedOn: "2024-05-07" });
    expect(everyValue(database(), archive.key)).not.toContain(canary.name);
  });
});

describe("what stands beside a restored archive", () => {
  it("is kept under another name, and a later deletion reaches it too", async () => {
    archive = await backedUp({ isDeleted: false });
    const { keptAs } = await archive.restore();
    expect(keptAs).toMatch(/测试社区\.恢复前-.*\.lindang$/);
    const kept = archivePaths(keptAs!).database;
    expect(everyValue(kept, archive.key)).toContain(canary.phone);
    await unlock();
    await granted(archive, "deletion");
    expect(everyValue(kept, archive.key)).not.toContain(canary.phone);
    const [erasure] = await archive.engine.ask("erasure.list", {});
    const stateOf = (wanted: string) => erasure?.media.find(({ place }) => place.startsWith(wanted))?.state;
    expect([stateOf(keptAs!), stateOf(join(archive.backup, ".."))]).toEqual(["cleared", "cleared"]);
    // The backup of a later day was made by what is kept now: set aside with her in it, it is named until somebody signs.
    expect(stateOf(join(archive.near, "测试社区.备份."))).toBe("waiting");
  });
});

describe("a paper that was a state secret", () => {
  it("does not come back out of a backup of before it was found out", async () => {
    archive = await backedUp({ isDeleted: false });
    await unlock();
    const { ask } = archive.engine;
    const secret = await anItem(archive, { title: "后来才知道的一件" });
    await somePages(archive, 1);
    await ask("settings.revise", { backupFolder: join(archive.backup, "..") });
    await ask("backup.make", {});
    await ask("settings.revise", { backupFolder: archive.near });
    const describing = ask("item.describe", {
      ...{ id: secret.id, revision: secret.revision, fields: {}, securityMark: "秘密" },
    });
    await expect(describing).rejects.toMatchObject({ code: "state-secret" });
    await ask("archive.close", {});
    expect(everyValue(join(archive.backup, "archive.db"), archive.key)).toContain("后来才知道的一件");
    expect(await archive.restore()).toMatchObject({ takenAway: 1 });
    await unlock();
    expect(everyValue(database(), archive.key)).not.toContain("后来才知道的一件");
    expect((await ask("scan.tray", { offset: 0, limit: 10 })).total).toBe(1);
    const files = (await readdir(archivePaths(archive.folder).files, { recursive: true })).filter((name) =>
      /[0-9a-f]{32}$/.test(name),
    );
    expect(files).toHaveLength(1);
  });
});
