// Born-digital files are recognised by what is in them, whatever they are called; and described without being run.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DigitalFormat } from "#contract/digital-file";
import { describeSource } from "#engine/helper/describe";
import { openHelperPool, type HelperPool } from "#engine/helper/helper-pool";
import { readCompound } from "#engine/helper/read-compound";
import { identifyFormat } from "#engine/input/identify-format";
import { judgeDigital } from "#engine/input/judge-digital";
import * as files from "#test/fixtures/digital-files";

let pool: HelperPool;
beforeAll(() => void (pool = openHelperPool({ name: "image-helper", size: 1 })));
afterAll(() => pool.close());
const describeBytes = (format: DigitalFormat, bytes: Buffer) =>
  describeSource(pool, { format, bytes, size: bytes.length });

describe("the format of a born-digital file", () => {
  it("is told by its content", () => {
    const known: [string, Buffer][] = [
      ["docx", files.writeDocx()],
      ["xlsx", files.plainXlsx()],
      ["pptx", files.writePptx()],
      ["ofd", files.writeOfd()],
      ["doc", files.writeDoc()],
      ["wps", files.writeDoc({ isWps: true })],
      ["xls", files.writeXls()],
      ["et", files.writeXls({ isWps: true })],
      ["office-encrypted", files.writeLockedOffice()],
      ["compound", files.writeCompound([{ name: "CONTENTS", data: Buffer.from("x") }])],
      ["wav", files.writeWav()],
      ["mp3", files.writeMp3()],
      ["mp3", files.writeMp3(5, 300)],
      ["mp4", files.writeMp4()],
      ["m4a", files.writeMp4({ brand: "M4A ", kinds: ["soun"] })],
      ["mov", files.writeMp4({ brand: "qt  " })],
      ["eml", files.writeEml()],
      ["mhtml", files.writeMhtml()],
      ["html", files.writeHtml()],
      ["script", Buffer.from("<html><head><HTA:APPLICATION id=x></head></html>")],
      // Words that merely look like mail headers, and UTF-16 whose mark looks like a sync, are text.
      ["text", Buffer.from("备注: 一\n事由: 二\n\n正文")],
      ["text", Buffer.from("Note: one\nDate: two\nthree\n\nfour")],
      ["text", Buffer.from("\uFEFF题名\t日期", "utf16le")],
    ];
    for (const [format, bytes] of known) expect([format, identifyFormat(bytes)]).toEqual([format, format]);
  });

  it("never runs away on a compound file that points in circles", () => {
    const bytes = files.writeDoc();
    for (let at = 512; at < 1_024; at += 4) bytes.writeUInt32LE(1, at);
    expect(readCompound(bytes)?.read("WordDocument", 8_192)?.length).toBeLessThanOrEqual(8_192);
    const random = files.writeDoc();
    for (let at = 512; at < 2_048; at += 7) random.writeUInt8((at * 31) & 0xff, at);
    expect(() => readCompound(random)?.read("WordDocument", 8_192)).not.toThrow();
    for (let cut = 0; cut < bytes.length; cut += 97) expect(() => readCompound(bytes.subarray(0, cut))).not.toThrow();
  });

  it("is kept under the name of its twin, warned of under an unknown one, refused under another's", () => {
    expect(judgeDigital("doc", "通知.wps")).toEqual({ format: "wps", warnings: [] });
    expect(judgeDigital("xls", "表.ET")).toEqual({ format: "et", warnings: [] });
    expect(judgeDigital("docx", "通知.docm")).toEqual({ format: "docx", warnings: [] });
    expect(judgeDigital("docx", "通知.docx1")).toEqual({ format: "docx", warnings: ["extension-odd"] });
    for (const [format, name] of [
      ["docx", "通知.doc"],
      ["docx", "通知.pdf"],
      ["html", "表.xls"],
      ["xls", "通知.doc"],
      ["mp4", "录音.mp3"],
      ["eml", "页.html"],
    ] as const)
      expect(() => judgeDigital(format, name)).toThrow(expect.objectContaining({ code: "format-mismatch" }));
  });
});

describe("a born-digital file described", () => {
  it("says version and program, and notes macros without running them", async () => {
    expect(await describeBytes("docx", files.writeDocx())).toMatchObject({
      formatVersion: "OOXML",
      madeWith: "WPS Office & 邻 11.0",
      warnings: [],
    });
    expect((await describeBytes("docx", files.writeDocx([files.macroPart]))).warnings).toEqual(["document-macro"]);
    const xlsm = files.plainXlsx([{ name: "xl/vbaProject.bin", data: Buffer.from("x") }]);
    expect((await describeBytes("xlsx", xlsm)).warnings).toEqual(["document-macro"]);
    expect(await describeBytes("ofd", files.writeOfd())).toMatchObject({
      formatVersion: "GB/T 33190 1.1",
      madeWith: "数科 3.0",
    });
    expect(await describeBytes("doc", files.writeDoc({ hasMacro: true }))).toMatchObject({
      formatVersion: "Word 97-2003",
      madeWith: "金山文字",
      warnings: ["document-macro"],
    });
    expect(await describeBytes("et", files.writeXls({ hasMacro: true }))).toMatchObject({
      formatVersion: "Excel 97-2003",
      warnings: ["document-macro"],
    });
  });

  it("reads what a recording says of itself", async () => {
    expect((await describeBytes("wav", files.writeWav(2.5))).recording).toMatchObject({
      ...{ durationMs: 2_500, codec: "PCM", sampleRate: 8_000, bitDepth: 16, channelCount: 2 },
    });
    expect((await describeBytes("wav", files.writeWav(1, 9_999_999))).warnings).toEqual(["recording-cut"]);
    const mp3 = (await describeBytes("mp3", files.writeMp3(100))).recording;
    expect(mp3).toMatchObject({ codec: "MP3", sampleRate: 44_100, channelCount: 2 });
    // 417 bytes of 128 kbit/s are a little less than the 26.12 ms of a frame.
    expect(mp3?.durationMs).toBeCloseTo(2_606, -1);
    expect((await describeBytes("mp4", files.mp4Head())).recording).toMatchObject({
      ...{ durationMs: 10_000, codec: "avc1 + mp4a", width: 1_280, height: 720, frameRate: 25 },
      ...{ sampleRate: 44_100, channelCount: 2 },
    });
  });

  it("notes scripts in web pages and programs attached to mail", async () => {
    expect(await describeBytes("html", files.writeHtml())).toMatchObject({
      formatVersion: "HTML5",
      madeWith: "WPS",
      warnings: [],
    });
    expect(
      (await describeBytes("html", files.writeHtml("<script>fetch('http://127.0.0.1')</script>"))).warnings,
    ).toEqual(["document-active"]);
    expect(await describeBytes("eml", files.writeEml())).toMatchObject({ madeWith: "Foxmail 7", warnings: [] });
    expect((await describeBytes("eml", files.writeEml("发票.pdf.exe"))).warnings).toEqual(["mail-program"]);
  });

  it("refuses what is locked, cut off or not what its head promises", async () => {
    const refused: [string, DigitalFormat, Buffer][] = [
      ["document-password", "doc", files.writeDoc({ isLocked: true })],
      ["document-password", "xls", files.writeXls({ isLocked: true })],
      ["document-password", "doc", files.writeLockedOffice()],
      ["document-damaged", "docx", files.writeDocx().subarray(0, 200)],
      ["document-damaged", "docx", files.plainXlsx()],
      ["document-damaged", "doc", files.writeDoc().subarray(0, 600)],
      ["document-damaged", "mp4", Buffer.alloc(0)],
      ["document-damaged", "wav", files.writeWav().subarray(0, 16)],
      ["document-damaged", "mp3", Buffer.from("ID3\u0003\0\0\0\0\0\0nothing")],
      ["table-doctype", "ofd", files.writeOfd('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')],
    ];
    for (const [code, format, bytes] of refused)
      await expect(describeBytes(format, bytes), `${code} ${format}`).rejects.toMatchObject({ code });
  });
});
