// 到期鉴定清单 in a real archive: what has ended is listed, what has not or cannot be known is not, and nothing is guessed.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import { formId } from "#contract/form-adjustment";
import { readWithPdfjs, withoutBlanks } from "#test/engine/catalogue/read-with-pdfjs";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => {
  archive = await freshArchive();
  const paper = (title: string, year: number, own: object) =>
    anItem(archive, { title, year, documentDate: archivalDate.parse(`${year}-06-01`), ...own });
  await paper("早已到期的通知", 2010, { retention: "D10" });
  await paper("张三低保调查", 2010, { retention: "D10", access: "restricted", neutralTitle: "居民事务材料" });
  await paper("永久的纪要", 2010, { retention: "Y" });
  await paper("没有到期的总结", 2024, { retention: "D10" });
  await paper("起算不明的数据", 2010, { retention: "D10", category: "SJ", matterId: null });
  for (const year of [2010, 2024]) await fileYear(archive, year);
  const scope = { fondsId: archive.fondsId, category: "SJ", year: 2010 };
  const { planDigest } = await archive.engine.ask("filing.preview", scope);
  await archive.engine.ask("filing.commit", { ...scope, planDigest });
});
afterAll(() => archive.remove());

it("lists what has ended by today and counts what cannot be known", async () => {
  const to = join(archive.around, "到期.pdf");
  const scope = { by: "fonds", fondsId: archive.fondsId } as const;
  const asked = { formId: formId.parse("due-terms"), scope };
  const { proof } = await archive.engine.ask("form.write", { ...asked, output: "pdf", to });
  expect(proof).toMatchObject({ rowCount: 2 });
  expect(proof).toEqual(await archive.engine.ask("form.prove", asked));
  const words = withoutBlanks((await readWithPdfjs(await readFile(to))).map(({ text }) => text).join(""));
  for (const said of ["早已到期的通知", "居民事务材料", "20110101", "20201231", "另有1件起算日期不明"])
    expect(words).toContain(said);
  for (const unsaid of ["张三", "永久的纪要", "没有到期的总结", "起算不明的数据"]) expect(words).not.toContain(unsaid);
});
