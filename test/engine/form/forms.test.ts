// Every form of filing is printed from a filled store, read again and counted.
import { describe, expect, it } from "vitest";
import { formId } from "#contract/form-adjustment";
import { formDefinitions } from "#engine/form/list-forms";
import { gatherForm } from "#engine/form/gather-form";
import { offerScopes } from "#engine/form/offer-scopes";
import { aFiledYear, secretNumber, secretTitle } from "#test/fixtures/a-filed-year";
import { readWithPdfjs, withoutBlanks } from "#test/engine/catalogue/read-with-pdfjs";
import type { DrawnForm } from "#engine/form/write-form-pdf";
import type { FormScope } from "#contract/form-scope";
import { printForm, stillDesk } from "./print-form.ts";

const year = aFiledYear();
const { scopes } = year;
const cases = [
  ["item-catalogue", scopes.papers, 40],
  ["stamp-labels", scopes.papers, 40],
  ["box-cover", scopes.papers, 4],
  ["box-spine", scopes.papers, 4],
  ["box-note", scopes.papers, 4],
  ["box-list", scopes.papers, 4],
  ["volume-cover", scopes.accounting, 2],
  ["volume-spine", scopes.science, 1],
  ["volume-list", scopes.accounting, 2],
  ["volume-note", scopes.accounting, 2],
  ["volume-catalogue", scopes.accounting, 1],
  ["whole-catalogue", scopes.accounting, 1],
  ["accounting-catalogue", scopes.accounting, 1],
  ["voucher-cover", scopes.accounting, 2],
  ["voucher-spine", scopes.accounting, 2],
  ["accounting-handover", scopes.accounting, 1],
  ["media-catalogue", scopes.photos, 1],
  ["photo-sheet", scopes.photoItems, 3],
  ["electronic-filing", scopes.photos, 1],
  ["electronic-handover", scopes.photos, 1],
  ["holding-statistics", scopes.fonds, 1],
] as const;

/** The words of a PDF as a second reader sees them. */
async function wordsOf(content: Buffer): Promise<string> {
  return (await readWithPdfjs(content)).map(({ text }) => text).join("");
}

/** Each form is printed once; what it says is looked at from several sides. */
const once = new Map<string, Promise<{ drawn: DrawnForm; words: string }>>();
function printed(id: string, scope: FormScope): Promise<{ drawn: DrawnForm; words: string }> {
  const known =
    once.get(id) ?? printForm(year, id, scope).then(async (drawn) => ({ drawn, words: await wordsOf(drawn.content) }));
  once.set(id, known);
  return known;
}

describe("every form", () => {
  it.each(cases)("%s is printed and counted, and says what its sheets say", async (id, scope, sheetCount) => {
    const form = formDefinitions.find((each) => each.id === id);
    expect(form?.layout.note).not.toBe("");
    const sheets = gatherForm(form!, year.connection.read, scope, stillDesk);
    if (id !== "item-catalogue") expect(sheets).toHaveLength(sheetCount);
    const {
      words,
      drawn: { pages },
    } = await printed(id, scope);
    const isList = form!.paper.kind === "document" && form!.paper.columns !== undefined;
    const rowsSaid = isList ? sheets.flatMap(({ rows }) => rows) : pages.flatMap(({ rows }) => rows);
    expect(rowsSaid.length).toBeGreaterThanOrEqual(sheets.length);
    for (const cells of rowsSaid) for (const cell of cells) expect(words).toContain(withoutBlanks(cell));
    // A form without a list says nothing that is not a field of its sheets.
    const values = [...sheets.flatMap(({ fields }) => Object.values(fields)), form!.texts["title"]?.words, ""];
    if (!isList) for (const cells of rowsSaid) for (const cell of cells) expect(values).toContain(cell);
  });

  it.each(cases)("%s says no word of a restricted item but its 档号 and neutral title", async (id, scope) => {
    const { words } = await printed(id, scope);
    for (const secret of [secretTitle, secretNumber, "含身份证号"]) expect(words).not.toContain(withoutBlanks(secret));
  });

  it.each(cases)("%s prints nothing about how sure its layout is", async (id, scope) => {
    expect((await printed(id, scope)).words).not.toMatch(/待核对|凭记忆|本程序/);
  });

  it("has one definition by each id, and every word it may be given names a field it knows", () => {
    const ids = formDefinitions.map((form) => form.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const form of formDefinitions)
      for (const { words } of Object.values(form.texts))
        for (const [, field] of words.matchAll(/\{([A-Za-z]+)\}/g)) expect(form.fields, form.id).toContain(field);
  });

  it("offers nothing that comes out empty", async () => {
    for (const [id] of cases) {
      const lines = offerScopes(year.connection.read, { formId: formId.parse(id), fondsId: year.fondsId }, {
        ...stillDesk,
        archive: { person: { roles: ["clerk"] } },
      } as never);
      const form = formDefinitions.find((each) => each.id === id)!;
      for (const line of lines.filter(({ scope }) => scope.by !== "period"))
        if (id !== "photo-sheet" && id !== "electronic-filing" && id !== "electronic-handover")
          expect(
            gatherForm(form, year.connection.read, line.scope, stillDesk).length,
            `${id} ${line.label}`,
          ).toBeGreaterThan(0);
    }
  });
});

describe("what a form prints", () => {
  it("keeps a seal's 45 mm blank and prints no seal", async () => {
    const { content } = await printForm(year, "accounting-handover", scopes.accounting);
    expect(content.includes("/XObject")).toBe(false);
    const words = await wordsOf(content);
    for (const signs of ["移交单位（印章）：", "接收单位（印章）：", "监交人："]) expect(words).toContain(signs);
  });

  it("counts the years a term has run from the end of the accounting year (Order 79)", async () => {
    const { pages } = await printForm(year, "accounting-handover", scopes.accounting);
    expect(pages[0]?.rows.find((cells) => cells.length > 1)?.[7]).toBe("1");
  });

  it("prints one box alone when one box is asked for", async () => {
    const scope = { by: "box", boxIds: [year.boxIds[2]] } as never;
    const { pages } = await printForm(year, "box-spine", scope);
    expect(pages.flatMap(({ rows }) => rows)).toEqual([["C001", "2024", "永久", "综合管理", "0021", "0030", "3"]]);
  });

  it("prints pages 2 to 3 as they stand in the whole, and refuses pages that are not there", async () => {
    const many = aFiledYear(120);
    const whole = await printForm(many, "item-catalogue", many.scopes.papers);
    const part = await printForm(many, "item-catalogue", many.scopes.papers, {
      options: { firstPage: 2, lastPage: 3 },
    });
    expect(part.pages).toHaveLength(2);
    const texts = (await readWithPdfjs(whole.content)).map(({ text }) => text);
    expect((await readWithPdfjs(part.content)).map(({ text }) => text)).toEqual(texts.slice(1, 3));
    for (const options of [{ firstPage: whole.pages.length + 1 }, { firstPage: 3, lastPage: 2 }])
      await expect(printForm(many, "item-catalogue", many.scopes.papers, { options })).rejects.toMatchObject({
        code: "form-pages-off",
      });
  });

  it("refuses a scope it does not take, a foreign 门类, and one that holds nothing", async () => {
    await expect(printForm(year, "box-note", scopes.fonds)).rejects.toMatchObject({ code: "form-scope-wrong" });
    await expect(printForm(year, "voucher-cover", scopes.papers)).rejects.toMatchObject({ code: "form-scope-wrong" });
    await expect(printForm(year, "box-note", scopes.science)).rejects.toMatchObject({ code: "form-empty" });
    await expect(printForm(year, "no-such-form", scopes.papers)).rejects.toMatchObject({ code: "form-not-found" });
  });

  it("stops at a character no shipped font has", async () => {
    const odd = aFiledYear(4);
    odd.addItem({ title: "表情🗂在题名里" });
    await expect(printForm(odd, "item-catalogue", odd.scopes.papers)).rejects.toMatchObject({ code: "glyph-missing" });
  });
});

describe("registers and labels", () => {
  const own = aFiledYear(8);
  const raw = (sql: string): void => void own.raw.exec(sql);
  raw(`INSERT INTO register_entry (id, fonds_id, kind, year, number, happened_on, entered_at, correspondent, creator,
    document_number, document_date, title, copies, page_count, access, security_level, neutral_title, remark, state, handler, due_on)
    VALUES ('r1', 'f1', 'incoming', 2026, 1, '2026-03-05', '2026-03-05T08:00:00Z', '大观街道办事处', '大观街道办事处', '大街发〔2026〕1号',
    '2026-03-01', '关于做好防汛工作的通知', 2, 4, 'internal', '', '', '', 'done', '王敏', ''),
    ('r2', 'f1', 'incoming', 2026, 2, '2026-03-06', '2026-03-06T08:00:00Z', '${secretTitle}', 'x', '${secretNumber}',
    '2026-03-01', '${secretTitle}', 1, 3, 'restricted', '', '居民事务来文一件', '含身份证号', 'cancelled', '李红', '')`);
  raw(
    `INSERT INTO shelf_place (id, room, cabinet, tier, slot) VALUES ('p1', '库房', 3, 2, 1), ('p2', '库房', 3, 2, 2)`,
  );
  raw(`UPDATE box SET place_id = 'p1' WHERE box_number = 1`);
  raw(`UPDATE box SET place_id = 'p2' WHERE box_number = 2`);
  raw(`INSERT INTO sealed_packet (item_id, number, label_number, count, unit, sealed_on, first_sealer, second_sealer, entered_at)
    VALUES ('i8', 1, '封2024-01', 312, '张', '2024-06-01', '王敏', '李红', '2024-06-01T08:00:00Z')`);
  const whole = { by: "year", fondsId: own.fondsId, year: 2026 } as const;

  it("prints the register of a year without a word of a restricted entry, a cancelled one in its place", async () => {
    const { content, pages } = await printForm(own, "register-incoming", whole);
    const rows = pages.flatMap((page) => page.rows).filter((cells) => cells.length > 1);
    expect(rows.map((cells) => cells[0])).toEqual(["1", "2"]);
    expect(rows[1]?.[4]).toBe("居民事务来文一件");
    const words = await wordsOf(content);
    for (const secret of [secretTitle, secretNumber, "含身份证号", "李红"]) expect(words).not.toContain(secret);
    await expect(printForm(own, "register-outgoing", whole)).rejects.toMatchObject({ code: "form-empty" });
  });

  it("labels a tier by what stands on it, and a sealed packet by its count and its two sealers", async () => {
    const scope = { by: "fonds", fondsId: own.fondsId } as const;
    const shelves = await printForm(own, "shelf-labels", { by: "record", recordId: "all" });
    expect(shelves.pages.flatMap(({ rows }) => rows)).toContainEqual([
      "库房",
      "第 3 柜　第 2 层",
      "文书 2024 永久 综合管理",
      "1—2",
    ]);
    const seals = await printForm(own, "seal-labels", scope);
    expect(seals.pages.flatMap(({ rows }) => rows)).toEqual([
      ["封2024-01", "C001-WS·2024-Y-ZZ-0008", "居民事务材料一件", "312 张", "2024 年 6 月 1 日", "王敏　李红"],
    ]);
  });
});
