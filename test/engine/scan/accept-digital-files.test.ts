import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { DigitalFileId } from "#contract/digital-file";
import { goodPdf } from "#test/fixtures/bad-pdf";
import * as files from "#test/fixtures/digital-files";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { fileYear, somePages } from "#test/support/sample";

let archive: TestArchive;
beforeEach(async () => void (archive = await freshArchive()));
afterEach(() => archive.remove());

const put = async (name: string, bytes: Buffer): Promise<string> => {
  const path = join(archive.around, name);
  await writeFile(path, bytes);
  return path;
};
const accept = (...paths: string[]) => archive.engine.ask("scan.accept", { paths });
const acceptOne = async (name: string, bytes: Buffer): Promise<DigitalFileId> => {
  const { outcomes } = await accept(await put(name, bytes));
  const id = outcomes[0]?.digitalFileId;
  if (!id) throw new Error(JSON.stringify(outcomes));
  return id;
};
const sealedCount = async (): Promise<number> =>
  (await readdir(join(archive.folder, "files"), { recursive: true })).filter((name) => /[0-9a-f]{32}$/.test(name))
    .length;
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

describe("born-digital files taken in", () => {
  it("are kept byte for byte and come out again as they were", async () => {
    const sources: [string, Buffer][] = [
      ["通知.docx", files.writeDocx()],
      ["通知.wps", files.writeDoc({ isWps: true })],
      ["旧通知.doc", files.writeDoc()],
      ["表.xlsx", files.plainXlsx()],
      ["表.et", files.writeXls()],
      ["通知.ofd", files.writeOfd()],
      ["录音.mp3", files.writeMp3()],
      ["录音.wav", files.writeWav()],
      ["录音.m4a", files.writeMp4({ brand: "M4A ", kinds: ["soun"] })],
      ["录像.mp4", files.writeMp4()],
      ["邮件.eml", files.writeEml()],
      ["页.html", files.writeHtml()],
      ["页.mhtml", files.writeMhtml()],
    ];
    const paths = await Promise.all(sources.map(([name, bytes]) => put(name, bytes)));
    const answer = await accept(...paths);
    expect(answer.outcomes.map((each) => [basename(each.path), each.outcome])).toEqual(
      sources.map(([name]) => [name, "accept"]),
    );
    expect(answer).toMatchObject({ digitalFileCount: sources.length, pageCount: 0 });
    const { rows } = await archive.engine.ask("digital-file.tray", {});
    expect(rows.map((row) => row.format)).toEqual("docx wps doc xlsx et ofd mp3 wav m4a mp4 eml html mhtml".split(" "));
    for (const [at, [name, bytes]] of sources.entries()) {
      const out = join(archive.around, `出${name}`);
      const saved = await archive.engine.ask("digital-file.save-as", { id: rows[at]!.id, path: out });
      expect([saved.sha256, sha256(await readFile(out))]).toEqual([sha256(bytes), sha256(bytes)]);
    }
    // Dates stay apart: when the file was written, and when it came in.
    const written = (await stat(paths[0]!)).mtime.toISOString();
    expect(rows[0]).toMatchObject({ sourceModifiedAt: written, size: sources[0]![1].length });
    expect(rows[0]!.enteredAt).not.toBe(written);
  });

  it("notes macros as not run, refuses locked, cut off, disguised and starting files, and keeps nothing of those", async () => {
    const { outcomes } = await accept(
      await put("宏.docx", files.writeDocx([files.macroPart])),
      await put("锁.docx", files.writeLockedOffice()),
      await put("断.mp4", files.cutMp4()),
      await put("假.doc", files.writeDocx()),
      await put("假.xls", files.writeHtml("<table></table>")),
      await put("通知.docx.lnk", files.writeDocx()),
      await put("应用.html", Buffer.from("<html><hta:application></html>")),
      await put("幻灯.pptx", files.writePptx()),
      await put("程序.mp3", Buffer.from("4d5a90000300", "hex")),
    );
    expect(outcomes.map((each) => [each.outcome, each.code])).toEqual([
      ["warn", "document-macro"],
      ["reject", "document-password"],
      ["reject", "document-damaged"],
      ["reject", "format-mismatch"],
      ["reject", "format-mismatch"],
      ["reject", "program-refused"],
      ["reject", "format-mismatch"],
      ["reject", "format-unsupported"],
      ["reject", "format-mismatch"],
    ]);
    expect(outcomes[0]?.message).toContain("含宏，未运行");
    const { rows } = await archive.engine.ask("digital-file.tray", {});
    expect(rows).toMatchObject([{ hasMacro: true, warnings: ["document-macro"] }]);
    expect(await sealedCount()).toBe(1);
  });

  it("reports equal bytes whatever the name", async () => {
    await acceptOne("一.mp3", files.writeMp3());
    const { outcomes } = await accept(await put("二.mp3", files.writeMp3()));
    expect(outcomes[0]).toMatchObject({ code: "duplicate-file", message: expect.stringContaining("一.mp3") });
    expect(await sealedCount()).toBe(1);
  });
});

describe("a large recording", () => {
  const mebibyte = 1024 * 1024;
  async function sparseFilm(size: number): Promise<string> {
    const path = join(archive.around, "会议.mp4");
    const head = files.mp4Head();
    const film = await open(path, "w");
    const box = Buffer.alloc(16);
    box.writeUInt32BE(1, 0);
    box.write("mdat", 4, "latin1");
    box.writeBigUInt64BE(BigInt(size - head.length), 8);
    await film.write(Buffer.concat([head, box]));
    await film.truncate(size);
    await film.close();
    return path;
  }

  it("flows into its sealed file with progress and little memory", async () => {
    const size = 300 * mebibyte;
    const path = await sparseFilm(size);
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 10);
    const { outcomes } = await accept(path);
    clearInterval(watch);
    expect(outcomes[0]).toMatchObject({ outcome: "accept" });
    expect(most - before).toBeLessThan(100 * 1024 * 1024);
    const { rows } = await archive.engine.ask("digital-file.tray", {});
    expect(rows[0]).toMatchObject({ format: "mp4", size, recording: { durationMs: 10_000 } });
    const told = archive.events.flatMap((event) => (event.kind === "progress" && event.unit === "byte" ? [event] : []));
    expect(told.at(-1)).toMatchObject({ done: size, total: size, phase: "封存「会议.mp4」" });
  });

  it("stops when asked and leaves nothing", async () => {
    const path = await sparseFilm(70 * mebibyte);
    const asked = archive.engine.reply({ id: "film", seat: "window", name: "scan.accept", input: { paths: [path] } });
    while (!archive.events.some((event) => event.kind === "progress" && event.unit === "byte" && event.done > 0))
      await setTimeout(2);
    await archive.engine.ask("task.cancel", { taskId: "film" });
    expect(await asked).toMatchObject({ ok: true, value: { outcomes: [{ code: "task-cancelled" }] } });
    expect([await sealedCount(), (await archive.engine.ask("digital-file.tray", {})).total]).toEqual([0, 0]);
  });

  it("is refused when it is written to meanwhile", async () => {
    const size = 70 * mebibyte;
    const path = await sparseFilm(size);
    const asked = accept(path);
    while (!archive.events.some((event) => event.kind === "progress" && event.unit === "byte" && event.done > 0))
      await setTimeout(2);
    const film = await open(path, "r+");
    await film.write(Buffer.from("x"), 0, 1, size - 1);
    await film.close();
    expect((await asked).outcomes[0]).toMatchObject({ code: "source-changed" });
    expect(await sealedCount()).toBe(0);
  });
});

describe("digital files in items", () => {
  it("make an item without pages that can be filed, frozen with their digests, and cannot be taken twice", async () => {
    const id = await acceptOne("总结.docx", files.writeDocx());
    const matters = await archive.engine.ask("matter.list", {});
    const { item } = await archive.engine.ask("item.make", {
      pageIds: [],
      fileIds: [id],
      fields: {
        matterId: matters.find((matter) => matter.code === "ZZ")?.id ?? null,
        title: "工作总结",
        creator: "幸福社区居民委员会",
        documentDate: archivalDate.parse("2024-12-31"),
        year: 2024,
        retention: "Y",
      },
    });
    expect(item).toMatchObject({ carrier: "digital", fileCount: 1, pageCount: 0, parts: [{ files: [{ id }] }] });
    await expect(archive.engine.ask("item.make", { pageIds: [], fileIds: [id] })).rejects.toMatchObject({
      code: "digital-file-in-use",
    });
    await expect(archive.engine.ask("digital-file.discard", { ids: [id] })).rejects.toMatchObject({
      code: "digital-file-in-use",
    });
    expect(await fileYear(archive)).toBe(1);
    expect(await archive.engine.ask("item.read", { id: item.id })).toMatchObject({ state: "filed", itemNumber: 1 });
  });

  it("stay with the item when only its pages are arranged, and come back with a way back", async () => {
    const id = await acceptOne("表.xlsx", files.plainXlsx());
    const [page] = await somePages(archive, 1);
    const { item } = await archive.engine.ask("item.make", { pageIds: [page!], fileIds: [id] });
    const arranged = await archive.engine.ask("item.arrange", {
      ...{ id: item.id, revision: item.revision },
      parts: [{ kind: "附件", title: "", pageIds: [page!] }],
    });
    expect(arranged).toMatchObject({ fileCount: 1, parts: [{ kind: "附件", files: [{ id }] }] });
    const split = await archive.engine.ask("item.arrange", {
      ...{ id: item.id, revision: arranged.revision },
      parts: [
        { kind: "正文", title: "", pageIds: [page!], fileIds: [] },
        { kind: "附件", title: "表", pageIds: [], fileIds: [id] },
      ],
    });
    expect(split.parts.map((part) => part.files.length)).toEqual([0, 1]);
    await archive.engine.ask("item.dissolve", { id: item.id, revision: split.revision });
    expect((await archive.engine.ask("digital-file.tray", {})).rows.map((row) => row.id)).toEqual([id]);
    const way = await archive.engine.ask("undo.next", {});
    await archive.engine.ask("undo.apply", { sequence: way!.sequence });
    expect((await archive.engine.ask("digital-file.tray", {})).total).toBe(0);
  });

  it("go with their keys when the clerk marks the paper a state secret", async () => {
    const id = await acceptOne("通知.docx", files.writeDocx());
    await expect(
      archive.engine.ask("item.make", { pageIds: [], fileIds: [id], securityMark: "机密" }),
    ).rejects.toMatchObject({ code: "state-secret" });
    expect([await sealedCount(), (await archive.engine.ask("digital-file.tray", {})).total]).toEqual([0, 0]);
  });

  it("of a restricted item are not saved outside", async () => {
    const id = await acceptOne("低保名册.xlsx", files.plainXlsx());
    await archive.engine.ask("item.make", {
      ...{ pageIds: [], fileIds: [id] },
      fields: { title: "低保名册", access: "restricted", neutralTitle: "低保审批材料" },
    });
    const path = join(archive.around, "out.xlsx");
    await expect(archive.engine.ask("digital-file.save-as", { id, path })).rejects.toMatchObject({
      code: "digital-file-restricted",
    });
    await expect(stat(path)).rejects.toThrow("ENOENT");
    const { rows } = await archive.engine.ask("reading-copy.waiting", {});
    expect(rows).toMatchObject([{ sourceName: "", itemTitle: "低保审批材料" }]);
  });
});

describe("saving an original", () => {
  it("never writes over a file, never leaves half of one, and notices a changed byte in the vault", async () => {
    const id = await acceptOne("录音.wav", files.writeWav());
    const there = await put("有.wav", Buffer.from("mine"));
    await expect(archive.engine.ask("digital-file.save-as", { id, path: there })).rejects.toMatchObject({
      code: "target-exists",
    });
    expect(await readFile(there, "utf8")).toBe("mine");
    const nowhere = join(archive.around, "没有", "x.wav");
    await expect(archive.engine.ask("digital-file.save-as", { id, path: nowhere })).rejects.toMatchObject({
      code: "target-not-writable",
    });
    const sealed = (await readdir(join(archive.folder, "files"), { recursive: true })).find((name) =>
      /[0-9a-f]{32}$/.test(name),
    );
    const vault = await open(join(archive.folder, "files", sealed!), "r+");
    await vault.write(Buffer.from([0xff, 0x00, 0xff]), 0, 3, 5_000);
    await vault.close();
    const path = join(archive.around, "坏.wav");
    await expect(archive.engine.ask("digital-file.save-as", { id, path })).rejects.toMatchObject({
      code: "digital-file-damaged",
    });
    expect((await readdir(archive.around)).filter((name) => name.includes(".part") || name === "坏.wav")).toEqual([]);
  });
});

describe("reading copies", () => {
  it("are asked for, attached with who and when, shown, and replaced without touching the original", async () => {
    const id = await acceptOne("总结.wps", files.writeDoc({ isWps: true }));
    const waiting = () => archive.engine.ask("reading-copy.waiting", {});
    expect((await waiting()).rows).toMatchObject([{ id, awaitsReadingCopy: true }]);
    const supply = async (name: string, bytes: Buffer) =>
      archive.engine.ask("reading-copy.supply", { id, path: await put(name, bytes) });
    await expect(supply("总结.docx", files.writeDocx())).rejects.toMatchObject({ code: "reading-copy-format" });
    await expect(supply("坏.pdf", goodPdf().subarray(0, 60))).rejects.toMatchObject({ code: "pdf-damaged" });
    const copied = await supply("总结.pdf", goodPdf());
    expect(copied).toMatchObject({
      awaitsReadingCopy: false,
      readingCopy: { format: "pdf", sourceName: "总结.pdf", suppliedBy: "王敏" },
    });
    expect((await waiting()).total).toBe(0);
    const copy = join(archive.around, "副本.pdf");
    await archive.engine.ask("digital-file.save-as", { id, path: copy, isCopy: true });
    expect((await readFile(copy)).equals(goodPdf())).toBe(true);
    expect(await sealedCount()).toBe(2);
    await supply("总结.ofd", files.writeOfd());
    expect(await sealedCount()).toBe(2);
    const out = join(archive.around, "out.wps");
    const saved = await archive.engine.ask("digital-file.save-as", { id, path: out });
    expect(saved.sha256).toBe(sha256(files.writeDoc({ isWps: true })));
    await archive.engine.ask("digital-file.discard", { ids: [id] });
    expect(await sealedCount()).toBe(0);
  });
});

describe("digital files handed over", () => {
  it("leave in the package as they came, under their own ending", async () => {
    const bytes = files.writeDocx();
    const id = await acceptOne("总结.docx", bytes);
    const matters = await archive.engine.ask("matter.list", {});
    await archive.engine.ask("item.make", {
      ...{ pageIds: [], fileIds: [id] },
      fields: {
        ...{ title: "工作总结", creator: "幸福社区居民委员会", documentDate: archivalDate.parse("2024-12-31") },
        ...{ year: 2024, retention: "Y", matterId: matters.find((matter) => matter.code === "ZZ")?.id ?? null },
      },
    });
    await fileYear(archive);
    const target = join(archive.around, "包");
    await mkdir(target);
    const written = await archive.engine.ask("package.write", { fondsId: archive.fondsId, year: 2024, into: target });
    const names = (await readdir(written.path, { recursive: true })).filter((name) => name.endsWith(".docx"));
    expect(names).toHaveLength(1);
    expect((await readFile(join(written.path, names[0]!))).equals(bytes)).toBe(true);
    expect(await archive.engine.ask("package.verify", { path: written.path })).toMatchObject({ verdict: "valid" });
  });
});
