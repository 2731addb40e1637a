// Forms through the one door: preview equals file, a failed print leaves nothing, adjustment and its refusals, the stamp
// on a derived PDF.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formId } from "#contract/form-adjustment";
import type { FormScope } from "#contract/form-scope";
import { readPart } from "#vault-format/open-file";
import { openPdf } from "#engine/helper/pdfium";
import { readWithPdfjs } from "#test/engine/catalogue/read-with-pdfjs";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

let archive: TestArchive;
let scope: FormScope;
let itemScope: FormScope;
const catalogue = formId.parse("item-catalogue");
const place = (name: string): string => join(archive.around, "印", name);

beforeAll(async () => {
  archive = await freshArchive();
  const { id } = await anItem(archive, {}, 2);
  await anItem(archive, { title: "第二件", documentNumber: "" });
  await fileYear(archive);
  await mkdir(join(archive.around, "印"));
  scope = { by: "class", fondsId: archive.fondsId, category: "WS", year: 2024 };
  itemScope = { by: "item", itemIds: [id] };
}, 30_000);
afterAll(() => archive.remove());

/** The bytes of a sealed preview, opened as the shell opens it. */
async function bytesOf(documentId: string): Promise<Buffer> {
  const reply = await archive.engine.reply({
    id: "q",
    name: "document.open",
    input: { id: documentId },
    seat: "shell",
  });
  if (!reply.ok) throw new Error("the preview is not there");
  const { path, key } = reply.value as { path: string; key: string };
  return readPart(path, Buffer.from(key, "hex"), 0);
}
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

describe("a form through the door", () => {
  it("shows before printing the very bytes it writes, and the proof the screen has", async () => {
    const { engine } = archive;
    const shown = await engine.ask("form.preview", { formId: catalogue, scope });
    const written = await engine.ask("form.write", { formId: catalogue, scope, output: "pdf", to: place("目录.pdf") });
    expect(sha256(await bytesOf(shown.documentId))).toBe(written.sha256);
    expect(sha256(await readFile(place("目录.pdf")))).toBe(written.sha256);
    expect(written.proof).toEqual(await engine.ask("form.prove", { formId: catalogue, scope }));
    expect(shown.pageCount).toBe(2);
  });

  it("writes a spreadsheet with the same proof", async () => {
    const to = place("目录.xlsx");
    const { proof } = await archive.engine.ask("form.write", { formId: catalogue, scope, output: "xlsx", to });
    expect(proof).toEqual(await archive.engine.ask("form.prove", { formId: catalogue, scope }));
  });

  it("leaves nothing behind and changes nothing when a print fails", async () => {
    const { engine } = archive;
    const before = await readdir(join(archive.around, "印"));
    const entries = (await engine.ask("journal.list", {})).total;
    await writeFile(place("有了.pdf"), "x");
    const refused = [
      [{ formId: catalogue, scope, output: "pdf", to: place("有了.pdf") }, "target-exists"],
      [{ formId: catalogue, scope, output: "pdf", to: join(archive.around, "没有", "x.pdf") }, "target-not-writable"],
      [{ formId: catalogue, scope, output: "pdf", to: place("x.pdf"), options: { firstPage: 9 } }, "form-pages-off"],
      [{ formId: formId.parse("box-note"), scope, output: "pdf", to: place("x.pdf") }, "form-empty"],
      [{ formId: formId.parse("stamp-labels"), scope, output: "xlsx", to: place("x.xlsx") }, "form-output-unknown"],
      [{ formId: formId.parse("no-such"), scope, output: "pdf", to: place("x.pdf") }, "form-not-found"],
    ] as const;
    for (const [order, code] of refused) await expect(engine.ask("form.write", order)).rejects.toMatchObject({ code });
    expect(await readdir(join(archive.around, "印"))).toEqual([...before, "有了.pdf"].toSorted());
    expect(await readFile(place("有了.pdf"), "utf8")).toBe("x");
    expect((await engine.ask("journal.list", {})).total).toBe(entries);
  });

  it("puts the stamp in red on page one of a derived PDF and leaves the originals alone", async () => {
    const { engine } = archive;
    const to = place("盖章.pdf");
    const { pageCount } = await engine.ask("form.write", {
      formId: formId.parse("stamp-overlay"),
      scope: itemScope,
      output: "pdf",
      to,
    });
    expect(pageCount).toBe(2);
    const content = await readFile(to);
    const [first, second] = await readWithPdfjs(content);
    expect(first?.text).toContain("C00120240001");
    expect(second?.text).toBe("");
    const pdf = await openPdf(content);
    if (pdf === "locked" || pdf === "damaged") throw new Error(pdf);
    const reds = (page: number): number => {
      const { pixels, width, height } = pdf.draw(page, () => 72) ?? { pixels: Buffer.alloc(0), width: 0, height: 0 };
      const channels = pixels.length / (width * height);
      let count = 0;
      for (let at = 0; at < pixels.length; at += channels)
        if (Math.abs((pixels[at] ?? 0) - (pixels[at + 2] ?? 0)) > 80) count += 1;
      return count;
    };
    expect(reds(0)).toBeGreaterThan(150);
    expect(reds(1)).toBe(0);
    pdf.close();
    expect((await engine.ask("journal.verify", {})).isWhole).toBe(true);
  });
});

it("gives no page of a restricted item away under a stamp", async () => {
  const own = await freshArchive();
  const { id } = await anItem(own, { access: "restricted", neutralTitle: "居民事务材料一件", title: "张三低保申请" });
  await fileYear(own);
  const stamp = formId.parse("stamp-overlay");
  expect(await own.engine.ask("form.scopes", { formId: stamp, fondsId: own.fondsId })).toEqual([]);
  const order = {
    formId: stamp,
    scope: { by: "item", itemIds: [id] },
    output: "pdf",
    to: join(own.around, "x.pdf"),
  } as const;
  await expect(own.engine.ask("form.write", order)).rejects.toMatchObject({ code: "form-empty" });
  await own.remove();
});

describe("an office's own layout", () => {
  const adjust = (adjustment: unknown) => archive.engine.ask("form.adjust", { formId: catalogue, adjustment } as never);
  const plain = { texts: {}, font: "serif", widths: {} };

  it.each([
    ["wider than the page", { widths: { title: 74 } }, "form-widths-off"],
    ["narrower than the least", { widths: { code: 20 } }, "form-widths-off"],
    ["of a column that is not there", { widths: { author: 20 } }, "form-widths-off"],
    ["with a text that is not there", { texts: { motto: "x" } }, "form-text-off"],
    ["with a field the form does not have", { texts: { title: "{password}" } }, "form-text-off"],
    ["with a font that is not shipped", { font: "comic" }, "input-invalid"],
  ])("is refused %s, and nothing is kept", async (_, change, code) => {
    await expect(adjust({ ...plain, ...change })).rejects.toMatchObject({ code });
    const [form] = await archive.engine.ask("form.list", {});
    expect(form?.isAdjusted).toBe(false);
  });

  it("is printed with its words, widths and font, undone, and taken back", async () => {
    const { engine } = archive;
    const before = await engine.ask("form.write", { formId: catalogue, scope, output: "pdf", to: place("前.pdf") });
    await adjust({
      texts: { title: "幸福社区{年度}年归档文件目录" },
      font: "sans",
      widths: { title: 83, remark: 10, number: 29 },
    });
    await engine.ask("form.write", { formId: catalogue, scope, output: "pdf", to: place("后.pdf") });
    const [, list] = await readWithPdfjs(await readFile(place("后.pdf")));
    expect(list?.text).toContain("幸福社区2024年归档文件目录");
    expect((await readFile(place("后.pdf"))).includes("NotoSansSC")).toBe(true);
    const proof = await engine.ask("form.prove", { formId: catalogue, scope });
    expect(proof).toEqual(before.proof);
    const next = await engine.ask("undo.next", {});
    await engine.ask("undo.apply", { sequence: next!.sequence });
    const after = await engine.ask("form.write", { formId: catalogue, scope, output: "pdf", to: place("撤.pdf") });
    expect(after.sha256).toBe(before.sha256);
  });

  it("keeps only what differs from the shipped form", async () => {
    const kept = await adjust({ texts: { title: "归档文件目录" }, font: "serif", widths: { title: 73, remark: 12 } });
    expect(kept).toEqual({ adjustment: { texts: {}, font: "serif", widths: { remark: 12 } }, isAdjusted: true });
    expect((await adjust({ ...plain, widths: { title: 73 } })).isAdjusted).toBe(false);
    expect((await adjust(null)).isAdjusted).toBe(false);
  });
});
