// An archive out of its backup: beside what is there, proven before it is called restored, and refused in words when it cannot be.
import { existsSync } from "node:fs";
import { cp, mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sealedPath } from "#engine/vault/archive-folder";
import { holdArchive } from "#engine/vault/lock-file";
import { freshArchive, testEngine, testPassphrase, type TestArchive } from "#test/support/archive";
import { mountSmallDisk, removeSmallDisk } from "#test/support/small-disk";
import { anItem } from "#test/support/sample";

let archive: TestArchive;
let backup = "";
let place = "";
const { stringify, parse } = JSON;
const given = (change: object = {}) => ({
  ...{ backup, target: archive.folder, secret: { passphrase: testPassphrase } },
  ...change,
});
const check = (change: object = {}) => archive.engine.ask("restore.check", given(change));
const run = (change: object = {}) => archive.engine.ask("restore.run", given(change));
const unlock = (passphrase = testPassphrase) =>
  archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase });
const besides = async (): Promise<string[]> => (await readdir(archive.around)).toSorted();
const flip = async (path: string, at: number): Promise<void> => {
  const file = await open(path, "r+");
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at);
  await file.write(Buffer.from([buffer[0]! ^ 1]), 0, 1, at);
  await file.close();
};

beforeEach(async () => {
  archive = await freshArchive();
  place = join(archive.around, "备份盘");
  backup = join(place, "测试社区.备份");
  await mkdir(place);
  await anItem(archive, { title: "备份里有的一件" }, 2);
  await archive.engine.ask("settings.revise", { backupFolder: place });
  await archive.engine.ask("backup.make", {});
  await archive.engine.ask("settings.revise", { backupFolder: "" });
  await anItem(archive, { title: "备份之后的一件" });
  await archive.engine.ask("archive.lock", {});
});
afterEach(() => archive.remove());

describe("a backup", () => {
  it("is found by its folder, a file in it and the place it was made in, without a passphrase", async () => {
    for (const path of [place, backup, join(backup, "keys.db")]) {
      const { backups } = await archive.engine.ask("restore.find", { path });
      expect(backups).toMatchObject([{ folder: backup, name: "测试社区", files: 2 }]);
    }
    await expect(archive.engine.ask("restore.find", { path: join(place, "没有") })).rejects.toMatchObject({
      code: "backup-not-found",
    });
  });

  it("says before what comes back and what would be lost, and writes nothing", async () => {
    const before = await besides();
    const told = await check();
    expect(told.counts).toMatchObject({ items: 1, pages: 2, files: 2 });
    expect(told.present).toMatchObject({ state: "open", counts: { items: 2, pages: 3 } });
    expect(told.present.changes).toBeGreaterThan(2);
    expect(told.deletions).toMatchObject({ count: 0, isCertain: true });
    expect(told.bytesNeeded).toBeLessThan(told.bytesFree);
    expect(await besides()).toEqual(before);
  });

  it("comes back beside what is there, which keeps everything under another name", async () => {
    const report = await run();
    expect(report).toMatchObject({ folder: archive.folder, counts: { items: 1, pages: 2, files: 2 } });
    await unlock();
    const { rows } = await archive.engine.ask("item.list", {});
    expect(rows.map(({ title }) => title)).toEqual(["备份里有的一件"]);
    for (const { id } of (await archive.engine.ask("item.read", { id: rows[0]!.id })).parts[0]!.pages) {
      const question = { id: "p", seat: "shell", name: "page.open", input: { id, variant: "image" } } as const;
      expect((await archive.engine.reply(question)).ok).toBe(true);
    }
    expect(await archive.engine.ask("journal.verify", {})).toMatchObject({ isWhole: true });
    await archive.engine.ask("archive.lock", {});
    await archive.engine.ask("archive.unlock", { folder: report.keptAs!, passphrase: testPassphrase });
    expect((await archive.engine.ask("item.list", {})).rows).toHaveLength(2);
    expect((await besides()).filter((name) => name.includes("恢复中"))).toEqual([]);
  });

  it("is not opened as it lies, also under an archive's name and without its marks", async () => {
    const look = (folder: string) => archive.engine.ask("archive.inspect", { folder });
    const open = (folder: string) => archive.engine.ask("archive.unlock", { folder, passphrase: testPassphrase });
    await expect(look(backup)).rejects.toMatchObject({ code: "archive-is-backup" });
    await expect(open(backup)).rejects.toMatchObject({ code: "archive-is-backup" });
    const disguised = join(archive.around, "像档案库.lindang");
    await cp(backup, disguised, { recursive: true });
    for (const name of ["backup.json", "keys.db"]) await rm(join(disguised, name));
    await expect(open(disguised)).rejects.toMatchObject({ code: "archive-is-backup" });
  });

  it("comes back on another machine, where nothing is, with the recovery sheet too", async () => {
    const target = join(archive.around, "新电脑", "测试社区.lindang");
    await mkdir(join(target, ".."));
    const secret = { groups: [...archive.recoveryGroups] };
    const { engine } = testEngine();
    const report = await engine.ask("restore.run", { backup, target, secret, acceptsUnknown: true });
    expect(report).toMatchObject({ folder: target, keptAs: null });
    expect(await engine.ask("archive.unlock", { folder: target, passphrase: testPassphrase })).toMatchObject({
      name: "测试社区",
    });
    await engine.close();
  });

  it("comes back under the passphrase of today, or under that of then when the present archive is gone", async () => {
    await unlock();
    await archive.engine.ask("archive.change-passphrase", { current: testPassphrase, next: "换过的口令 2026" });
    await archive.engine.ask("archive.lock", {});
    await run({ secret: { passphrase: "换过的口令 2026" } });
    await expect(unlock()).rejects.toMatchObject({ code: "passphrase-wrong" });
    expect(await unlock("换过的口令 2026")).toMatchObject({ person: { name: "王敏" } });
    await archive.engine.ask("archive.lock", {});
    await rm(archive.folder, { recursive: true });
    await run({ acceptsUnknown: true });
    expect(await unlock()).toMatchObject({ person: { name: "王敏" } });
  });

  it("fills a file its medium has lost from the present archive", async () => {
    const [name] = (await readdir(join(backup, "files"), { recursive: true })).filter((each) =>
      /[0-9a-f]{32}$/.test(each),
    );
    await rm(join(backup, "files", name!));
    expect(await run()).toMatchObject({ counts: { files: 2 } });
  });

  it("that knows more than the restored archive is set aside by the next backup, not written over", async () => {
    await unlock();
    await archive.engine.ask("settings.revise", { backupFolder: place });
    await cp(backup, join(archive.around, "旧盘", "测试社区.备份"), { recursive: true });
    await archive.engine.ask("archive.close", {});
    await run({ backup: join(archive.around, "旧盘", "测试社区.备份") });
    await unlock();
    await archive.engine.ask("settings.revise", { backupFolder: place });
    await archive.engine.ask("archive.close", {});
    const names = (await readdir(place)).toSorted();
    expect(names).toEqual(["测试社区.备份", expect.stringMatching(/^测试社区\.备份\.\d{14}$/)]);
    const { backups } = await archive.engine.ask("restore.find", { path: place });
    expect(backups).toHaveLength(2);
  });
});

describe("restoring is refused, and leaves everything as it was,", () => {
  const refused = async (code: string, change: object = {}): Promise<void> => {
    const before = await besides();
    await expect(run(change)).rejects.toMatchObject({ code });
    expect(await besides()).toEqual(before);
    await unlock();
    expect((await archive.engine.ask("item.list", {})).rows).toHaveLength(2);
    await archive.engine.ask("archive.lock", {});
  };

  it("with a wrong passphrase, which counts as a wrong try", async () => {
    const secret = { passphrase: "不是这个口令" };
    await expect(check({ secret })).rejects.toMatchObject({ code: "passphrase-wrong" });
    for (let at = 0; at < 4; at++) await expect(run({ secret })).rejects.toMatchObject({ code: "passphrase-wrong" });
    await expect(run()).rejects.toMatchObject({ code: "passphrase-wait" });
  });

  it("when a byte of the database, of the keys or of a sealed file is another", async () => {
    for (const name of ["archive.db", "keys.db"]) {
      await flip(join(backup, name), 5000);
      await refused("backup-damaged");
      await flip(join(backup, name), 5000);
    }
    const [name] = (await readdir(join(backup, "files"), { recursive: true })).filter((each) =>
      /[0-9a-f]{32}$/.test(each),
    );
    await flip(join(backup, "files", name!), 300);
    await rm(sealedPath(archive.folder, name!.slice(3)));
    await expect(run()).rejects.toMatchObject({ code: "backup-incomplete", details: { count: 1 } });
    expect((await besides()).filter((each) => each.includes("恢复"))).toEqual([]);
  });

  it("when files are missing, the backup was not finished, or its last line is no JSON", async () => {
    for (const name of await readdir(join(archive.folder, "files"), { recursive: true }))
      if (/[0-9a-f]{32}$/.test(name)) await rm(join(archive.folder, "files", name));
    await rename(join(backup, "files"), join(backup, "files-away"));
    await expect(check()).rejects.toMatchObject({ code: "backup-incomplete", details: { count: 2 } });
    await writeFile(join(backup, "backup.json"), "{");
    await expect(check()).rejects.toMatchObject({ code: "backup-damaged" });
    await rm(join(backup, "backup.json"));
    await expect(check()).rejects.toMatchObject({ code: "backup-unfinished" });
    await expect(archive.engine.ask("restore.find", { path: place })).rejects.toMatchObject({
      code: "backup-unfinished",
    });
    await expect(check({ backup: join(archive.around, "没有") })).rejects.toMatchObject({ code: "backup-not-found" });
  });

  it("when the backup is of a newer program", async () => {
    const path = join(backup, "backup.json");
    const told = await readFile(path, "utf8");
    await writeFile(path, stringify({ ...(parse(told) as object), format: 2 }));
    await refused("backup-from-the-future");
  });

  it("when it is of another archive", async () => {
    const other = join(archive.around, "别的社区.lindang");
    await archive.engine.ask("archive.create", { folder: other, name: "别的社区", passphrase: testPassphrase });
    await archive.engine.ask("archive.lock", {});
    await refused("backup-of-another-archive", { target: other });
    // Under another passphrase, too.
    await archive.engine.ask("archive.unlock", { folder: other, passphrase: testPassphrase });
    await archive.engine.ask("archive.change-passphrase", { current: testPassphrase, next: "别处的口令 2026" });
    await archive.engine.ask("archive.lock", {});
    await refused("backup-of-another-archive", { target: other });
  });

  it("into a folder with something else in it, one that is in use, and into the backup itself", async () => {
    const other = join(archive.around, "文件");
    await mkdir(other);
    await writeFile(join(other, "信.txt"), "信");
    await refused("target-exists", { target: other });
    await refused("target-not-writable", { target: join(backup, "里面.lindang") });
    await refused("target-not-writable", { target: join(archive.around, "没有", "里面.lindang") });
    const release = await holdArchive(archive.folder);
    await expect(run()).rejects.toMatchObject({ code: "archive-in-use" });
    await release();
  });

  it("when it is stopped while files are copied", async () => {
    const { engine } = testEngine({
      announce: (event) => {
        if (event.kind === "progress" && event.phase === "恢复文件") void engine.ask("task.cancel", { taskId: "r" });
      },
    });
    const before = await besides();
    const reply = await engine.reply({ id: "r", seat: "window", name: "restore.run", input: given() });
    expect(reply).toMatchObject({ ok: false, refusal: { code: "task-cancelled" } });
    expect(await besides()).toEqual(before);
    await engine.close();
    await refused("target-not-writable", { target: backup });
  });

  it("and what a run that died left behind is gone after the next unlock", async () => {
    const staging = join(archive.around, ".测试社区.lindang.恢复中");
    await cp(backup, staging, { recursive: true });
    await rm(join(staging, "slots.json"));
    await unlock();
    expect(existsSync(staging)).toBe(false);
  });
});

describe("a disk that is full", () => {
  let disk = "";
  beforeAll(async () => void (disk = await mountSmallDisk(8)));
  afterAll(() => removeSmallDisk(disk, "restore"));

  it("is told before anything is written", async (context) => {
    if (!disk) return context.skip();
    await expect(run({ target: join(disk, "测试社区.lindang"), acceptsUnknown: true })).rejects.toMatchObject({
      code: "disk-full",
    });
    expect(await readdir(disk)).toEqual([]);
  });
});
