// Forms about personal data: made through the door, printed, read again with a second reader (PIPL 17, 29, 45, 55–57).
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assessmentQuestion } from "#contract/impact-assessment";
import { formId } from "#contract/form-adjustment";
import type { FormScope } from "#contract/form-scope";
import { wholeDay, wholeDayOrBlank } from "#contract/whole-day";
import { readWithPdfjs, withoutBlanks } from "#test/engine/catalogue/read-with-pdfjs";
import { canary, neighbour, personArchive, type PersonArchive } from "#test/support/person-archive";
import { aRequest, identified } from "#test/support/rights";

let archive: PersonArchive;
const ask: PersonArchive["engine"]["ask"] = (...given) => archive.engine.ask(...given);
const wordsOf = async (path: string): Promise<string> =>
  withoutBlanks((await readWithPdfjs(await readFile(path))).map(({ text }) => text).join(""));

async function print(name: string, scope: FormScope): Promise<string> {
  const to = join(archive.around, "印", `${name}-${Math.random()}.pdf`);
  const written = await ask("form.write", { formId: formId.parse(name), scope, output: "pdf", to });
  expect(written.proof).toEqual(await ask("form.prove", { formId: formId.parse(name), scope }));
  return wordsOf(to);
}
const record = (recordId: string): FormScope => ({ by: "record", recordId });
const labels = async (name: string): Promise<string[]> =>
  (await ask("form.scopes", { formId: formId.parse(name), fondsId: archive.fondsId })).map(({ label }) => label);

beforeAll(async () => {
  archive = await personArchive();
  await mkdir(join(archive.around, "印"));
});
afterAll(() => archive.remove());

describe("the notice and the papers of consent of a ledger", () => {
  it("say who, why, on what basis, which kinds, how long and which rights", async () => {
    const words = await print("privacy-notice", record(archive.aid.id));
    for (const said of [
      "幸福社区居民委员会",
      "办理困难帮扶",
      "社会救助暂行办法",
      "身份证号、病情",
      "查阅、复制",
      "撤回",
    ])
      expect(words).toContain(said);
  });

  it("ask for sensitive data on a paper of its own, with a line for the guardian", async () => {
    const ordinary = await print("consent", record(archive.aid.id));
    expect(ordinary).not.toContain("病情");
    const own = await print("consent-sensitive", record(archive.aid.id));
    expect(own).toContain("身份证号、病情");
    expect(own).toContain("监护人签名");
  });

  it("are not offered for sensitive data where a ledger has none", async () => {
    expect(await labels("consent-sensitive")).toEqual([archive.aid.name]);
    expect((await labels("privacy-notice")).toSorted()).toEqual([archive.aid.name, archive.visit.name].toSorted());
    const scope = record(archive.visit.id);
    await expect(ask("form.prove", { formId: formId.parse("consent-sensitive"), scope })).rejects.toMatchObject({
      code: "form-empty",
    });
  });
});

it("an impact assessment prints every question with its answer and what it concluded", async () => {
  const [assessment] = await ask("impact-assessment.list", { ledgerId: archive.aid.id });
  const words = await print("impact-assessment", record(assessment!.id));
  for (const said of ["可以启用", "保护措施", "身份证号", "已核对，符合要求"]) expect(words).toContain(said);
});

/** The words of a printed form, page by page. */
async function pagesOf(name: string, scope: FormScope): Promise<string[]> {
  const to = join(archive.around, "印", `${name}-${Math.random()}.pdf`);
  await ask("form.write", { formId: formId.parse(name), scope, output: "pdf", to });
  return (await readWithPdfjs(await readFile(to))).map(({ text }) => withoutBlanks(text));
}
const assessed = (day: string, answer: (at: number) => string) =>
  ask("impact-assessment.keep", {
    ...{ ledgerId: archive.aid.id, assessedOn: wholeDay.parse(day), assessorPost: "档案员", conclusion: "may-open" },
    answers: Object.fromEntries(assessmentQuestion.options.map((each, at) => [each, answer(at)])) as never,
  });

it("an impact assessment of usual answers is one page, with its conclusion and who signs", async () => {
  const { id } = await assessed("2024-02-05", () => "仅收集办理困难帮扶所必需的内容，由专干一人填写，查看须写明理由");
  const pages = await pagesOf("impact-assessment", record(id));
  expect(pages).toHaveLength(1);
  for (const said of ["可以启用", "负责人"]) expect(pages[0]).toContain(said);
  // The conclusion stands below the table.
  expect(pages[0]).not.toContain("以下空白");
});

it("a conclusion never stands alone on a page, however long the answers are", async () => {
  const sentence = "敏感列加密保存并遮盖显示，查看须写明理由并留有记录。";
  const counts = new Set<number>();
  for (const long of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
    const { id } = await assessed("2024-02-06", (at) => sentence.repeat(at < long ? 4 : 1));
    const pages = await pagesOf("impact-assessment", record(id));
    counts.add(pages.length);
    expect(pages.at(-1), `${long} long answers`).toContain("可以启用");
    expect(pages.at(-1), `${long} long answers`).toContain("并与风险程度相适应");
  }
  expect([...counts]).toEqual([1, 2]);
});

describe("a request on paper", () => {
  it("has its words on its own sheet, and no name in the book of the year", async () => {
    const request = await aRequest(archive, "copy");
    const sheet = await print("rights-request", record(request.id));
    expect(sheet).toContain(canary.name);
    expect(sheet).not.toContain(canary.idNumber);
    const book = await print("rights-request-book", { by: "year", fondsId: archive.fondsId, year: 2024 });
    expect(book).toContain("复制");
    expect(book).not.toContain(canary.name);
  });

  it("gives a copy only after identity and gathering, as a PDF without what belongs to others", async () => {
    const request = await aRequest(archive, "copy");
    const to = join(archive.around, "印", "副本.pdf");
    const copy = (): Promise<unknown> => ask("rights-request.write-copy", { id: request.id, to });
    await expect(copy()).rejects.toMatchObject({ code: "request-not-identified" });
    await identified(archive, request);
    await expect(copy()).rejects.toMatchObject({ code: "request-not-gathered" });
    await ask("rights-request.gather", { id: request.id });
    await copy();
    const words = await wordsOf(to);
    for (const said of [canary.name, canary.idNumber, canary.illness, "他人信息，不提供"])
      expect(words).toContain(said);
    for (const kept of [neighbour.name, neighbour.phone, canary.ethnicity]) expect(words).not.toContain(kept);
  });

  it("gives none for another kind of request, and none by the list of forms", async () => {
    const { id } = await identified(archive, await aRequest(archive, "correction"));
    await ask("rights-request.gather", { id });
    await expect(ask("rights-request.preview-copy", { id })).rejects.toMatchObject({ code: "request-not-a-copy" });
    expect((await ask("form.list", {})).map((form) => String(form.id))).not.toContain("rights-copy");
  });
});

it("an incident prints its three days apart and everybody who was told", async () => {
  const { id } = await ask("incident.register", {
    ...{ kind: "leak", happenedOn: wholeDayOrBlank.parse("2024-05-04"), foundOn: wholeDay.parse("2024-05-06") },
    facts: {
      ...{ data: "姓名、电话", people: "约 30 人", course: "名单误贴公告栏", measures: "当即撤下" },
      told: [{ whom: "街道办事处", on: wholeDay.parse("2024-05-07"), how: "书面报告" }],
    },
  });
  const words = await print("incident", record(id));
  for (const said of ["2024年5月4日", "2024年5月6日", "街道办事处", "书面报告", "名单误贴公告栏"])
    expect(words).toContain(said);
});

it("an incident of which nobody was told yet prints too, and says so", async () => {
  const { id } = await ask("incident.register", {
    ...{ kind: "loss", happenedOn: wholeDayOrBlank.parse(""), foundOn: wholeDay.parse("2024-05-06") },
    facts: { data: "姓名", course: "登记本遗失一本" },
  });
  const words = await print("incident", record(id));
  for (const said of ["登记本遗失一本", "尚未告知或者报告"]) expect(words).toContain(said);
});

it("the self-audit prints every question, with the measure of each no", async () => {
  await ask("self-audit.keep", {
    ...{ year: 2024, auditedOn: wholeDay.parse("2024-12-20"), auditorPost: "档案员", revision: 0 },
    lines: [
      { code: "purpose", answer: "yes" },
      { code: "plan", answer: "no", measure: "明年三月前演练一次" },
    ],
  });
  const words = await print("self-audit", { by: "year", fondsId: archive.fondsId, year: 2024 });
  expect(words).toContain("以下空白");
  expect(words).toContain("整改：明年三月前演练一次");
  expect(words).toContain("没有记录宗教信仰");
});
