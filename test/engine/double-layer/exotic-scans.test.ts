// Scans packed as CCITT, JBIG2 and JPEG 2000: kept byte for byte, drawn so that something is seen; the damaged and the
// lying are refused.
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PageId } from "#contract/scan";
import type { SealedPlace } from "#contract/page-image";
import { readPart } from "#vault-format/open-file";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { ccittPdf, g4Tiff, jbig2MmrPdf, jbig2Pdf, jp2Page, jpegTiff, jpxPdf } from "#test/fixtures/exotic-pdf";
import { onStore } from "./put-readings.ts";

let archive: TestArchive;
let folder = "";
beforeAll(async () => {
  archive = await freshArchive();
  folder = join(archive.around, "扫描");
  await mkdir(folder);
});
afterAll(() => archive.remove());

const accept = async (name: string, bytes: Buffer) => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return (await archive.engine.ask("scan.accept", { paths: [path] })).outcomes[0]!;
};

/** Share of dark pixels of the picture that is shown for a page. */
async function darkness(pageId: PageId): Promise<number> {
  const reply = await archive.engine.reply({
    ...{ id: "look", seat: "shell", name: "page.open" },
    input: { id: pageId, variant: "image" },
  });
  if (!reply.ok) throw new Error("no image");
  const { path, key } = reply.value as SealedPlace;
  const grey = await sharp(await readPart(path, Buffer.from(key, "hex"), 0))
    .greyscale()
    .raw()
    .toBuffer();
  return grey.filter((shade) => shade < 96).length / grey.length;
}

const scans: readonly (readonly [name: string, make: () => Promise<Buffer> | Buffer, least: number])[] = [
  ["传真.pdf", ccittPdf, 0.15],
  ["压缩.pdf", jbig2Pdf, 0.15],
  ["彩扫.pdf", jpxPdf, 0.05],
  ["母版.jp2", () => jp2Page("jp2"), 0.05],
  ["码流.j2k", () => jp2Page("j2k"), 0.05],
  ["四组.tif", g4Tiff, 0.15],
  ["JPEG压缩.tif", jpegTiff, 0.15],
];

describe("a scan in an old packing", () => {
  it.each(scans)("%s is kept byte for byte and shown", async (name, make, least) => {
    const bytes = await make();
    const outcome = await accept(name, bytes);
    expect(outcome).toMatchObject({ outcome: "accept", code: "ok" });
    expect(outcome.pageIds).toHaveLength(1);
    const dark = await darkness(outcome.pageIds[0]!);
    expect(dark).toBeGreaterThan(least);
    expect(dark).toBeLessThan(0.6);
    const digest = createHash("sha256").update(bytes).digest("hex");
    await onStore(archive, ({ raw }) => {
      const kept = raw
        .prepare("SELECT f.plain_sha256 FROM scan s JOIN vault_file f ON f.id = s.file_id WHERE s.id = ?")
        .pluck()
        .get(outcome.scanId);
      expect(kept).toBe(digest);
    });
  });
});

it("a page that comes out blank though it is a scan is told, never passed over in silence", async () => {
  const outcome = await accept("罕见压缩.pdf", await jbig2MmrPdf());
  expect(outcome).toMatchObject({ outcome: "warn", code: "pdf-page-blank" });
  expect(outcome.pageIds).toHaveLength(1);
});

describe("a damaged or lying JPEG 2000", () => {
  const changed = (bytes: Buffer, change: (copy: Buffer) => void): Buffer => {
    const copy = Buffer.from(bytes);
    change(copy);
    return copy;
  };
  const jp2 = jp2Page("jp2");
  const j2k = jp2Page("j2k");
  const sizeAt = jp2.indexOf("ff51", 0, "hex");
  const headAt = jp2.indexOf("ihdr") + 4;

  it.each([
    ["cut in half", "jp2", () => jp2.subarray(0, jp2.length / 2), "image-damaged"],
    ["cut in half, bare", "j2k", () => j2k.subarray(0, j2k.length / 2), "image-damaged"],
    ["cut behind its first tile", "j2k", () => j2k.subarray(0, j2k.indexOf("ff900", 200, "hex") + 12), "image-damaged"],
    ["only a mark", "jp2", () => jp2.subarray(0, 20), "image-damaged"],
    [
      "claims 65,000 × 65,000",
      "jp2",
      () =>
        changed(jp2, (copy) => {
          for (const at of [headAt, headAt + 4]) copy.writeUInt32BE(65_000, at);
          for (const at of [sizeAt + 6, sizeAt + 10]) copy.writeUInt32BE(65_000, at);
        }),
      "image-too-large",
    ],
    ["claims another size", "jp2", () => changed(jp2, (copy) => copy.writeUInt32BE(300, headAt)), "image-damaged"],
    [
      "without a decodable tile",
      "jp2",
      () => changed(jp2, (copy) => copy.fill(0xff, copy.indexOf("ff52", 0, "hex"), copy.indexOf("ff90", 0, "hex"))),
      "image-damaged",
    ],
  ] as const)("%s is refused and nothing of it kept", async (what, ending, make, code) => {
    const before = await archive.engine.ask("scan.tray", {});
    expect(await accept(`${what}.${ending}`, make())).toMatchObject({ outcome: "reject", code, pageIds: [] });
    expect((await archive.engine.ask("scan.tray", {})).total).toBe(before.total);
  });

  it("that lacks its end mark alone is taken in with a warning", async () => {
    const outcome = await accept("无结尾.j2k", j2k.subarray(0, j2k.length - 2));
    expect(outcome).toMatchObject({ outcome: "warn", code: "image-bit-errors" });
  });

  it("under another ending is taken in and said", async () => {
    const other = changed(jp2, (copy) => copy.writeUInt8((copy.at(-40) ?? 0) ^ 1, copy.length - 40));
    expect(await accept("其实是JP2.jpg", other)).toMatchObject({ outcome: "warn", code: "extension-odd" });
  });
});
