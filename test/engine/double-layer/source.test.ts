// Originals looked at: a received PDF by its stretches, a foreign OFD by its own words; nothing of them leaves by the way.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DigitalFileId } from "#contract/digital-file";
import type { SealedPlace } from "#contract/page-image";
import type { PageId } from "#contract/scan";
import { readSpan } from "#vault-format/open-file";
import { ccittPdf } from "#test/fixtures/exotic-pdf";
import { onePage, pdfStream, writePdf } from "#test/fixtures/pdf-writer";
import { writeOfd } from "#test/fixtures/digital-files";
import { writeZip } from "#test/fixtures/zip-writer";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, somePages } from "#test/support/sample";
import { putReadings, readingOf } from "./put-readings.ts";

let archive: TestArchive;
let folder = "";
beforeAll(async () => {
  archive = await freshArchive();
  folder = join(archive.around, "来文");
  await mkdir(folder);
});
afterAll(() => archive.remove());

const accept = async (name: string, bytes: Buffer) => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return (await archive.engine.ask("scan.accept", { paths: [path] })).outcomes[0]!;
};
const openFor = (id: PageId) => archive.engine.reply({ id: "open", seat: "shell", name: "source.open", input: { id } });

describe("a received PDF", () => {
  it("is read in any stretch, byte for byte, across the segments it is sealed in", async () => {
    const noise = Buffer.alloc(2_600_000, 7).map((_, at) => (at * 31 + (at >> 8)) & 0xff);
    const bytes = writePdf({ objects: onePage({ more: [pdfStream(Buffer.from(noise))] }) });
    const [page] = (await accept("大.pdf", bytes)).pageIds;
    const about = await archive.engine.ask("source.read", { pageId: page! });
    expect(about).toMatchObject({ sourceName: "大.pdf", size: bytes.length, pageCount: 1 });
    const reply = await openFor(page!);
    if (!reply.ok) throw new Error("not opened");
    const { path, key, part } = reply.value as SealedPlace;
    const mega = 1024 * 1024;
    for (const [from, to] of [
      [0, 10],
      [mega - 5, mega + 5],
      [mega, 2 * mega],
      [5, 2 * mega + 5],
      [bytes.length - 1, bytes.length],
    ] as const)
      expect((await readSpan(path, Buffer.from(key, "hex"), part, from, to)).equals(bytes.subarray(from, to))).toBe(
        true,
      );
    for (const [from, to] of [
      [-1, 5],
      [5, 5],
      [0, bytes.length + 1],
    ] as const)
      await expect(readSpan(path, Buffer.from(key, "hex"), part, from, to)).rejects.toThrow();
    const sealed = await readFile(path);
    sealed[sealed.length - 200_000]! ^= 1;
    await writeFile(path, sealed);
    await expect(readSpan(path, Buffer.from(key, "hex"), part, 2 * mega, bytes.length)).rejects.toThrow();
  });

  it("is not opened from the window's seat, not for a page that came otherwise, not once a page of it is gone", async () => {
    const { pageIds } = await accept("一页.pdf", await ccittPdf());
    const window = await archive.engine.reply({
      id: "w",
      seat: "window",
      name: "source.open",
      input: { id: pageIds[0]! },
    });
    expect(window.ok).toBe(false);
    const [jpeg] = await somePages(archive);
    await expect(archive.engine.ask("source.read", { pageId: jpeg! })).rejects.toMatchObject({
      code: "source-not-pdf",
    });
    await archive.engine.ask("scan.discard", { pageIds: [...pageIds] });
    await expect(archive.engine.ask("source.read", { pageId: pageIds[0]! })).rejects.toMatchObject({
      code: "page-not-found",
    });
  });

  it("of which a page was put away is not opened whole", async () => {
    const two = writePdf({
      objects: [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>",
      ],
    });
    const { pageIds } = await accept("两页.pdf", two);
    const about = await archive.engine.ask("source.read", { pageId: pageIds[0]! });
    expect(about.pages.map(({ width, height }) => width > height)).toEqual([false, true]);
    await archive.engine.ask("scan.discard", { pageIds: [pageIds[1]!] });
    await expect(archive.engine.ask("source.read", { pageId: pageIds[0]! })).rejects.toMatchObject({
      code: "source-not-whole",
    });
  });
});

describe("a foreign OFD", () => {
  it("is kept as it came and told by its own words", async () => {
    const { digitalFileId } = await accept("来件.ofd", foreignOfd());
    const about = await archive.engine.ask("source.describe-ofd", { digitalFileId: digitalFileId! });
    expect(about).toEqual({
      ...{ docId: "ab12cd34", title: "关于<试点>的通知", author: "某街道办", createdOn: "2024-05-06" },
      ...{ pageCount: 2, isSigned: true },
    });
    const copy = join(folder, "另存.ofd");
    await archive.engine.ask("digital-file.save-as", { id: digitalFileId!, path: copy });
    expect((await readFile(copy)).equals(await readFile(join(folder, "来件.ofd")))).toBe(true);
  });

  it("that is silent is told with blanks, another file not at all", async () => {
    const { digitalFileId } = await accept("空.ofd", writeOfd());
    const about = await archive.engine.ask("source.describe-ofd", { digitalFileId: digitalFileId! });
    expect(about).toMatchObject({ docId: "", title: "", isSigned: false });
    await expect(
      archive.engine.ask("source.describe-ofd", { digitalFileId: "none" as DigitalFileId }),
    ).rejects.toMatchObject({ code: "digital-file-not-found" });
  });
});

describe("our own OFD", () => {
  it("is taken in as a foreign one and tells what was written", async () => {
    const item = await anItem(archive, {}, 2);
    await putReadings(archive, [[item.parts[0]!.pages[0]!.id, readingOf(["一行"])]]);
    const into = join(archive.around, "出");
    await mkdir(into);
    const done = await archive.engine.ask("double-layer.write", { itemIds: [item.id], format: "ofd", into });
    const { digitalFileId, outcome } = await accept("自写.ofd", await readFile(done.outcomes[0]!.paths[0]!));
    expect(outcome).toBe("accept");
    const about = await archive.engine.ask("source.describe-ofd", { digitalFileId: digitalFileId! });
    expect(about).toMatchObject({ title: item.title, author: item.creator, pageCount: 2, isSigned: false });
    expect(about.docId).toMatch(/^[0-9a-f]{32}$/);
  });
});

function foreignOfd(): Buffer {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
  const info =
    "<ofd:DocID>ab12cd34</ofd:DocID><ofd:Title>关于&lt;试点&gt;的通知</ofd:Title><ofd:Author>某街道办</ofd:Author><ofd:CreationDate>2024-05-06</ofd:CreationDate>";
  const parts = {
    "OFD.xml": `${declaration}<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" DocType="OFD" Version="1.1"><ofd:DocBody><ofd:DocInfo>${info}</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml": `${declaration}<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Pages><ofd:Page ID="1" BaseLoc="a"/><ofd:Page ID="2" BaseLoc="b"/></ofd:Pages></ofd:Document>`,
    "Doc_0/Signs/Signatures.xml": `${declaration}<ofd:Signatures xmlns:ofd="http://www.ofdspec.org/2016"/>`,
  };
  return writeZip(Object.entries(parts).map(([name, text]) => ({ name, data: Buffer.from(text), method: 8 })));
}
