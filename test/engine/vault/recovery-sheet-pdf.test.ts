import { create } from "qrcode";
import { describe, expect, it } from "vitest";
import { openPdf } from "#engine/helper/pdfium";
import { makeRecoveryGroups } from "#engine/vault/recovery-code";
import { recoverySheetPdf } from "#engine/vault/recovery-sheet-pdf";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const groups = makeRecoveryGroups();
const sheet = { archiveName: "云锦社区档案", unit: "昆明市五华区云锦社区居民委员会", date: "2026-11-21", groups };

async function textOf(bytes: Buffer): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join("")
        .replaceAll(/\s/g, ""),
    );
  }
  await task.destroy();
  return texts;
}

describe("the recovery sheet", () => {
  it("is one page that names the archive, the unit and the day, and shows the eight groups in order", async () => {
    const [text, ...more] = await textOf(await recoverySheetPdf(sheet));
    expect(more).toEqual([]);
    expect(text).toContain("云锦社区档案");
    expect(text).toContain("昆明市五华区云锦社区居民委员会");
    expect(text).toContain("2026年11月21日");
    expect(text).toContain("保管人（签名）");
    expect(text).toContain(groups.map((group, index) => `第${index + 1}组${group}`).join(""));
  });

  it("carries the same 48 digits as a QR code, module for module", async () => {
    const pdf = await openPdf(await recoverySheetPdf(sheet));
    if (pdf === "locked" || pdf === "damaged") throw new Error(`the sheet is ${pdf}`);
    const page = pdf.draw(0, () => 300);
    pdf.close();
    if (!page) throw new Error("the sheet cannot be drawn");
    const { modules } = create(groups.join(""), { errorCorrectionLevel: "M" });
    const isDark = (xMm: number, yMm: number): boolean => {
      const column = Math.round((xMm / 25.4) * 300);
      const row = Math.round((yMm / 25.4) * 300);
      return (page.pixels[(row * page.width + column) * 3] ?? 255) < 128;
    };
    const step = 32 / modules.size;
    for (let row = 0; row < modules.size; row++) {
      for (let column = 0; column < modules.size; column++) {
        const seen = isDark(153 + (column + 0.5) * step, 50 + (row + 0.5) * step);
        expect(seen, `module ${row}, ${column}`).toBe(Boolean(modules.get(row, column)));
      }
    }
  });

  it("keeps no trace of the digits outside its page content", async () => {
    const bytes = await recoverySheetPdf(sheet);
    for (const group of groups) expect(bytes.includes(group)).toBe(false);
    const other = await recoverySheetPdf({ ...sheet, groups: makeRecoveryGroups() });
    const identity = /\/ID \[[^\]]*\]/;
    expect(identity.exec(other.toString("latin1"))?.[0]).toBe(identity.exec(bytes.toString("latin1"))?.[0]);
  });

  it("is not made of anything but eight groups of six digits", async () => {
    await expect(recoverySheetPdf({ ...sheet, groups: groups.slice(1) })).rejects.toThrow();
    await expect(recoverySheetPdf({ ...sheet, groups: [...groups.slice(1), "12345"] })).rejects.toThrow();
  });
});
