// The PDF as a file: structure of PDF/A-2b read from its bytes, its twin of part 1 judged by PDFBox Preflight, every way a
// picture can come, and text of every kind read back by readers that do not know how it was written.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { inflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { makeBlankFont } from "#engine/double-layer/blank-font";
import { memorySink } from "#engine/double-layer/out-file";
import { placeOnPage, readPicture, type Picture } from "#engine/double-layer/picture";
import { hasSameSigns, isAlike, signsOf } from "#engine/double-layer/prove-pdf";
import { makeSrgbProfile } from "#engine/double-layer/srgb-profile";
import type { PageReading } from "#contract/reading";
import { placeLines, textOf, type PlacedLine } from "#engine/double-layer/text-layer";
import { writePdf } from "#engine/double-layer/write-pdf";
import { readWithPdfjs } from "#test/engine/catalogue/read-with-pdfjs";
import { openPdf } from "#engine/helper/pdfium";
import { readingOf } from "./put-readings.ts";

const facts = {
  ...{ title: "关于<召开>居民代表会议 & 通知", author: "幸福社区居民委员会", madeAt: "2026-01-02T03:04:05.000Z" },
  ...{ program: "邻档 Lindang", version: "0.1.0", id: "0".repeat(32) },
};
const size = { width: 302.4, height: 427.68 };
const svg = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="594"><rect width="420" height="594" fill="#fff"/><rect x="40" y="60" width="120" height="60" fill="#b22"/><rect x="300" y="500" width="90" height="20" fill="#000"/></svg>`,
);
const picture = (file: Buffer): Picture => {
  const read = readPicture(file);
  if (read === "repaint") throw new Error("this one goes in as it is");
  return read;
};
const page = async (lines: readonly PlacedLine[] = [], file?: Buffer) => ({
  ...size,
  picture: picture(file ?? (await sharp(svg).jpeg().toBuffer())),
  lines,
});
type Page = Awaited<ReturnType<typeof page>>;
async function made(pages: readonly Page[], part: 1 | 2 = 2): Promise<Buffer> {
  const sink = memorySink();
  const all = async function* (): AsyncGenerator<Page> {
    yield* pages;
  };
  await writePdf(sink, facts, all(), { part, bookmarks: [{ label: "一〔2024〕", page: 0 }] });
  return sink.bytes();
}
async function pixelsOf(bytes: Buffer): Promise<{ width: number; height: number; pixels: Buffer }> {
  const pdf = await openPdf(bytes);
  if (typeof pdf === "string") throw new Error(pdf);
  const drawn = pdf.draw(0, () => 40)!;
  pdf.close();
  return drawn;
}

describe("the structure of PDF/A-2b", () => {
  it("has part and level, one intent with its profile, embedded fonts, an identifier, no encryption and no transparency", async () => {
    const text = (await made([await page(placeLines(readingOf(["一行 𠮷"]), size))])).toString("latin1");
    expect(text.startsWith("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")).toBe(true);
    const xmp = Buffer.from(/<\?xpacket begin[\s\S]*<\?xpacket end="w"\?>/.exec(text)?.[0] ?? "", "latin1").toString();
    expect(xmp).toContain("<pdfaid:part>2</pdfaid:part>");
    expect(xmp).toContain("<pdfaid:conformance>B</pdfaid:conformance>");
    expect(xmp).toContain("关于&lt;召开&gt;居民代表会议 &amp; 通知");
    expect(text.match(/\/S \/GTS_PDFA1 .*\/DestOutputProfile 5 0 R/g)).toHaveLength(1);
    expect(text.match(/\/Type \/Font(?![A-Za-z])/g)).toHaveLength(2);
    expect(text.match(/\/FontFile2 /g)).toHaveLength(1);
    expect(text).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/);
    expect(text).not.toMatch(
      /\/(Encrypt|SMask|Group|JavaScript|JS|AA|OpenAction|EmbeddedFiles|LZWDecode|Interpolate)\b/,
    );
    // Every stream is as long as it says (ISO 19005-2, 6.1.7.1).
    for (const { index, 1: length } of text.matchAll(/\/Length (\d+) >>\nstream\n/g)) {
      const begin = index + /[\s\S]*?stream\n/.exec(text.slice(index))![0].length;
      expect(text.slice(begin + Number(length), begin + Number(length) + 11)).toBe("\nendstream\n");
    }
    const profile = inflateSync(
      Buffer.from(/\n5 0 obj[\s\S]*?stream\n([\s\S]*?)\nendstream/.exec(text)![1]!, "latin1"),
    );
    expect(profile.equals(makeSrgbProfile())).toBe(true);
    expect([profile.toString("latin1", 36, 40), profile.readUInt32BE(0)]).toEqual(["acsp", profile.length]);
  });

  it("says its colours as sRGB does: libvips finds them unchanged under the profile", async () => {
    const colours = Buffer.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 128, 128, 128, 12, 200, 90, 255, 255, 255]);
    const folder = await mkdtemp(join(tmpdir(), "lindang-icc-"));
    const profile = join(folder, "srgb.icc");
    await writeFile(profile, makeSrgbProfile());
    const raw = { raw: { width: 6, height: 1, channels: 3 as const } };
    const tagged = await sharp(colours, raw).withIccProfile(profile).png().toBuffer();
    const back = await sharp(tagged).toColourspace("srgb").raw().toBuffer();
    await rm(folder, { recursive: true });
    for (const [at, value] of colours.entries()) expect(Math.abs((back[at] ?? 0) - value)).toBeLessThanOrEqual(2);
  });

  const jars = [
    "preflight",
    "pdfbox2",
    "fontbox2",
    "xmpbox",
    "commons-logging",
    "commons-io",
    "javax.activation",
    "jaxb-api",
  ];
  const paths = jars.map((jar) => `/usr/share/java/${jar}.jar`);
  const hasPreflight = [...paths, "/usr/bin/java"].every((path) => existsSync(path));
  if (!hasPreflight)
    process.stdout.write(
      "skipped: PDFBox Preflight (apt: default-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java)\n",
    );
  it.skipIf(!hasPreflight)(
    "is valid PDF/A-1b to PDFBox as twin of part 1; of part 2 only the part number is said",
    async () => {
      const pages = [
        await page(placeLines(readingOf(["关于召开会议的通知 𠮷", "abc 123"]), size)),
        await page([], await sharp(svg).greyscale().png({ palette: true, colours: 2 }).toBuffer()),
        await page([], await sharp(svg).greyscale().jpeg({ progressive: true }).toBuffer()),
      ];
      const folder = await mkdtemp(join(tmpdir(), "lindang-pdfa-"));
      const judge = async (part: 1 | 2): Promise<string> => {
        const path = join(folder, `${part}.pdf`);
        await writeFile(path, await made(pages, part));
        const words = ["-cp", paths.join(":"), "org.apache.pdfbox.preflight.Validator_A1b", path];
        const run = await promisify(execFile)("java", words).catch((error: { stdout?: string }) => error);
        return run.stdout ?? "";
      };
      const [one, two] = await Promise.all([judge(1), judge(2)]);
      await rm(folder, { recursive: true });
      expect(one).toContain("is a valid PDF/A-1b file");
      expect(two.match(/^\d+(\.\d+)+ : .*$/gm)).toEqual(["7.11.2 : Error on MetaData, part must be 1"]);
    },
    20_000,
  );
});

describe("a picture", () => {
  const whole = sharp(svg).flatten({ background: "#fff" });
  const ways: readonly (readonly [string, () => Promise<Buffer>])[] = [
    ["colour JPEG", () => whole.clone().jpeg().toBuffer()],
    ["progressive JPEG", () => whole.clone().jpeg({ progressive: true }).toBuffer()],
    ["grey JPEG", () => whole.clone().greyscale().jpeg().toBuffer()],
    ["colour PNG", () => whole.clone().png().toBuffer()],
    ["indexed PNG", () => whole.clone().png({ palette: true, colours: 16 }).toBuffer()],
    ["two-colour PNG", () => whole.clone().greyscale().threshold(200).png({ palette: true, colours: 2 }).toBuffer()],
    ["grey PNG", () => whole.clone().greyscale().png().toBuffer()],
  ];
  it.each(ways)("%s is drawn from the PDF as it was", async (_, make) => {
    const file = await make();
    const drawn = await pixelsOf(await made([await page([], file)]));
    const small = (from: Sharp) => from.resize(16, 16, { fit: "fill" }).toColourspace("b-w").raw().toBuffer();
    const { width, height, pixels } = drawn;
    const seen = await small(sharp(pixels, { raw: { width, height, channels: 3 } }));
    expect(isAlike(seen, await small(sharp(file)))).toBe(true);
    expect(isAlike(seen, await small(sharp(file).negate()))).toBe(false);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "with EXIF orientation %i stands as the camera held it, without the EXIF",
    async (orientation) => {
      const upright = await sharp(svg).flatten({ background: "#fff" }).raw().toBuffer({ resolveWithObject: true });
      const file = await sharp(svg)
        .jpeg()
        .withExif({ IFD0: { Copyright: "某人", Software: "secret-cam" } })
        .withMetadata({ orientation })
        .toBuffer();
      const shown = sharp(file).autoOrient();
      const { info } = await shown.clone().toBuffer({ resolveWithObject: true });
      const read = picture(file);
      expect(read.orientation).toBe(orientation);
      expect(upright.info.width).toBe(420);
      const sides = { width: info.width * 0.72, height: info.height * 0.72 };
      const bytes = await made([{ ...sides, picture: read, lines: [] }]);
      expect(bytes.includes("secret-cam")).toBe(false);
      const { width, height, pixels } = await pixelsOf(bytes);
      const small = (from: Sharp) => from.resize(16, 16, { fit: "fill" }).toColourspace("b-w").raw().toBuffer();
      const seen = await small(sharp(pixels, { raw: { width, height, channels: 3 } }));
      expect(isAlike(seen, await small(sharp(await shown.toBuffer())))).toBe(true);
      expect(placeOnPage(orientation, 1, 1)).toHaveLength(6);
    },
  );

  it("that a PDF cannot carry as it is, is to be painted anew", async () => {
    const odd = [
      await sharp(svg).toColourspace("cmyk").jpeg().toBuffer(),
      await sharp(svg).ensureAlpha(0.5).png().toBuffer(),
      await sharp(svg).png({ progressive: true }).toBuffer(),
      await sharp(svg).toColourspace("rgb16").png().toBuffer(),
      Buffer.from("no picture"),
    ];
    for (const file of odd) expect(readPicture(file)).toBe("repaint");
  });
});

/** Lines near the middle of the page, so that they stay on it however they are turned. */
function inMiddle(texts: readonly string[]): PageReading {
  const reading = readingOf(texts);
  const lines = reading.lines.map((line) => ({
    ...line,
    corners: line.corners.map(([x, y]) => [x + 20, y + 150]) as unknown as typeof line.corners,
  }));
  return { ...reading, lines };
}

describe("text of every kind", () => {
  it("comes back sign for sign from PDFium and pdf.js: straight, slanted, upright, upside down, at the edge", async () => {
    const straight = inMiddle(["幸社〔2024〕3号", "𠮷䶮㛃婳 ①Ⅷ abc-123.5％", "完"]);
    const turned = (degrees: number) => {
      const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
      const turn = ([x, y]: readonly [number, number]): [number, number] => [
        210 + (x - 210) * cos - (y - 297) * sin,
        297 + (x - 210) * sin + (y - 297) * cos,
      ];
      const lines = straight.lines.map((line) => ({ ...line, corners: line.corners.map(turn) as typeof line.corners }));
      return { ...straight, lines };
    };
    for (const degrees of [0, 2.5, -7, 90, 180, 270]) {
      const lines = placeLines(turned(degrees), size);
      const bytes = await made([await page(lines)]);
      const pdf = await openPdf(bytes);
      if (typeof pdf === "string") throw new Error(pdf);
      expect(hasSameSigns(pdf.readText(0), textOf(lines)), `${degrees}°`).toBe(true);
      expect(hasSameSigns(pdf.readText(0), `${textOf(lines)}多`)).toBe(false);
      pdf.close();
      const [seen] = await readWithPdfjs(bytes);
      expect(signsOf(seen?.text ?? ""), `${degrees}°`).toBe(signsOf(textOf(lines)));
    }
  });

  it("holds for characters drawn by chance from all of Unicode that Chinese print may use", async () => {
    const rounds = Number(process.env["LINDANG_LAYER_ROUNDS"] ?? 6);
    const ranges = [
      [0x4e00, 0x9fff],
      [0x3400, 0x4dbf],
      [0x20000, 0x2a6df],
      [0x41, 0x7a],
      [0x30, 0x39],
      [0x391, 0x3c9],
      [0x3041, 0x30fe],
    ] as const;
    let seed = 20_261_122;
    const chance = (most: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % most;
    };
    for (let round = 0; round < rounds; round += 1) {
      const texts = Array.from({ length: 12 }, () =>
        String.fromCodePoint(
          ...Array.from({ length: 1 + chance(16) }, () => {
            const [first, last] = ranges[chance(ranges.length)]!;
            return first + chance(last - first + 1);
          }),
        ),
      );
      const lines = placeLines(readingOf(texts), size);
      const pdf = await openPdf(await made([await page(lines)]));
      if (typeof pdf === "string") throw new Error(pdf);
      expect(signsOf(pdf.readText(0))).toBe(signsOf(texts.join("")));
      pdf.close();
    }
  });

  it("control signs, half surrogates and unknown points never reach the file", () => {
    const reading = readingOf(["\u0000甲\uD842乙\uFFFE\u200b丙\n", " \t ", ""]);
    expect(textOf(placeLines(reading, size))).toBe("甲\uFFFD乙\u200b丙");
  });

  it("is set in a font whose every character has a glyph without ink", () => {
    const font = makeBlankFont([0x20, 0x5173, 0x20bb7]);
    expect(font.readUInt32BE(0)).toBe(0x10000);
    let sum = 0;
    for (let at = 0; at < font.length; at += 4) sum = (sum + font.readUInt32BE(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });
});
