import { describe, expect, it } from "vitest";
import { identifyFormat } from "#engine/input/identify-format";
import { goodPdf } from "#test/fixtures/bad-pdf";
import { bitonalTiff, jpegPage, pngPage } from "#test/fixtures/scanned-page";
import { writeZip } from "#test/fixtures/zip-writer";

const hex = (digits: string): Buffer => Buffer.concat([Buffer.from(digits, "hex"), Buffer.alloc(40, 1)]);
const text = (words: string): Buffer => Buffer.from(words);
const parts = (...names: string[]): Buffer => writeZip(names.map((name) => ({ name })));

describe("the format of a file", () => {
  it("is told by its content", async () => {
    const known: [string, Buffer][] = [
      ["jpeg", await jpegPage()],
      ["png", await pngPage()],
      ["tiff", await bitonalTiff()],
      ["pdf", goodPdf()],
      ["pdf", Buffer.concat([text("\r\n\r\n"), goodPdf()])],
      ["tiff", hex("4d4d002a00000008")],
      ["gif", hex("474946383961")],
      ["webp", hex("524946460000000057454250")],
      ["heic", hex("0000001866747970686569630000")],
      ["program", hex("4d5a9000")],
      ["program", hex("7f454c460201")],
      ["shortcut", hex("4c0000000114020000000000c000000000000046")],
      ["shortcut", text("[InternetShortcut]\r\nURL=http://127.0.0.1/")],
      ["script", text("#!/bin/sh\nrm -rf /")],
      ["script", text("@echo off\r\ndel *")],
      ["rar", hex("526172211a0700")],
      ["7z", hex("377abcaf271c")],
      ["gzip", hex("1f8b0800")],
      ["sqlite", text("SQLite format 3\0 and pages")],
      ["zip", parts("a.txt")],
      ["xlsx", parts("[Content_Types].xml", "xl/workbook.xml")],
      ["docx", parts("[Content_Types].xml", "word/document.xml")],
      ["ofd", parts("OFD.xml", "Doc_0/Document.xml")],
      ["ods", writeZip([{ name: "mimetype", data: text("application/vnd.oasis.opendocument.spreadsheet") }])],
      ["html", text("\uFEFF <!DOCTYPE HTML><title>x</title>")],
      ["svg", text('<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>')],
      ["xml", text('<?xml version="1.0"?><文件目录/>')],
      ["json", text('{"__proto__": 1}')],
      ["json", text("[".repeat(200_000))],
      ["text", text("题名,日期\n通知,2023")],
      ["empty", Buffer.alloc(0)],
      ["empty", Buffer.alloc(9_000)],
      ["unknown", Buffer.from(Array.from({ length: 2_000 }, (_, index) => (index * 37) % 32))],
    ];
    for (const [format, bytes] of known)
      expect(identifyFormat(bytes), `${format} ${bytes.toString("latin1", 0, 20)}`).toBe(format);
  });
});
