// Lists of a filing year, the fonds file and compilations: made in a real archive through the door, printed, read again.
import { join } from "node:path";
import { mkdir, readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wholeDay } from "#contract/whole-day";
import { archivalDate } from "#contract/archival-date";
import { formId } from "#contract/form-adjustment";
import type { FormScope } from "#contract/form-scope";
import type { RegisterFields } from "#contract/register";
import { readSpreadsheet } from "#engine/catalogue/read-spreadsheet";
import { readWithPdfjs, withoutBlanks } from "#test/engine/catalogue/read-with-pdfjs";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

const secret = "张三低保调查材料";
let archive: TestArchive;
let whole: FormScope;
const ask: TestArchive["engine"]["ask"] = (...given) => archive.engine.ask(...given);
const id = (name: string) => formId.parse(name);
const yearOf = (year: number): FormScope => ({ by: "year", fondsId: archive.fondsId, year });

/** A form as file, read by a second reader: its words, and what the program counted. */
async function print(name: string, scope: FormScope) {
  const to = join(archive.around, "印", `${name}-${Math.random()}.pdf`);
  const written = await ask("form.write", { formId: id(name), scope, output: "pdf", to });
  expect(written.proof).toEqual(await ask("form.prove", { formId: id(name), scope }));
  const words = withoutBlanks((await readWithPdfjs(await readFile(to))).map(({ text }) => text).join(""));
  return { ...written, words };
}
/** The rows of its spreadsheet below the three repeated ones. */
async function spread(name: string, scope: FormScope): Promise<string[][]> {
  const to = join(archive.around, "印", `${name}-${Math.random()}.xlsx`);
  const { proof } = await ask("form.write", { formId: id(name), scope, output: "xlsx", to });
  const sheets = await readSpreadsheet(await readFile(to));
  const rows = [...sheets.values()].flatMap((sheet) => [...sheet].filter(([row]) => row > 3).map(([, cells]) => cells));
  expect(rows).toHaveLength(proof.rowCount);
  return rows.map((cells) => [...cells]);
}
const scopesOf = async (name: string) => ask("form.scopes", { formId: id(name), fondsId: archive.fondsId });

beforeAll(async () => {
  archive = await freshArchive();
  whole = { by: "fonds", fondsId: archive.fondsId };
  await mkdir(join(archive.around, "印"));
}, 30_000);
afterAll(() => archive.remove());

describe("registers", () => {
  const entry = (own: Partial<RegisterFields>): RegisterFields => ({
    fondsId: archive.fondsId,
    kind: "incoming",
    happenedOn: archivalDate.parse("2031-03-08"),
    correspondent: "幸福街道办事处",
    creator: "",
    documentNumber: "幸街〔2031〕1号",
    documentDate: archivalDate.parse("2031-03-05"),
    title: "关于开展垃圾分类检查的通知",
    copies: 1,
    pageCount: 3,
    access: "internal",
    neutralTitle: "",
    remark: "",
    matterId: null,
    retention: null,
    scheduleRowId: null,
    handler: "王敏",
    dueOn: "",
    ...own,
  });

  it("prints every number of the year, a cancelled one with 作废 and why, a restricted one by its neutral title", async () => {
    await ask("register.add", { fields: entry({}), securityMark: "" });
    const { entry: second } = await ask("register.add", { fields: entry({ documentNumber: "" }), securityMark: "" });
    await ask("register.handle", {
      ...{ id: second.id, revision: second.revision, state: "cancelled", note: "重复登记" },
      happenedOn: archivalDate.parse("2031-03-09"),
    });
    const hidden = { access: "restricted", title: secret, neutralTitle: "居民事务来文一件", remark: secret } as const;
    await ask("register.add", { fields: entry({ ...hidden, correspondent: secret }), securityMark: "" });
    const rows = await spread("register-incoming", yearOf(2031));
    expect(rows.map(([number]) => number)).toEqual(["1", "2", "3"]);
    expect(rows[1]?.join()).toContain("作废");
    expect(rows[1]?.join()).toContain("重复登记");
    expect(rows[2]?.join()).toContain("居民事务来文一件");
    const { words, proof } = await print("register-incoming", yearOf(2031));
    expect(proof).toMatchObject({ rowCount: 3, pageSum: 9 });
    expect(words).not.toContain(secret);
    expect((await scopesOf("register-incoming")).map(({ scope }) => scope)).toEqual([yearOf(2031)]);
    expect(await scopesOf("register-outgoing")).toEqual([]);
    await expect(print("register-outgoing", yearOf(2031))).rejects.toMatchObject({ code: "form-empty" });
    await expect(print("register-incoming", yearOf(2030))).rejects.toMatchObject({ code: "form-empty" });
  });
});

describe("lists of what is handed in", () => {
  it("gives each organisation its own list to sign, and what is judged 不归档 stands on the other with its reason", async () => {
    const { fondsId } = archive;
    for (const [kind, name] of [
      ["committee", "居委会"],
      ["party", "社区党委"],
    ] as const) {
      const source = await ask("collection.add-source", { fondsId, kind, name });
      const base = { sourceId: source.id, category: "WS", year: 2024, copies: 1, pages: 4, dueOn: "2025-03-31" };
      const lines = [];
      for (const title of ["会议记录", "年度总结", "便条"])
        lines.push((await ask("collection.add", { ...base, title: `${name}${title}` })).line);
      const [first, , last] = lines;
      await ask("collection.judge", { ids: [first!.id], state: "handed-in", on: "2025-03-20" });
      await ask("collection.judge", { ids: [last!.id], state: "excluded", reason: "无保存价值".padEnd(300, "。") });
    }
    const item = await anItem(archive, { title: secret, access: "restricted", neutralTitle: "居民事务材料一件" });
    await ask("item.exclude", { id: item.id, revision: item.revision, reason: `${secret}不归档` });

    const handover = await print("collection-handover", yearOf(2024));
    expect(handover.proof).toMatchObject({ rowCount: 4, pageSum: 16 });
    for (const words of ["移交人：", "接收人：", "移交单位（印章）：", "应交2项，已交1项"])
      expect(handover.words).toContain(words);
    expect(handover.words).not.toContain("便条");
    const rows = await spread("collection-handover", yearOf(2024));
    expect(rows.map((cells) => [cells[2], cells[7] ?? "", cells[8]])).toEqual([
      ["居委会会议记录", "20250320", "已交"],
      ["居委会年度总结", "", "应交"],
      ["社区党委会议记录", "20250320", "已交"],
      ["社区党委年度总结", "", "应交"],
    ]);

    const excluded = await spread("excluded-list", yearOf(2024));
    expect(excluded.map((cells) => cells[2])).toEqual(["居委会便条", "社区党委便条", "居民事务材料一件"]);
    expect(excluded[0]?.[6]).toBe("无保存价值".padEnd(300, "。"));
    expect((await print("excluded-list", yearOf(2024))).words).not.toContain(secret);
    expect((await scopesOf("excluded-list")).map(({ year, count }) => [year, count])).toEqual([[2024, 3]]);
  });
});

describe("terms changed after the close", () => {
  it("lists them by the year of the change with both terms and both 档号, and nothing before there is one", async () => {
    expect(await scopesOf("term-changes")).toEqual([]);
    const plain = await anItem(archive, { title: "防汛工作总结", retention: "D10" });
    const hidden = await anItem(archive, {
      ...{
        title: secret,
        access: "restricted",
        neutralTitle: "居民事务材料二件",
        retention: "D10",
        documentNumber: "",
      },
    });
    await fileYear(archive);
    const scope = { fondsId: archive.fondsId, category: "WS", year: 2024 };
    const { checkDigest } = await ask("filing-year.check", scope);
    await ask("filing-year.close", { ...scope, checkDigest });
    for (const [item, fields, reason] of [
      [plain, { retention: "D30" }, "复查后延长".padEnd(300, "。")],
      [hidden, { retention: "Y" }, secret],
      [plain, { title: "防汛工作总结（修订）" }, "题名有误"],
    ] as const) {
      const { revision } = await ask("item.read", { id: item.id });
      await ask("filing-year.correct", { itemId: item.id, revision, fields, reason });
    }
    const [line] = await scopesOf("term-changes");
    expect(line?.count).toBe(2);
    const rows = await spread("term-changes", line!.scope);
    expect(rows.map((cells) => cells.slice(2, 6))).toEqual([
      ["防汛工作总结（修订）", "2024", "10年", "30年"],
      ["居民事务材料二件", "2024", "10年", "永久"],
    ]);
    expect(rows[0]?.[6]).toContain("D10");
    expect(rows[0]?.[7]).toContain("D30");
    expect(rows[0]?.[8]).toBe("复查后延长".padEnd(300, "。"));
    expect((await print("term-changes", line!.scope)).words).not.toContain(secret);
  });
});

describe("the file about a fonds", () => {
  it("tells the chronicle, and the words the office wrote itself, line for line", async () => {
    await ask("fonds.rename", {
      ...{ fondsId: archive.fondsId, name: "幸福里社区", unit: "幸福里社区居民委员会" },
      ...{ effectiveOn: wholeDay.parse("2025-06-01"), reason: "街道文件" },
    });
    const rows = await spread("fonds-history", whole);
    expect(rows.map((cells) => cells[3] ?? "")).toEqual(["", "街道文件"]);
    expect(rows[1]?.[2]).toContain("更名为「幸福里社区」");
    const printed = await print("fonds-history", whole);
    for (const said of ["2025年6月1日", "街道文件", "历次名称：幸福社区", "文书2件"])
      expect(printed.words).toContain(said);
    const own = "社区位于城北。\n下辖三个居民小组，全宗号 {全宗号}。";
    const introduction = id("fonds-introduction");
    expect((await print("fonds-introduction", whole)).words).not.toContain("居民小组");
    await ask("form.adjust", {
      formId: introduction,
      adjustment: { texts: { duties: own }, font: "serif", widths: {} },
    });
    const { words } = await print("fonds-introduction", whole);
    for (const said of ["社区位于城北。", "下辖三个居民小组，全宗号C001。", "本全宗已归档：文书2件"])
      expect(words).toContain(said);
    await ask("undo.apply", { sequence: (await ask("undo.next", {}))!.sequence });
    expect((await print("fonds-introduction", whole)).words).not.toContain("居民小组");
    await expect(
      ask("form.adjust", {
        formId: introduction,
        adjustment: { texts: { duties: "{身份证号}" }, font: "serif", widths: {} },
      }),
    ).rejects.toMatchObject({ code: "form-text-off" });
  });

  it("lists what there is for the file, and has a cover", async () => {
    const names = (await spread("fonds-file-list", whole)).map((cells) => `${cells[2]} ${cells[3] ?? ""}`.trim());
    const now = new Date().getUTCFullYear();
    expect(names).toEqual([
      "全宗介绍",
      "全宗沿革",
      "归档移交清单 2024",
      "不归档清单（移交清单中） 2024",
      "不归档清单（件） 2024",
      "年度归档关闭记录 2024",
      `保管期限变更登记 ${now}`,
    ]);
    expect((await print("fonds-file-list", whole)).proof.rowCount).toBe(7);
    const cover = await print("fonds-cover", whole);
    for (const said of ["全宗卷", "幸福里社区居民委员会", "C001", "2024年度"]) expect(cover.words).toContain(said);
  });
});

describe("compilations", () => {
  it("prints date, words and 出处 with 档号, says where there is none, and cuts no long entry off", async () => {
    const { rows: filed } = await ask("item.list", { filter: { state: "filed" } });
    const item = filed[0]!;
    const made = await ask("compilation.make", {
      ...{ fondsId: archive.fondsId, kind: "chronicle", title: "幸福社区大事记（2024）", compiledBy: "王敏" },
      ...{ fromDate: archivalDate.parse("2024-01-01"), toDate: archivalDate.parse("2024-12-31") },
    });
    expect(await scopesOf("compilation-chronicle")).toEqual([]);
    const long = "防汛".repeat(1200);
    await ask("compilation.add-entries", {
      id: made.id,
      entries: [
        {
          happenedOn: archivalDate.parse("2024-03-05"),
          heading: "",
          words: "召开居民代表会议。",
          citations: [{ itemId: item.id, pageNote: "第 1 页" }],
        },
        { happenedOn: archivalDate.parse("2024-07"), heading: "防汛", words: long, citations: [] },
      ],
    });
    const [line] = await scopesOf("compilation-chronicle");
    expect(line?.scope).toEqual({ by: "record", recordId: made.id });
    const rows = await spread("compilation-chronicle", line!.scope);
    expect(rows[0]).toEqual(["1", "2024 年 3 月 5 日", "召开居民代表会议。", `${item.archivalCode} 第 1 页`]);
    const rest = rows.slice(1);
    expect(rest.map((cells) => cells[2]).join("")).toBe(`【防汛】${long}`);
    expect(rest.map((cells) => cells[1])).toEqual(["2024 年 7 月", "（续）", "（续）", "（续）"]);
    expect(rest[0]?.[3]).toBe("「无出处」");
    const { words } = await print("compilation-chronicle", line!.scope);
    expect(words).toContain("「无出处」");
    await expect(print("compilation-organisation", line!.scope)).rejects.toMatchObject({ code: "form-empty" });
    await expect(print("compilation-chronicle", { by: "record", recordId: "no-such" })).rejects.toMatchObject({
      code: "form-empty",
    });
  });

  it("prints the longest entry with as many 出处 as there may be, none of them lost", async () => {
    for (let at = 1; at <= 6; at++)
      await anItem(archive, { year: 2025, documentDate: archivalDate.parse("2025-03-05"), documentNumber: "" });
    await fileYear(archive, 2025);
    const { rows: filed } = await ask("item.list", { filter: { state: "filed" } });
    expect(filed).toHaveLength(8);
    const made = await ask("compilation.make", {
      ...{ fondsId: archive.fondsId, kind: "organisation", title: "组织沿革", compiledBy: "王敏" },
      ...{ fromDate: archivalDate.parse("2024"), toDate: archivalDate.parse("2024") },
    });
    const pageNote = "见".repeat(80);
    const citations = filed.map((item) => ({ itemId: item.id, pageNote }));
    const words = "机".repeat(4000);
    await ask("compilation.add-entries", {
      ...{ id: made.id, entries: [{ happenedOn: archivalDate.parse("2024"), heading: "", words, citations }] },
    });
    const printed = await print("compilation-organisation", { by: "record", recordId: made.id });
    expect(printed.words.match(/机/gu)).toHaveLength(4000);
    expect(printed.words.match(/见/gu)).toHaveLength(80 * filed.length);
  });

  it("prints 社区概况 as running text that goes on over the page", async () => {
    const made = await ask("compilation.make", {
      ...{ fondsId: archive.fondsId, kind: "overview", title: "幸福社区概况", compiledBy: "" },
      ...{ fromDate: archivalDate.parse(""), toDate: archivalDate.parse("") },
    });
    const words = "社区东起人民路。".repeat(400);
    await ask("compilation.add-entries", {
      ...{ id: made.id, entries: [{ happenedOn: archivalDate.parse(""), heading: "地理位置", words, citations: [] }] },
    });
    const printed = await print("compilation-overview", { by: "record", recordId: made.id });
    expect(printed.pageCount).toBeGreaterThan(1);
    // One character of each sentence: the foot of a page may stand inside a sentence.
    expect(printed.words.match(/东/gu)).toHaveLength(400);
    expect(printed.words).toContain("（出处：「无出处」）");
  });
});
