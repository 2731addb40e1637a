import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { partSizes, readPart } from "#vault-format/open-file";
import { sealFile } from "#vault-format/seal-file";
import { SealBroken } from "#vault-format/segment";

let folder = "";
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "seal-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));

async function* pieces(bytes: Buffer, step: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

describe("a sealed file", () => {
  const key = randomBytes(32);

  it("gives every part back byte for byte, also across segments and when empty", async () => {
    const path = join(folder, "a");
    const parts = [randomBytes(2 * 1024 * 1024 + 7), randomBytes(300), Buffer.alloc(0)];
    await sealFile(path, key, parts);
    for (const [at, part] of parts.entries()) expect((await readPart(path, key, at)).equals(part)).toBe(true);
    expect(await partSizes(path)).toEqual(parts.map((part) => part.length));
  });

  it("is the same whether its bytes came at once or as a stream", async () => {
    const bytes = randomBytes(3 * 1024 * 1024 + 11);
    const whole = await sealFile(join(folder, "a"), key, [bytes, Buffer.from("small")]);
    const streamed = await sealFile(join(folder, "b"), key, [
      { size: bytes.length, chunks: pieces(bytes, 70_001) },
      Buffer.from("small"),
    ]);
    expect(streamed).toEqual(whole);
    expect((await readFile(join(folder, "a"))).equals(await readFile(join(folder, "b")))).toBe(true);
  });

  it("shows nothing of what it holds", async () => {
    const path = join(folder, "a");
    await sealFile(path, key, [Buffer.from("居民代表会议记录".repeat(100))]);
    expect((await readFile(path)).includes("居民代表会议记录")).toBe(false);
  });

  it("leaves nothing behind when its source gives another number of bytes", async () => {
    await expect(
      sealFile(join(folder, "a"), key, [{ size: 100, chunks: pieces(randomBytes(99), 10) }]),
    ).rejects.toThrow("99");
    expect(await readdir(folder)).toEqual([]);
  });

  it("refuses every changed byte, a cut end and another key", async () => {
    const path = join(folder, "a");
    await sealFile(path, key, [randomBytes(500), randomBytes(40)]);
    const sound = await readFile(path);
    for (let at = 0; at < sound.length; at += 7) {
      const broken = Buffer.from(sound);
      broken[at] = (broken[at] ?? 0) ^ 1;
      await writeFile(path, broken);
      const both = Promise.all([readPart(path, key, 0), readPart(path, key, 1)]);
      // Bytes 6 and 7 are reserved but sealed all the same: the header is part of every tag.
      await expect(both, `byte ${at}`).rejects.toBeInstanceOf(SealBroken);
    }
    await writeFile(path, sound);
    await expect(readPart(path, randomBytes(32), 0)).rejects.toBeInstanceOf(SealBroken);
    await truncate(path, sound.length - 1);
    await expect(readPart(path, key, 1)).rejects.toBeInstanceOf(SealBroken);
  });
});
