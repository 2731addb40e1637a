import { afterAll, beforeAll, expect, it } from "vitest";
import { join } from "node:path";
import { readFile } from "node:fs/promises";
import { formId } from "#contract/form-adjustment";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => {
  archive = await freshArchive();
  await anItem(archive);
  await anItem(archive, { title: "第二件", documentDate: "2024-03-06" as never, documentNumber: "" });
  await fileYear(archive);
}, 30_000);
afterAll(() => archive.remove());
const id = formId.parse("item-catalogue");

it("is listed, offered, proved, previewed, written", async () => {
  const { engine, fondsId } = archive;
  const forms = await engine.ask("form.list", {});
  expect(forms.map((form) => form.id)).toContain(id);
  const lines = await engine.ask("form.scopes", { formId: id, fondsId });
  expect(lines.map((line) => line.label)).toEqual(["2024 年度", "永久"]);
  const scope = lines[0]!.scope;
  const proof = await engine.ask("form.prove", { formId: id, scope });
  const shown = await engine.ask("form.preview", { formId: id, scope });
  expect(shown.proof).toEqual(proof);
  const to = join(archive.around, "x.pdf");
  const written = await engine.ask("form.write", { formId: id, scope, output: "pdf", to });
  expect(written.bytes).toBe((await readFile(to)).length);
  const sheet = await engine.ask("form.write", { formId: id, scope, output: "xlsx", to: join(archive.around, "x.xlsx") });
  expect(sheet.proof).toEqual(proof);
  const { proof: old } = await engine.ask("catalogue.show", { scope: { fondsId, year: 2024 } });
  expect(old.hash).toBe(proof.hash);
});
