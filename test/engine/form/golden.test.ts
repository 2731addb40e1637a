// What leaves the house is held byte for byte. After a deliberate change: LINDANG_GOLDEN=write vitest run <this file>,
// look at the PDF, and commit it.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { fromBufferPromise } from "yauzl";
import { describe, expect, it } from "vitest";
import { writeCataloguePdf, writeCatalogueXlsx } from "./write-catalogue.ts";
import { aRow, aSheet } from "#test/engine/catalogue/sample-sheet";

const golden = (name: string): string => fileURLToPath(new URL(`../../line/golden/${name}`, import.meta.url));

const sheets = [
  aSheet([
    aRow(1, { title: "关于印发《云锦社区居民委员会2024年度工作计划》的通知", pageCount: 12 }),
    aRow(2, {
      documentNumber: "",
      creator: "五华区人民政府大观街道办事处、五华区民政局",
      title: "关于做好2024年度城乡居民最低生活保障对象年度复核工作（含动态管理、“回头看”）的通知及附件一至附件四",
      documentDate: "2024-04",
      securityLevel: "内部",
      pageCount: 36,
      remark: "缺附件二",
    }),
    aRow(3, { title: "低保审批材料（户号0123）", documentNumber: "", documentDate: "2024", pageCount: 5 }),
    aRow(4, { title: "[居民𠮷㛃、䶮㐀来信]", documentNumber: "=1+1", documentDate: "", pageCount: 1 }),
  ]),
  aSheet([aRow(1, { archivalCode: "Z109-WS·2024-Y-BGS-0001" })], {
    retention: { code: "Y", label: "永久" },
    matter: null,
  }),
];

async function agree(name: string, made: Buffer): Promise<void> {
  if (process.env["LINDANG_GOLDEN"] === "write") await writeFile(golden(name), made);
  const kept = await readFile(golden(name));
  expect(made.equals(kept), `${name} changed: look at it before you keep it`).toBe(true);
}

describe("the catalogue that leaves the house", () => {
  it("is the same PDF, byte for byte", async () => {
    await agree("catalogue.pdf", (await writeCataloguePdf({ sheets, to: null })).content);
  });

  it("is the same spreadsheet, part for part", async () => {
    const { content } = await writeCatalogueXlsx({ sheets, to: null });
    const parts: string[] = [];
    const zip = await fromBufferPromise(content, { lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      const xml = Buffer.concat(chunks).toString("utf8").replaceAll("><", ">\n<");
      parts.push(`=== ${entry.fileName} ${entry.lastModFileDate} ${entry.lastModFileTime}\n${xml}\n`);
    }
    await agree("catalogue.xlsx.txt", Buffer.from(parts.join("\n")));
  });
});
