import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freshArchive, testEngine, testPassphrase, type TestArchive } from "#test/support/archive";
import { doors } from "#test/support/doors";
import { anItem, somePages } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

for (const [door, enter] of Object.entries(doors)) {
  describe(`an archive, ${door}`, () => {
    let opened: Awaited<ReturnType<typeof enter>>;
    beforeAll(async () => {
      await archive.engine.ask("archive.lock", {});
      opened = await enter();
    });
    afterAll(() => opened.close());
    const unlock = (passphrase: string) => opened.ask("archive.unlock", { folder: archive.folder, passphrase });

    it("answers nothing before it is unlocked", async () => {
      await expect(opened.ask("item.list", {})).rejects.toMatchObject({ code: "archive-locked" });
    });

    it("shows its label, never its content, to whoever has no passphrase", async () => {
      const seen = await opened.ask("archive.inspect", { folder: archive.folder });
      expect(seen).toEqual({
        folder: archive.folder,
        name: "测试社区",
        labels: ["档案员"],
        lastBackupDate: null,
        waitSeconds: 0,
      });
    });

    it("refuses a wrong passphrase", async () => {
      await expect(unlock("不是这个口令")).rejects.toMatchObject({ code: "passphrase-wrong" });
    });

    it("opens with the right one and says how many tries failed", async () => {
      expect(await unlock(testPassphrase)).toMatchObject({
        name: "测试社区",
        failedUnlocks: 1,
        recoveryUnconfirmed: true,
      });
    });

    it("is refused to a second engine while this one holds it", async () => {
      const { engine } = testEngine();
      await expect(
        engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase }),
      ).rejects.toMatchObject({
        code: "archive-in-use",
      });
      await engine.close();
    });

    it("gives keys of pages to the shell only", async () => {
      const reply = await opened.put("window", "page.open", { id: "x", variant: "image" });
      expect(reply).toMatchObject({ ok: false, refusal: { code: "role-missing" } });
    });

    it("names what is wrong in a question, not what stood there", async () => {
      const reply = await opened.put("window", "item.list", { limit: "李四" });
      expect(reply).toMatchObject({ ok: false, refusal: { code: "input-invalid", details: { where: "limit" } } });
      expect(await opened.put("window", "item.steal", {})).toMatchObject({ refusal: { code: "procedure-unknown" } });
      expect(await opened.put("window", "__proto__", {})).toMatchObject({ refusal: { code: "procedure-unknown" } });
    });

    it("is locked on request and tells so", async () => {
      await opened.ask("archive.lock", {});
      expect(opened.events).toContainEqual({ kind: "locked", reason: "asked" });
      expect(await opened.ask("archive.session", {})).toBeNull();
    });
  });
}

describe("an archive folder", () => {
  let own: TestArchive;
  afterEach(() => own?.remove());

  it("is never made where something lies", async () => {
    own = await freshArchive();
    await expect(
      own.engine.ask("archive.create", { folder: own.folder, name: "又一个", passphrase: testPassphrase }),
    ).rejects.toMatchObject({ code: "archive-exists" });
  });

  it("is not made with a short passphrase, and nothing is left behind", async () => {
    own = await freshArchive();
    const folder = join(own.around, "短.lindang");
    await expect(own.engine.ask("archive.create", { folder, name: "短", passphrase: "1234567" })).rejects.toMatchObject(
      {
        code: "passphrase-too-short",
        details: { least: 8 },
      },
    );
    expect(await readdir(own.around)).not.toContain("短.lindang");
  });

  it("is refused when its database is plain, damaged, cut short, from the future or missing", async () => {
    own = await freshArchive();
    await own.engine.ask("archive.lock", {});
    const database = join(own.folder, "archive.db");
    const sound = await readFile(database);
    const unlock = () => own.engine.ask("archive.unlock", { folder: own.folder, passphrase: testPassphrase });

    const plain = join(own.around, "plain.db");
    new Database(plain).exec("CREATE TABLE item (title TEXT)").close();
    await copyFile(plain, database);
    await expect(unlock()).rejects.toMatchObject({ code: "archive-not-encrypted" });
    expect((await readFile(database)).equals(await readFile(plain))).toBe(true);

    const damaged = Buffer.from(sound);
    damaged.fill(0, 100, 300);
    await writeFile(database, damaged);
    await expect(unlock()).rejects.toMatchObject({ code: "archive-damaged" });

    await writeFile(database, sound.subarray(0, 10));
    await expect(unlock()).rejects.toMatchObject({ code: "archive-damaged" });

    await rm(database);
    await expect(unlock()).rejects.toMatchObject({ code: "archive-missing" });

    await writeFile(database, sound);
    await expect(unlock()).resolves.toMatchObject({ name: "测试社区" });
  });

  it("recovers the hold of a program that died", async () => {
    own = await freshArchive();
    await own.engine.ask("archive.lock", {});
    const { hostname } = await import("node:os");
    await writeFile(
      join(own.folder, "in-use.json"),
      JSON.stringify({ pid: 4_000_000, startedAt: "1", machine: hostname() }),
    );
    await expect(
      own.engine.ask("archive.unlock", { folder: own.folder, passphrase: testPassphrase }),
    ).resolves.toMatchObject({ name: "测试社区" });
  });

  it("sweeps sealed files that no row names, and nothing else", async () => {
    own = await freshArchive();
    await somePages(own, 2);
    await own.engine.ask("archive.lock", {});
    const shard = join(own.folder, "files", "ab");
    await mkdir(shard, { recursive: true });
    await writeFile(join(shard, "ab".repeat(16)), "left by a crash");
    await new Promise((resolve) => setTimeout(resolve, 20));
    const session = await own.engine.ask("archive.unlock", { folder: own.folder, passphrase: testPassphrase });
    expect(session.sweptFiles).toBe(1);
    const { pages } = await own.engine.ask("scan.tray", {});
    for (const page of pages) {
      const reply = await own.engine.reply({
        id: "p",
        seat: "shell",
        name: "page.open",
        input: { id: page.id, variant: "image" },
      });
      expect(reply.ok).toBe(true);
    }
  });
});

describe("a passphrase", () => {
  let own: TestArchive;
  afterEach(() => own?.remove());

  it("slows down after five wrong tries, also after a restart, and never wipes", async () => {
    let now = Date.parse("2024-06-01T08:00:00Z");
    const clock = { now: () => new Date(now).toISOString(), monotonicMs: () => 0 };
    own = await freshArchive({ clock });
    await own.engine.ask("archive.lock", {});
    const unlock = (passphrase: string) => own.engine.ask("archive.unlock", { folder: own.folder, passphrase });
    for (let at = 0; at < 5; at++)
      await expect(unlock("错误的口令")).rejects.toMatchObject({ code: "passphrase-wrong" });
    await expect(unlock(testPassphrase)).rejects.toMatchObject({ code: "passphrase-wait", details: { seconds: 30 } });
    const other = testEngine({ clock });
    await expect(
      other.engine.ask("archive.unlock", { folder: own.folder, passphrase: testPassphrase }),
    ).rejects.toMatchObject({ code: "passphrase-wait" });
    await other.engine.close();
    now += 31_000;
    await expect(unlock("错误的口令")).rejects.toMatchObject({ code: "passphrase-wrong" });
    await expect(unlock(testPassphrase)).rejects.toMatchObject({ details: { seconds: 60 } });
    now += 61_000;
    await expect(unlock(testPassphrase)).resolves.toMatchObject({ failedUnlocks: 6 });
  });

  it("is changed only by who knows it; the old one is refused, the new one opens", async () => {
    own = await freshArchive();
    const change = (current: string, next: string) => own.engine.ask("archive.change-passphrase", { current, next });
    await expect(change("不知道的口令", "新的口令 2025")).rejects.toMatchObject({ code: "passphrase-wrong" });
    await expect(change(testPassphrase, "短")).rejects.toMatchObject({ code: "passphrase-too-short" });
    await change(testPassphrase, "新的口令 2025");
    await change("新的口令 2025", "更新的口令 2026");
    await own.engine.ask("archive.lock", {});
    const unlock = (passphrase: string) => own.engine.ask("archive.unlock", { folder: own.folder, passphrase });
    await expect(unlock(testPassphrase)).rejects.toMatchObject({ code: "passphrase-wrong" });
    await expect(unlock("更新的口令 2026")).resolves.toMatchObject({ person: { name: "王敏" } });
  });

  it("may be locked in the middle of a change: then it is locked, and one of the two opens", async () => {
    own = await freshArchive();
    const changed = own.engine.ask("archive.change-passphrase", { current: testPassphrase, next: "新的口令 2025" });
    await own.engine.ask("archive.lock", {});
    await changed;
    await expect(own.engine.ask("home.show", {})).rejects.toMatchObject({ code: "archive-locked" });
    await own.engine.ask("archive.unlock", { folder: own.folder, passphrase: "新的口令 2025" });
    expect(own.faults).toEqual([]);
  });

  it("stands nowhere on disk in clear", async () => {
    own = await freshArchive();
    const slots = await readFile(join(own.folder, "slots.json"), "utf8");
    expect(slots).not.toContain(testPassphrase);
    for (const group of own.recoveryGroups) expect(slots).not.toContain(group);
  });
});

describe("the recovery sheet", () => {
  let own: TestArchive;
  afterEach(() => own?.remove());

  it("has eight groups of six digits, each naming itself when wrong or in the wrong place", async () => {
    own = await freshArchive();
    const groups = [...own.recoveryGroups];
    expect(groups).toHaveLength(8);
    for (const [at, group] of groups.entries()) {
      const isRight = async (text: string, place = at + 1) =>
        (await own.engine.ask("recovery.check-group", { place, group: text })).isRight;
      expect(await isRight(group)).toBe(true);
      const wrong = group.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
      expect(await isRight(wrong)).toBe(false);
      expect(await isRight(group, ((at + 1) % 8) + 1)).toBe(false);
    }
    const typed = groups.with(2, "000000" === groups[2] ? "111111" : "000000");
    await expect(own.engine.ask("recovery.confirm", { groups: typed })).rejects.toMatchObject({
      code: "recovery-group-wrong",
      details: { group: 3 },
    });
  });

  it("keeps the archive marked until it is typed back", async () => {
    own = await freshArchive();
    expect(await own.engine.ask("archive.session", {})).toMatchObject({ recoveryUnconfirmed: true });
    await own.engine.ask("recovery.confirm", { groups: [...own.recoveryGroups] });
    expect(await own.engine.ask("archive.session", {})).toMatchObject({ recoveryUnconfirmed: false });
  });

  it("opens without passphrase and sets a new one; a renewed sheet voids the old", async () => {
    own = await freshArchive();
    await anItem(own);
    await own.engine.ask("archive.lock", {});
    const recover = (groups: readonly string[], newPassphrase: string) =>
      own.engine.ask("archive.recover", { folder: own.folder, groups: [...groups], newPassphrase });
    await expect(recover(own.recoveryGroups, "短")).rejects.toMatchObject({ code: "passphrase-too-short" });
    expect(await recover(own.recoveryGroups, "找回后的新口令 2025")).toMatchObject({ person: { name: "王敏" } });
    expect((await own.engine.ask("item.list", {})).total).toBe(1);
    const { recoveryGroups } = await own.engine.ask("recovery.renew", { passphrase: "找回后的新口令 2025" });
    await own.engine.ask("archive.lock", {});
    await expect(recover(own.recoveryGroups, "再换一个口令 2026")).rejects.toMatchObject({ code: "recovery-wrong" });
    await recover(recoveryGroups, "再换一个口令 2026");
    await own.engine.ask("archive.lock", {});
    await expect(
      own.engine.ask("archive.unlock", { folder: own.folder, passphrase: testPassphrase }),
    ).rejects.toMatchObject({ code: "passphrase-wrong" });
  });

  it("is written as a PDF on request, never over another file", async () => {
    own = await freshArchive();
    const to = join(own.around, "恢复单.pdf");
    const groups = [...own.recoveryGroups];
    const saved = await own.engine.ask("recovery.save-sheet", { groups, to });
    expect((await readFile(to)).subarray(0, 5).toString()).toBe("%PDF-");
    expect(saved.bytes).toBeGreaterThan(5000);
    await expect(own.engine.ask("recovery.save-sheet", { groups, to })).rejects.toMatchObject({
      code: "target-exists",
    });
  });
});
