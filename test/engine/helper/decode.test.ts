import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { decodeSource } from "#engine/helper/decode";
import type { DecodedPage, DecodedPart, SourceFormat } from "#engine/helper/decoded";
import { openHelperPool } from "#engine/helper/helper-pool";
import { onePage, pdfStream, writePdf } from "#test/fixtures/pdf-writer";
import { barePage, bitonalTiff, jpegPage, pngPage, scannedPage } from "#test/fixtures/scanned-page";
import { greyPage, writeTiff } from "#test/fixtures/tiff-writer";

const pool = openHelperPool({ name: "image-helper", size: 1 });
afterAll(() => pool.close());

async function decode(bytes: Buffer, format: SourceFormat): Promise<{ parts: DecodedPart[]; pages: DecodedPage[] }> {
  const parts: DecodedPart[] = [];
  for await (const part of decodeSource(pool, { bytes, format })) parts.push(part);
  return { parts, pages: parts.filter((part) => part.kind === "page") };
}

describe("a decoded page", () => {
  it("comes between the page count and the warnings", async () => {
    const { parts } = await decode(await jpegPage(), "jpeg");
    expect(parts.map(({ kind }) => kind)).toEqual(["opened", "page", "closed"]);
    expect(parts[0]).toEqual({ kind: "opened", pageCount: 1 });
    expect(parts[2]).toEqual({ kind: "closed", warnings: [], camera: null });
  });

  it("has size, resolution and colour mode as the file states them, and a thumbnail of 256 pixels", async () => {
    const [page] = (await decode(await jpegPage(), "jpeg")).pages;
    expect(page).toMatchObject({ width: 620, height: 877, dpi: 200, colourMode: "colour", rendition: null });
    const thumbnail = await sharp(page!.thumbnail).metadata();
    expect(thumbnail).toMatchObject({ format: "jpeg", width: 181, height: 256 });
  });

  it("is grey with a grey thumbnail when the scan is", async () => {
    const grey = await barePage().toColourspace("b-w").jpeg().toBuffer();
    const [page] = (await decode(grey, "jpeg")).pages;
    expect(page!.colourMode).toBe("grey");
    expect((await sharp(page!.thumbnail).metadata()).channels).toBe(1);
  });

  it("says no resolution when the file states none", async () => {
    const bare = await barePage().png().toBuffer();
    expect((await decode(bare, "png")).pages[0]!.dpi).toBeNull();
  });

  it("is shown upright as EXIF says, the original untouched", async () => {
    const turned = await scannedPage().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const [page] = (await decode(turned, "jpeg")).pages;
    expect(page).toMatchObject({ width: 877, height: 620 });
    expect(await sharp(page!.thumbnail).metadata()).toMatchObject({ width: 256, height: 181 });
  });

  it("of a bitonal TIFF is shown as a one-bit PNG of the same pixels", async () => {
    const original = await bitonalTiff();
    const [page] = (await decode(original, "tiff")).pages;
    expect(page).toMatchObject({ width: 620, height: 877, colourMode: "bitonal" });
    expect(page!.rendition!.format).toBe("png");
    expect((await sharp(page!.rendition!.bytes).metadata()).bitsPerSample).toBe(1);
    const pixels = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).toColourspace("b-w").raw().toBuffer();
    expect((await pixels(page!.rendition!.bytes)).equals(await pixels(original))).toBe(true);
  });

  it("of a TIFF of several pages comes page by page, each in its own size", async () => {
    const { parts, pages } = await decode(writeTiff([greyPage(60, 80), greyPage(90, 70), greyPage(50, 50)]), "tiff");
    expect(parts[0]).toEqual({ kind: "opened", pageCount: 3 });
    expect(pages.map(({ pageNumber, width, height }) => [pageNumber, width, height])).toEqual([
      [1, 60, 80],
      [2, 90, 70],
      [3, 50, 50],
    ]);
    expect(
      pages.every(
        ({ rendition, colourMode, dpi }) => rendition?.format === "jpeg" && colourMode === "grey" && dpi === 200,
      ),
    );
    expect(await sharp(pages[1]!.rendition!.bytes).metadata()).toMatchObject({ format: "jpeg", width: 90, height: 70 });
  });

  it("of a TIFF is not its reduced copy that a scanner put beside it", async () => {
    const { parts } = await decode(writeTiff([greyPage(60, 80), { ...greyPage(6, 8), isReduced: true }]), "tiff");
    expect(parts.map((part) => (part.kind === "page" ? part.width : part.kind))).toEqual(["opened", 60, "closed"]);
  });

  it("of a PDF is drawn at 200 dpi, grey when nothing on it has a hue", async () => {
    const red = onePage();
    red[3] = pdfStream("1 0 0 rg 100 100 200 200 re f");
    const [black] = (await decode(writePdf({ objects: onePage() }), "pdf")).pages;
    const [coloured] = (await decode(writePdf({ objects: red }), "pdf")).pages;
    expect(black).toMatchObject({ width: 1653, height: 2339, dpi: 200, colourMode: "grey" });
    expect(coloured!.colourMode).toBe("colour");
    const shown = sharp(coloured!.rendition!.bytes).extract({ left: 500, top: 1_800, width: 4, height: 4 });
    const [red0 = 0, green0 = 0, blue0 = 0] = await shown.raw().toBuffer();
    expect([red0 > 200, green0 < 60, blue0 < 60]).toEqual([true, true, true]);
    const { dominant } = await sharp(black!.rendition!.bytes).stats();
    expect(dominant.r).toBeGreaterThan(240);
  });

  it("of a very large sheet is drawn at a lower resolution and says so", async () => {
    const objects = onePage().map((body) =>
      typeof body === "string" ? body.replace("[0 0 595 842]", "[0 0 9000 9000]") : body,
    );
    const [page] = (await decode(writePdf({ objects }), "pdf")).pages;
    expect(page!.dpi).toBeLessThan(200);
    const roll = onePage().map((body) =>
      typeof body === "string" ? body.replace("[0 0 595 842]", "[0 0 30000 40]") : body,
    );
    const [long] = (await decode(writePdf({ objects: roll }), "pdf")).pages;
    expect(long!.width).toBeLessThanOrEqual(60_000);
    expect(page!.width * page!.height).toBeLessThanOrEqual(40_000_000);
  });
});

describe("a truncated scan", () => {
  it("is refused wherever it was cut, although decoders shrink while they load", async () => {
    const [jpeg, progressive, png] = [
      await jpegPage(),
      await scannedPage().jpeg({ progressive: true }).toBuffer(),
      await pngPage(),
    ];
    for (const [bytes, format] of [
      [jpeg, "jpeg"],
      [progressive, "jpeg"],
      [png, "png"],
    ] as const)
      for (const cut of [1, 2, 3, 100, 2_000, bytes.length >> 2, bytes.length >> 1, bytes.length - 700])
        await expect(decode(bytes.subarray(0, -cut), format), `${format} - ${cut}`).rejects.toMatchObject({
          code: "image-damaged",
        });
  });

  it("is refused as a TIFF and as a PDF too", async () => {
    const tiff = await bitonalTiff();
    const deflated = await barePage().tiff({ compression: "deflate" }).toBuffer();
    for (const bytes of [tiff, deflated])
      for (const cut of [bytes.length >> 3, bytes.length >> 1, bytes.length - 300])
        await expect(decode(bytes.subarray(0, -cut), "tiff"), `tiff - ${cut}`).rejects.toMatchObject({
          code: "image-damaged",
        });
    const pdf = writePdf({ objects: onePage() });
    for (const cut of [20, 200, pdf.length >> 1])
      await expect(decode(pdf.subarray(0, -cut), "pdf"), `pdf - ${cut}`).rejects.toMatchObject({ code: "pdf-damaged" });
  });
});

describe("a TIFF with damage inside", () => {
  it("is refused when a strip cannot be decoded, for the rest of the strip would be missing", async () => {
    for (const compression of ["deflate", "lzw"] as const) {
      const bytes = await barePage().tiff({ compression }).toBuffer();
      bytes.fill(0x5a, bytes.length >> 1, (bytes.length >> 1) + 300);
      await expect(decode(bytes, "tiff"), compression).rejects.toMatchObject({ code: "image-damaged" });
    }
  });

  it("comes with a warning when only its colour profile is cut off", async () => {
    const whole = await scannedPage().tiff({ compression: "deflate" }).toBuffer();
    const { parts } = await decode(whole.subarray(0, -1), "tiff");
    expect(parts.at(-1)).toEqual({ kind: "closed", warnings: ["image-bit-errors"], camera: null });
    expect((await decode(whole, "tiff")).parts.at(-1)).toEqual({ kind: "closed", warnings: [], camera: null });
  });
});
