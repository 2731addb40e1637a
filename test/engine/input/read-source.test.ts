import { createHash } from "node:crypto";
import { appendFile, chmod, link, mkdtemp, open, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileSizeLimit, imageSizeLimit, readSource } from "#engine/input/read-source";
import { longestName } from "#test/fixtures/odd-name";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sources-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("a file given by a person", () => {
  for (const size of [1, 300_000, 1024 * 1024, 3_500_001]) {
    it(`of ${size} bytes is read once, with both digests of exactly those bytes`, async () => {
      const path = join(folder, longestName);
      const bytes = Buffer.alloc(size, "公文");
      await writeFile(path, bytes);
      const source = await readSource(path);
      expect(source.bytes.equals(bytes)).toBe(true);
      expect(source.size).toBe(size);
      expect(source.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
      expect(source.sm3).toBe(createHash("sm3").update(bytes).digest("hex"));
      expect(source.modifiedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    });
  }

  it("gets the SM3 of the standard's own example", async () => {
    await writeFile(join(folder, "abc"), "abc");
    const { sm3 } = await readSource(join(folder, "abc"));
    expect(sm3).toBe("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  });

  it("is not followed when it is a link, and is read under a second hard name", async () => {
    await writeFile(join(folder, "real.jpg"), "real");
    await symlink(join(folder, "real.jpg"), join(folder, "link.jpg"));
    await symlink(join(folder, "nowhere"), join(folder, "dangling.jpg"));
    await link(join(folder, "real.jpg"), join(folder, "hard.jpg"));
    for (const name of ["link.jpg", "dangling.jpg"])
      await expect(readSource(join(folder, name))).rejects.toMatchObject({ code: "link-refused" });
    expect((await readSource(join(folder, "hard.jpg"))).size).toBe(4);
  });

  it("is refused when it is a folder or a pipe, without waiting for a writer", async () => {
    await expect(readSource(folder)).rejects.toMatchObject({ code: "not-a-file" });
    if (process.platform === "win32") return;
    execFileSync("mkfifo", [join(folder, "pipe.jpg")]);
    await expect(readSource(join(folder, "pipe.jpg"))).rejects.toMatchObject({ code: "not-a-file" });
  });

  it("is refused when it is missing or has an impossible name", async () => {
    await expect(readSource(join(folder, "none.jpg"))).rejects.toMatchObject({ code: "source-missing" });
    await expect(readSource(join(folder, "x".repeat(300)))).rejects.toMatchObject({ code: "name-too-long" });
  });

  it("is refused when it may not be read", async () => {
    if (process.getuid?.() === 0) return console.log("skipped: file permissions (1 tests)");
    await writeFile(join(folder, "shut.jpg"), "x");
    await chmod(join(folder, "shut.jpg"), 0);
    await expect(readSource(join(folder, "shut.jpg"))).rejects.toMatchObject({ code: "source-unreadable" });
  });

  it("is refused above the limit of its kind before it is read", async () => {
    const image = join(folder, "huge.jpg");
    await writeFile(image, Buffer.from("ffd8ffe0", "hex"));
    await truncate(image, imageSizeLimit + 1);
    await expect(readSource(image)).rejects.toMatchObject({ code: "file-too-large", details: { limit: "256 MB" } });
    const pdf = join(folder, "huge.pdf");
    await writeFile(pdf, "%PDF-1.7");
    await truncate(pdf, fileSizeLimit + 1);
    await expect(readSource(pdf)).rejects.toMatchObject({ code: "file-too-large", details: { limit: "512 MB" } });
  });

  it("is refused when it is written to meanwhile", async () => {
    const path = join(folder, "growing.pdf");
    await writeFile(path, Buffer.alloc(64 * 1024 * 1024, 1));
    let isRead = false;
    const reading = readSource(path).finally(() => (isRead = true));
    const refused = expect(reading).rejects.toMatchObject({ code: "source-changed" });
    while (!isRead) await appendFile(path, "more");
    await refused;
  });

  it("is refused when its bytes change under the reader at the same length", async () => {
    const path = join(folder, "changing.pdf");
    await writeFile(path, Buffer.alloc(64 * 1024 * 1024, 1));
    const file = await open(path, "r+");
    let isRead = false;
    const reading = readSource(path).finally(() => (isRead = true));
    const refused = expect(reading).rejects.toMatchObject({ code: "source-changed" });
    while (!isRead) await file.write(Buffer.from("2"), 0, 1, 63 * 1024 * 1024);
    await file.close();
    await refused;
  });

  it("is no longer read once the task is cancelled", async () => {
    await writeFile(join(folder, "a.jpg"), "a");
    await expect(readSource(join(folder, "a.jpg"), AbortSignal.abort())).rejects.toMatchObject({
      code: "task-cancelled",
    });
  });
});
