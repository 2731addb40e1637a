import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SealedPlace } from "#contract/page-image";
import { readPart } from "#vault-format/open-file";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { aPagePicture, someScans } from "#test/support/sample";

let archive: TestArchive;
beforeEach(async () => void (archive = await freshArchive()));
afterEach(() => archive.remove());
const accept = (paths: string[]) => archive.engine.ask("scan.accept", { paths });
const sealedCount = async (): Promise<number> =>
  (await readdir(join(archive.folder, "files"), { recursive: true })).filter((name) => /[0-9a-f]{32}$/.test(name))
    .length;

async function openPage(id: string, variant: "image" | "thumbnail"): Promise<{ bytes: Buffer; mediaType: string }> {
  const reply = await archive.engine.reply({ id: "p", seat: "shell", name: "page.open", input: { id, variant } });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  const { path, key, part, mediaType } = reply.value as SealedPlace;
  return { bytes: await readPart(path, Buffer.from(key, "hex"), part), mediaType };
}

describe("taking scans in", () => {
  it("keeps a JPEG byte for byte, with a thumbnail beside it", async () => {
    const [path = ""] = await someScans(archive, 1);
    const { outcomes } = await accept([path]);
    const source = await readFile(path);
    const image = await openPage(outcomes[0]!.pageIds[0]!, "image");
    expect(image.mediaType).toBe("image/jpeg");
    expect(createHash("sha256").update(image.bytes).digest("hex")).toBe(
      createHash("sha256").update(source).digest("hex"),
    );
    const thumbnail = await sharp((await openPage(outcomes[0]!.pageIds[0]!, "thumbnail")).bytes).metadata();
    expect(Math.max(thumbnail.width, thumbnail.height)).toBe(256);
    const { pages } = await archive.engine.ask("scan.tray", {});
    expect(pages[0]).toMatchObject({
      sourceName: basename(path),
      width: 420,
      height: 594,
      dpi: 200,
      colourMode: expect.any(String),
    });
  });

  it("goes on with the rest of the batch, in the order given, and stores nothing of what it refused", async () => {
    const [first = "", second = ""] = await someScans(archive, 2);
    const cut = join(archive.around, "cut.jpg");
    await writeFile(cut, (await aPagePicture()).subarray(0, 900));
    const empty = join(archive.around, "empty.jpg");
    await writeFile(empty, "");
    const link = join(archive.around, "link.jpg");
    await symlink(first, link);
    const { outcomes, acceptedCount, rejectedCount } = await accept([
      cut,
      first,
      empty,
      link,
      join(archive.around, "missing.jpg"),
      second,
    ]);
    expect(outcomes.map((each) => [each.outcome, each.code])).toEqual([
      ["reject", "image-damaged"],
      ["accept", "ok"],
      ["reject", "file-empty"],
      ["reject", "link-refused"],
      ["reject", "source-missing"],
      ["accept", "ok"],
    ]);
    expect([acceptedCount, rejectedCount]).toEqual([2, 4]);
    expect(outcomes[4]?.message).toContain("missing.jpg");
    expect(await sealedCount()).toBe(2);
  });

  it("reports equal bytes and does not keep them twice", async () => {
    const [path = ""] = await someScans(archive, 1);
    const copy = join(archive.around, "同一张.jpg");
    await writeFile(copy, await readFile(path));
    const { outcomes } = await accept([path, copy]);
    expect(outcomes[1]).toMatchObject({
      outcome: "reject",
      code: "duplicate-file",
      message: expect.stringContaining(basename(path)),
    });
    expect((await accept([path])).outcomes[0]).toMatchObject({ code: "duplicate-file" });
    expect(await sealedCount()).toBe(1);
  });

  it("walks a folder in the order a person counts", async () => {
    const folder = join(archive.around, "一摞");
    await mkdir(join(folder, "子夹"), { recursive: true });
    for (const name of ["扫描10.jpg", "扫描9.jpg", "扫描1.jpg"])
      await writeFile(join(folder, name), await aPagePicture(name));
    await writeFile(join(folder, "子夹", "附.jpg"), await aPagePicture());
    const { outcomes } = await accept([folder]);
    expect(outcomes.map((each) => basename(each.path)).filter((name) => name !== "附.jpg")).toEqual([
      "扫描1.jpg",
      "扫描9.jpg",
      "扫描10.jpg",
    ]);
    expect(outcomes).toHaveLength(4);
  });

  it("takes a TIFF of several pages as pages with pictures the window can show, the TIFF kept", async () => {
    const tiff = join(archive.around, "三页.tif");
    const frames = await Promise.all([1, 2, 3].map(() => aPagePicture()));
    const joined = await sharp(frames, { join: { animated: true } })
      .tiff({ compression: "lzw" })
      .toBuffer();
    await writeFile(tiff, joined);
    const { outcomes } = await accept([tiff]);
    expect(outcomes[0]?.pageIds).toHaveLength(3);
    for (const id of outcomes[0]!.pageIds)
      expect((await openPage(id, "image")).mediaType).toMatch(/^image\/(jpeg|png)$/);
    expect(await sealedCount()).toBe(4);
  });

  it("stops when asked: what was told as taken in is there, the rest is told as stopped", async () => {
    const paths = await someScans(archive, 60);
    const asked = archive.engine.reply({ id: "long", seat: "window", name: "scan.accept", input: { paths } });
    await new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (!archive.events.some((event) => event.kind === "progress" && event.done > 3)) return;
        clearInterval(look);
        resolve();
      }, 5);
    });
    await archive.engine.ask("task.cancel", { taskId: "long" });
    const reply = await asked;
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    const { outcomes, acceptedCount } = reply.value as Awaited<ReturnType<typeof accept>>;
    expect(outcomes).toHaveLength(60);
    expect(outcomes.at(-1)?.code).toBe("task-cancelled");
    expect((await archive.engine.ask("scan.tray", {})).total).toBe(acceptedCount);
    expect(await sealedCount()).toBe(acceptedCount);
  });

  it("reports progress that never goes back and never passes the end", async () => {
    await accept(await someScans(archive, 12));
    const seen = archive.events.flatMap((event) => (event.kind === "progress" ? [event] : []));
    expect(seen.length).toBeGreaterThan(1);
    for (const [at, event] of seen.entries()) {
      expect(event.done).toBeLessThanOrEqual(event.total);
      expect(event.done).toBeGreaterThanOrEqual(seen[at - 1]?.done ?? 0);
    }
    expect(seen.at(-1)).toMatchObject({ done: 12, total: 12, procedure: "scan.accept" });
  });

  it("discards pages of the tray with their files, never pages of an item", async () => {
    const { outcomes } = await accept(await someScans(archive, 3));
    const [first, second, third] = outcomes.flatMap((each) => each.pageIds);
    await archive.engine.ask("item.make", { pageIds: [third!] });
    await expect(archive.engine.ask("scan.discard", { pageIds: [first!, third!] })).rejects.toMatchObject({
      code: "page-in-use",
    });
    expect(await sealedCount()).toBe(3);
    await archive.engine.ask("scan.discard", { pageIds: [first!, second!] });
    expect(await sealedCount()).toBe(1);
  });
});
