// What goes wrong while double-layer files are written: targets, disks, stopping, damaged pages. Nothing half-written stays.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Item } from "#contract/item";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";
import { onStore } from "./put-readings.ts";

let archive: TestArchive;
let item: Item;
let unread: Item;
beforeAll(async () => {
  archive = await freshArchive();
  item = await anItem(archive, {}, 2);
  unread = await anItem(archive, { title: "关于换届选举的公告" }, 1);
  await fileYear(archive, 2024);
  item = await archive.engine.ask("item.read", { id: item.id });
});
afterAll(() => archive.remove());

let made = 0;
const freshTarget = async (): Promise<string> => {
  const into = join(archive.around, `双层${++made}`);
  await mkdir(into);
  return into;
};

/** A disk of four megabytes; undefined where it may not be mounted. */
async function mountSmallDisk(): Promise<string | undefined> {
  const disk = join(archive.around, "小盘");
  await mkdir(disk);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", disk], { stdio: "ignore" });
    return disk;
  } catch {
    return undefined;
  }
}

describe("bad targets and damaged pages", () => {
  it("an existing file is never replaced, and the others are written", async () => {
    const into = await freshTarget();
    await writeFile(join(into, `${item.archivalCode}.pdf`), "别人的");
    const done = await archive.engine.ask("double-layer.write", { itemIds: [item.id, unread.id], format: "pdf", into });
    expect(done.outcomes.map(({ outcome, code }) => [outcome, code])).toEqual([
      ["failed", "target-exists"],
      ["written", "ok"],
    ]);
    expect(await readFile(join(into, `${item.archivalCode}.pdf`), "utf8")).toBe("别人的");
  });

  it("a folder that is gone or no folder is refused", async () => {
    const file = join(await freshTarget(), "文件");
    await writeFile(file, "");
    for (const into of [file, join(archive.around, "没有")])
      await expect(
        archive.engine.ask("double-layer.write", { itemIds: [item.id], format: "pdf", into }),
      ).rejects.toMatchObject({ code: "target-not-writable" });
  });

  it.skipIf(process.getuid?.() === 0)("a folder that may not be written is refused and stays empty", async () => {
    const into = await freshTarget();
    await chmod(into, 0o555);
    await expect(
      archive.engine.ask("double-layer.write", { itemIds: [item.id], format: "ofd", into }),
    ).rejects.toMatchObject({ code: "target-not-writable" });
    expect(await readdir(into)).toEqual([]);
  });

  it("a disk that fills in the middle leaves what was finished and nothing half-written", async ({ skip }) => {
    const disk = await mountSmallDisk();
    if (!disk) return skip("no right to mount a small disk");
    try {
      const noise = await sharp(randomBytes(900 * 900 * 3), { raw: { width: 900, height: 900, channels: 3 } })
        .png()
        .toBuffer();
      const path = join(archive.around, "大.png");
      await writeFile(path, noise);
      const { outcomes } = await archive.engine.ask("scan.accept", { paths: [path] });
      const { item: big } = await archive.engine.ask("item.make", {
        pageIds: [...outcomes[0]!.pageIds],
        fields: { title: "大件" },
      });
      // Room is reckoned before, so the disk is filled by somebody else behind its back.
      const run = archive.engine.ask("double-layer.write", {
        ...{ itemIds: [item.id, big.id, unread.id], format: "pdf", into: disk },
      });
      await writeFile(join(disk, "别人的"), Buffer.alloc(1024 * 1024 * 2));
      const done = await run;
      expect(done.outcomes.map(({ outcome, code }) => [outcome, code])).toEqual([
        ["written", "ok"],
        ["failed", "disk-full"],
        ["failed", "disk-full"],
      ]);
      expect((await readdir(disk)).sort()).toEqual([`${item.archivalCode}.pdf`, "别人的"].sort());
      await expect(
        archive.engine.ask("double-layer.write", { itemIds: [big.id], format: "ofd", into: disk }),
      ).rejects.toMatchObject({ code: "disk-full" });
    } finally {
      execFileSync("umount", [disk]);
    }
  });

  it("a run that is stopped leaves nothing half-written", async () => {
    const into = await freshTarget();
    const reply = archive.engine.reply({
      ...{ id: "stopped", seat: "window", name: "double-layer.write" },
      input: { itemIds: [item.id], format: "pdf", into },
    });
    await archive.engine.ask("task.cancel", { taskId: "stopped" });
    expect(await reply).toMatchObject({ ok: false, refusal: { code: "task-cancelled" } });
    expect(await readdir(into)).toEqual([]);
  });

  it("an item whose page is damaged or has lost its key fails alone", async () => {
    const [damaged, keyless] = [await anItem(archive, { year: 2025 }), await anItem(archive, { year: 2025 })];
    const files = new Map<string, string>();
    await onStore(archive, ({ raw }) => {
      for (const { id } of [damaged, keyless])
        files.set(
          id,
          raw
            .prepare("SELECT v.file_id FROM page_version v JOIN page p ON p.id = v.page_id WHERE p.item_id = ?")
            .pluck()
            .get(id) as string,
        );
      raw.prepare("DELETE FROM content_key WHERE id = ?").run(files.get(keyless.id));
    });
    const sealed = join(archive.folder, "files", files.get(damaged.id)!.slice(0, 2), files.get(damaged.id)!);
    const bytes = await readFile(sealed);
    bytes[bytes.length - 40]! ^= 1;
    bytes[300]! ^= 1;
    await writeFile(sealed, bytes);
    const into = await freshTarget();
    const done = await archive.engine.ask("double-layer.write", {
      ...{ itemIds: [damaged.id, keyless.id, item.id], format: "pdf", into },
    });
    expect(done.outcomes.map(({ outcome, code }) => [outcome, code])).toEqual([
      ["failed", "digital-file-damaged"],
      ["failed", "page-not-found"],
      ["written", "ok"],
    ]);
    expect(await readdir(into)).toEqual([`${item.archivalCode}.pdf`]);
  });
});
