import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#db/open";
import { isSound } from "#db/health";
import { joinContentKeys } from "#db/split-keys";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testEngine, testPassphrase, type TestArchive } from "#test/support/archive";
import { anItem, somePages } from "#test/support/sample";

let archive: TestArchive;
let place = "";
beforeEach(async () => {
  archive = await freshArchive();
  place = join(archive.around, "备份盘");
  await mkdir(place);
});
afterEach(() => archive.remove());
const backup = () => join(place, "测试社区.备份");
const useBackupPlace = () => archive.engine.ask("settings.revise", { backupFolder: place });

describe("a backup", () => {
  it("is made on closing when a place is set, and only then", async () => {
    await anItem(archive);
    expect(await archive.engine.ask("archive.close", {})).toEqual({ backup: null });
    await archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
    await useBackupPlace();
    const { backup: made } = await archive.engine.ask("archive.close", {});
    expect(made).toMatchObject({ folder: place, files: 1 });
    expect((await readdir(backup())).sort()).toEqual([
      "archive.db",
      "backup.json",
      "deletions.json",
      "files",
      "keys.db",
      "slots.json",
    ]);
    const inspected = await archive.engine.ask("archive.inspect", { folder: archive.folder });
    expect(inspected.lastBackupDate).toBe(made?.at.slice(0, 10));
  });

  it("holds no content keys beside the database, and opens again with both", async () => {
    const item = await anItem(archive, { title: "备份里的一件" }, 2);
    await useBackupPlace();
    await archive.engine.ask("backup.make", {});
    const slot = (await readSlots(backup())).slots[0]!;
    const key = (await openSlot(slot, testPassphrase))!;
    const copy = openDatabase(join(backup(), "archive.db"), key);
    expect(isSound(copy.raw)).toBe(true);
    expect(copy.raw.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'content_key'").pluck().get()).toBe(0);
    copy.close();

    const restored = join(archive.around, "找回.lindang");
    await cp(backup(), restored, { recursive: true });
    joinContentKeys(join(restored, "archive.db"), join(restored, "keys.db"), key);
    for (const name of ["keys.db", "backup.json"]) await rm(join(restored, name));
    const { engine } = testEngine();
    await engine.ask("archive.unlock", { folder: restored, passphrase: testPassphrase });
    const again = await engine.ask("item.read", { id: item.id });
    expect(again.title).toBe("备份里的一件");
    for (const page of again.parts[0]!.pages) {
      const reply = await engine.reply({
        id: "p",
        seat: "shell",
        name: "page.open",
        input: { id: page.id, variant: "image" },
      });
      expect(reply.ok).toBe(true);
    }
    await engine.close();
  });

  it("loses what the archive dropped: files and keys", async () => {
    const pageIds = await somePages(archive, 2);
    await useBackupPlace();
    await archive.engine.ask("backup.make", {});
    await archive.engine.ask("scan.discard", { pageIds: [pageIds[0]!] });
    expect(await archive.engine.ask("backup.make", {})).toMatchObject({ files: 1, isReachable: true });
    const files = (await readdir(join(backup(), "files"), { recursive: true })).filter((name) =>
      /[0-9a-f]{32}$/.test(name),
    );
    expect(files).toHaveLength(1);
  });

  it("shows nothing in clear", async () => {
    await anItem(archive, { title: "备份金丝雀字样" });
    await useBackupPlace();
    await archive.engine.ask("backup.make", {});
    for (const name of ["archive.db", "keys.db", "slots.json", "backup.json"]) {
      expect((await readFile(join(backup(), name))).includes("备份金丝雀字样"), name).toBe(false);
    }
  });

  it("is refused a place inside the archive or one that is not there", async () => {
    await mkdir(join(archive.folder, "inside"));
    const set = (backupFolder: string) => archive.engine.ask("settings.revise", { backupFolder });
    await expect(set(join(archive.folder, "inside"))).rejects.toMatchObject({ code: "backup-folder-inside-archive" });
    await expect(set(join(place, "missing"))).rejects.toMatchObject({ code: "target-not-writable" });
    await useBackupPlace();
    await rm(place, { recursive: true });
    await expect(archive.engine.ask("backup.make", {})).rejects.toMatchObject({ code: "target-not-writable" });
    expect(await archive.engine.ask("backup.state", {})).toMatchObject({ isReachable: false, lastAt: null });
    await writeFile(place, "a file where the folder was");
    await expect(archive.engine.ask("archive.close", {})).rejects.toMatchObject({ code: "target-not-writable" });
    expect((await archive.engine.ask("archive.session", {}))?.name).toBe("测试社区");
  });
});
