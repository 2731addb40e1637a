// 监视文件夹: real files in a real folder, taken in as they settle.
import { existsSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { appendFile, copyFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { takenFolderName } from "#contract/watched-folder";
import { isFinishedName, moveAside, knownBy } from "#engine/device/watched-file";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { aPagePicture } from "#test/support/sample";

let archive: TestArchive;
let folder: string;

beforeEach(async () => {
  archive = await freshArchive();
  folder = join(archive.around, "扫描软件");
  mkdirSync(folder);
});
afterEach(() => archive.remove());

const ask = (): TestArchive["engine"] => archive.engine;
const show = (): Promise<Output<"watched-folder.show">> => ask().ask("watched-folder.show", {});
const pagesIn = async (): Promise<number> => (await ask().ask("scan.tray", {})).total;
const become = (look: () => Promise<unknown>, wanted: unknown): Promise<void> =>
  expect.poll(look, { timeout: 8000, interval: 50 }).toEqual(wanted);
async function watch(afterIntake: "move" | "leave" = "move"): Promise<void> {
  await ask().ask("watched-folder.set", { folder, isOn: true, afterIntake });
  await become(async () => (await show()).state, "watching");
}
const taken = (): string[] =>
  existsSync(join(folder, takenFolderName)) ? readdirSync(join(folder, takenFolderName)) : [];
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "answered",
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

describe("a folder that cannot be watched", () => {
  it("is refused: none, not a folder, not a whole path, inside the archive", async () => {
    writeFileSync(join(archive.around, "x.txt"), "x");
    for (const wrong of ["", "扫描软件", join(archive.around, "没有"), join(archive.around, "x.txt")])
      expect(
        await codeOf(ask().ask("watched-folder.set", { folder: wrong, isOn: true, afterIntake: "move" })),
        wrong,
      ).toBe("watched-folder-unreachable");
    const inside = join(archive.folder, "files");
    expect(await codeOf(ask().ask("watched-folder.set", { folder: inside, isOn: true, afterIntake: "move" }))).toBe(
      "watched-folder-inside-archive",
    );
    symlinkSync(inside, join(archive.around, "绕路"));
    const round = { folder: join(archive.around, "绕路", "."), isOn: true, afterIntake: "move" } as const;
    expect(await codeOf(ask().ask("watched-folder.set", round))).toMatch(/^watched-folder-/);
    expect((await show()).state).toBe("off");
    expect(await codeOf(ask().ask("watched-folder.decide", { take: true }))).toBe("watched-folder-unreachable");
  });
});

describe("a file that cannot be taken in", () => {
  it("stays where it is and is told once, also after the next start", async () => {
    await watch();
    writeFileSync(join(folder, "坏.jpg"), "这不是图像");
    symlinkSync("/etc/passwd", join(folder, "链接.jpg"));
    await become(async () => (await show()).files.map(({ name }) => name), ["坏.jpg"]);
    expect((await show()).files[0]).toMatchObject({ outcome: "reject" });
    expect((await show()).files[0]?.message).toMatch(/[。]$/);
    expect(readdirSync(folder).sort()).toEqual(["坏.jpg", "链接.jpg"].sort());
    await ask().ask("archive.lock", {});
    await ask().ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
    await become(async () => (await show()).state, "watching");
    expect(await show()).toMatchObject({ foundCount: 0, files: [] });
    expect(await pagesIn()).toBe(0);
  });
});

describe("a watched folder", () => {
  it("takes a file written in slow pieces once, whole, and moves it aside", async () => {
    await watch();
    const bytes = await aPagePicture();
    const path = join(folder, "扫描0001.jpg");
    for (let at = 0; at < 5; at++) {
      await appendFile(path, bytes.subarray((at * bytes.length) / 5, ((at + 1) * bytes.length) / 5));
      await setTimeout(200);
    }
    expect(await pagesIn()).toBe(0);
    await become(pagesIn, 1);
    await become(() => Promise.resolve(taken()), ["扫描0001.jpg"]);
    expect(await show()).toMatchObject({ pageCount: 1, foundCount: 0, state: "watching" });
    expect((await show()).files).toMatchObject([{ name: "扫描0001.jpg", outcome: "accept" }]);
    expect((await ask().ask("scan.tray", {})).pages[0]).toMatchObject({ sourceName: "扫描0001.jpg", dpi: 200 });
  });

  it("passes over temporary names until they are renamed, tells equal bytes once, and keeps both files", async () => {
    await watch();
    const bytes = await aPagePicture();
    await writeFile(join(folder, "新.jpg.part"), bytes);
    await writeFile(join(folder, "~$新.jpg"), bytes);
    await writeFile(join(folder, ".新.jpg"), bytes);
    await setTimeout(1200);
    expect(await pagesIn()).toBe(0);
    await rename(join(folder, "新.jpg.part"), join(folder, "新.jpg"));
    await become(() => Promise.resolve(taken()), ["新.jpg"]);
    await writeFile(join(folder, "新.jpg"), bytes);
    await become(() => Promise.resolve(taken().sort()), ["新 (2).jpg", "新.jpg"].sort());
    expect(await pagesIn()).toBe(1);
    expect((await show()).files.map(({ code }) => code)).toEqual(["ok", "duplicate-file"]);
  });

  it("asks once about what was there before; left is left, and never asked about again", async () => {
    for (const name of ["一.jpg", "二.jpg"]) await writeFile(join(folder, name), await aPagePicture());
    await watch("leave");
    await become(async () => (await show()).foundCount, 2);
    expect(await pagesIn()).toBe(0);
    await ask().ask("watched-folder.decide", { take: false });
    await writeFile(join(folder, "三.jpg"), await aPagePicture());
    await become(pagesIn, 1);
    await ask().ask("archive.lock", {});
    // While it is locked nothing is taken; what came then is asked about.
    await writeFile(join(folder, "四.jpg"), await aPagePicture());
    await ask().ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
    await become(async () => (await show()).foundCount, 1);
    expect(await ask().ask("watched-folder.decide", { take: true })).toMatchObject({ foundCount: 0, pageCount: 1 });
    expect(await pagesIn()).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(["一.jpg", "三.jpg", "二.jpg", "四.jpg"].sort());
  });

  it("that goes away is told, and is watched again when it is back", async () => {
    await watch();
    renameSync(folder, `${folder}-拔了`);
    await become(async () => (await show()).state, "unreachable");
    expect((await show()).files.at(-1)).toMatchObject({ code: "watched-folder-unreachable" });
    await writeFile(join(`${folder}-拔了`, "五.jpg"), await aPagePicture());
    renameSync(`${folder}-拔了`, folder);
    await become(async () => (await show()).foundCount, 1);
    expect((await show()).state).toBe("watching");
  });

  it("that is switched off takes nothing", async () => {
    await watch();
    expect(await ask().ask("watched-folder.set", { folder, isOn: false, afterIntake: "move" })).toMatchObject({
      state: "off",
    });
    await writeFile(join(folder, "六.jpg"), await aPagePicture());
    await setTimeout(1300);
    expect(await pagesIn()).toBe(0);
  });
});

describe("a file that was taken in", () => {
  it("is moved under a free name, and not at all when it changed since", async () => {
    const path = join(folder, "七.jpg");
    writeFileSync(path, "eins");
    const mark = await knownBy(path);
    mkdirSync(join(folder, takenFolderName));
    await copyFile(path, join(folder, takenFolderName, "七.jpg"));
    expect(await moveAside(path, mark)).toBe(true);
    expect(taken().sort()).toEqual(["七 (2).jpg", "七.jpg"].sort());
    writeFileSync(path, "zwei zwei");
    expect(await moveAside(path, mark)).toBe(false);
    expect(await moveAside(join(folder, "没有.jpg"), mark)).toBe(false);
    await rm(path);
  });

  it("is known by a name that is finished", () => {
    for (const name of ["a.part", "a.JPG.tmp", "~$a.jpg", ".a.jpg", "Thumbs.db", "a.crdownload"])
      expect(isFinishedName(name), name).toBe(false);
    for (const name of ["a.jpg", "部分.jpg", "part.tif", "tmp.pdf"]) expect(isFinishedName(name), name).toBe(true);
  });

  it("that cannot be moved out of the way stays, and is in all the same", async () => {
    // Somebody has put a file where the subfolder should be.
    writeFileSync(join(folder, takenFolderName), "x");
    await watch("move");
    await writeFile(join(folder, "八.jpg"), await aPagePicture());
    await become(
      async () => (await show()).files.map(({ name, outcome, code }) => [name, outcome, code]),
      [["八.jpg", "warn", "target-not-writable"]],
    );
    expect(await pagesIn()).toBe(1);
    expect(readdirSync(folder)).toContain("八.jpg");
  });
});
