// 隔页 printed by the program are known again after print, scan and damage; any other code is no 隔页.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { create } from "qrcode";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formId } from "#contract/form-adjustment";
import { composeSeparator, plainSeparator, readSeparator } from "#contract/separator-sheet";
import { decodeSource } from "#engine/helper/decode";
import { openHelperPool } from "#engine/helper/helper-pool";
import { judgeInHelper } from "#engine/helper/judge";
import { markPicture } from "#engine/page/mark-rules";
import { freshArchive, type TestArchive } from "#test/support/archive";

const pool = openHelperPool({ name: "image-helper", size: 1 });
const form = formId.parse("separator-sheet");
let archive: TestArchive;
let sheet: Buffer;
let words: string;

/** A printed page at 200 dpi, as a scanner sees it. */
async function rasterise(pdf: Buffer): Promise<Buffer> {
  for await (const part of decodeSource(pool, { bytes: pdf, format: "pdf" }))
    if (part.kind === "page" && part.rendition) return Buffer.from(part.rendition.bytes);
  throw new Error("a sheet has a page");
}
const read = async (picture: Buffer): Promise<string | undefined> =>
  markPicture(await judgeInHelper(pool, picture)).get("separator");

beforeAll(async () => {
  archive = await freshArchive();
  const lines = await archive.engine.ask("form.scopes", { formId: form, fondsId: archive.fondsId });
  const withClass = lines.find(({ label }) => /永久 · /.test(label));
  if (!withClass) throw new Error(lines.map(({ label }) => label).join());
  const to = join(archive.around, "隔页.pdf");
  await archive.engine.ask("form.write", { formId: form, scope: withClass.scope, output: "pdf", to });
  sheet = await rasterise(await readFile(to));
  words = (await read(sheet)) ?? "";
});
afterAll(async () => {
  pool.close();
  await archive.remove();
});

describe("a 隔页", () => {
  it("says term and class after it was printed and scanned", () => {
    expect(readSeparator(words)).toMatchObject({ fondsCode: "C001", category: "WS", retention: "Y" });
    expect(readSeparator(words)?.matterCode).not.toBe("");
  });

  const noise = async (page: Buffer): Promise<Buffer> => {
    const { width, height } = await sharp(page).metadata();
    const grain = {
      create: {
        width,
        height,
        channels: 3 as const,
        background: "#808080",
        noise: { type: "gaussian" as const, mean: 128, sigma: 50 },
      },
    };
    return sharp(page)
      .composite([{ input: await sharp(grain).png().toBuffer(), blend: "overlay" }])
      .jpeg({ quality: 40 })
      .toBuffer();
  };
  const patch = async (page: Buffer, left: number, top: number, side: number): Promise<Buffer> =>
    sharp(page)
      .composite([{ input: { create: { width: side, height: side, channels: 3, background: "#fff" } }, left, top }])
      .jpeg()
      .toBuffer();
  it.each<[string, (page: Buffer) => Promise<Buffer>]>([
    ["upside down", (page) => sharp(page).rotate(180).jpeg().toBuffer()],
    ["across", (page) => sharp(page).rotate(90).jpeg().toBuffer()],
    ["askew by 7°", (page) => sharp(page).rotate(7, { background: "#ddd" }).jpeg().toBuffer()],
    ["askew by -12°, upside down", (page) => sharp(page).rotate(168, { background: "#777" }).jpeg().toBuffer()],
    [
      "in black and white",
      (page) => sharp(page).greyscale().threshold(150).png({ palette: true, colours: 2 }).toBuffer(),
    ],
    ["at 75 dpi", (page) => sharp(page).resize(620).jpeg({ quality: 60 }).toBuffer()],
    ["noisy", noise],
    ["out of focus", (page) => sharp(page).blur(3).jpeg().toBuffer()],
    ["with its large code covered", (page) => patch(page, 380, 560, 900)],
    [
      "torn at its foot",
      (page) => sharp(page).extract({ left: 0, top: 0, width: 1600, height: 1600 }).jpeg().toBuffer(),
    ],
    ["pale", (page) => sharp(page).linear(0.25, 180).jpeg().toBuffer()],
  ])("is known %s", async (_, damage) => {
    expect(await read(await damage(sheet))).toBe(words);
  });

  it("is not what merely bears a code, not even one that begins as ours", async () => {
    const draw = async (text: string): Promise<Buffer> => {
      const { modules } = create(text, { errorCorrectionLevel: "H" });
      const pixels = Buffer.from(Array.from(modules.data, (dark) => (dark ? 0 : 255)));
      const code = await sharp(pixels, { raw: { width: modules.size, height: modules.size, channels: 1 } })
        .resize(600, 600, { kernel: "nearest" })
        .png()
        .toBuffer();
      const page = { create: { width: 1654, height: 2339, channels: 3 as const, background: "#fff" } };
      return sharp(page)
        .composite([{ input: code, left: 500, top: 600 }])
        .jpeg()
        .toBuffer();
    };
    const plain = composeSeparator(plainSeparator);
    expect(await read(await draw(plain))).toBe(plain);
    for (const text of [
      "https://example.org/1",
      `${plain.slice(0, -2)}00`,
      plain.replace("GEYE/1", "GEYE/2"),
      "LINDANG-GEYE/1",
    ])
      expect(await read(await draw(text))).toBeUndefined();
  });
});

describe("the words of a 隔页", () => {
  it("come back as they were, and a changed character is noticed", () => {
    const said = { fondsCode: "Q001", category: "WS·A", retention: "D30", matterCode: "ZZ" } as const;
    const code = composeSeparator(said);
    expect(readSeparator(code)).toEqual(said);
    for (let at = 0; at < code.length; at++)
      expect(readSeparator(code.slice(0, at) + (code[at] === "7" ? "8" : "7") + code.slice(at + 1))).toBeUndefined();
    for (const other of ["", "/", "LINDANG-GEYE/1/////", composeSeparator({ ...said, retention: "X" as never })])
      expect(readSeparator(other)).toBeUndefined();
  });
});

it("the sheet is kept for looking at", async () => {
  if (process.env["LINDANG_PICTURES"] === "1")
    await writeFile("test-results/separator-sheet.png", await sharp(sheet).png().toBuffer());
});
