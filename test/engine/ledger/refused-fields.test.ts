// Every word that may not be kept, through every field of every procedure that designs a ledger (personal-data P2, P3).
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { Asked } from "#contract/contract";
import { assessmentQuestion } from "#contract/impact-assessment";
import { type Ledger, ledgerCode } from "#contract/ledger";
import { Refusal } from "#contract/refusal";
import { designOf } from "#engine/ledger/design-ledger";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { column } from "#test/support/ledger-archive";

/** As a heading, a choice, a name: in characters, pinyin, with tricks. */
const words = [
  "宗教信仰",
  "信教情况",
  "教派",
  "思想动态",
  "政治表现",
  "重点人员",
  "关注等级",
  "高风险人员",
  "稳控措施",
  "行踪",
  "去向不明",
  "离返",
  "家庭评分",
  "民族",
  "民族成份",
  "族别",
  "族別",
  "族",
  "本人所属族",
  "回族",
  "维吾尔族",
  "穆斯林",
  "涉民族因素",
  "少数民族信息档案",
  "四知五清六掌握",
  "zongjiaoxinyang",
  "zhongdianrenyuan",
  "minzu",
  "民zu",
  "min族成份",
  "mínzú",
  "民 族",
  "宗\u200b教\u200b信\u200b仰",
  "ｍｉｎｚｕ",
  "宗-教-信-仰",
  "宗敎信仰",
  "風險等級",
  "重點人員",
  "念经情况",
  "思想觉悟",
  "现实表现",
  "情绪状况",
  "重点帮教对象",
  "特殊群体",
  "列管情况",
  "上访户",
  "三色管理",
  "黑名单",
  "外出地点",
  "返家时间",
  "是否在昆",
  "信用等级",
  "红黑榜",
  "名族",
  "族种",
  "是否少民",
];
/** In a sentence: what running text says of somebody. */
const sentences = [
  "登记居民的宗教信仰",
  "掌握思想动态",
  "列出重点人员名单",
  "民族：回",
  "系回族居民",
  "评出高风险户、高风险人员",
  "宗 教 信 仰",
];
const latin = ["minzu", "zongjiao", "religion", "ethnicity", "mz", "minz", "mzcf", "fengxiandengji", "riskLevel"];

let archive: TestArchive;
let ledger: Ledger;
const base = column({ key: "happenedOn", heading: "日期", kind: "date", part: "occurred" });
const template: Asked<"ledger.make">["template"] = {
  ...{ code: ledgerCode.parse("own"), name: "便民登记", purpose: "办理便民事项" },
  ...{ basis: "duty", basisWords: "履行法定职责", columns: [base] },
};
beforeAll(async () => {
  archive = await freshArchive();
  ledger = await archive.engine.ask("ledger.make", {
    ...{ fondsId: archive.fondsId, origin: "own" },
    template: {
      ...template,
      columns: [base, column({ key: "idNumber", heading: "身份证号码", kind: "text", personal: "sensitive" })],
    },
  });
});
afterAll(() => archive.remove());

/** Where a word may be put: each gives a template. */
const doors: Record<string, (word: string) => typeof template> = {
  "the heading of a column": (word) => ({
    ...template,
    columns: [base, { ...base, key: "x", part: "", heading: word } as never],
  }),
  "the name of the ledger": (word) => ({ ...template, name: word }),
  "a choice": (word) => ({
    ...template,
    columns: [
      base,
      column({
        key: "x",
        heading: "类别",
        kind: "choice",
        rules: { choices: ["就学", "就业", "就医", "社保", "其他", "证照", word] },
      }),
    ],
  }),
  "a tag": (word) => ({
    ...template,
    columns: [base, column({ key: "x", heading: "标签", kind: "tags", rules: { choices: ["就学", word] } })],
  }),
  "a default": (word) => ({
    ...template,
    columns: [base, column({ key: "x", heading: "内容", kind: "text", rules: { initial: word } })],
  }),
  "a hint": (word) => ({
    ...template,
    columns: [base, column({ key: "x", heading: "内容", kind: "text", rules: { hint: word } })],
  }),
  "the words of a formula": (word) => ({
    ...template,
    columns: [
      base,
      column({
        key: "x",
        heading: "结果",
        kind: "formula",
        rules: { formula: `IF(happenedOn = "2024-01-01", "${word}", "无")` },
      }),
    ],
  }),
  "a formula that cannot be read": (word) => ({
    ...template,
    columns: [base, column({ key: "x", heading: "结果", kind: "formula", rules: { formula: `${word} ??` } })],
  }),
};
const inSentences: Record<string, (sentence: string) => typeof template> = {
  "the purpose": (sentence) => ({ ...template, purpose: sentence }),
  "the basis": (sentence) => ({ ...template, basisWords: sentence }),
  "a hint": doors["a hint"]!,
  "a default": doors["a default"]!,
};
const inLatin: Record<string, (word: string) => typeof template> = {
  "the key of a column": (word) => ({
    ...template,
    columns: [base, column({ key: word, heading: "类别", kind: "text" })],
  }),
  "the code": (word) => ({ ...template, code: ledgerCode.parse(word.toLowerCase()) }),
};

/** What every way in must do: refuse, name a place, and repeat nothing. */
async function refuses(asking: Promise<unknown>, word: string): Promise<void> {
  const refusal: unknown = await asking.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refusal, word).toBeInstanceOf(Refusal);
  expect(refusal, word).toMatchObject({
    code: "field-refused",
    details: { where: expect.stringMatching(/./) as string },
  });
  expect(JSON.stringify((refusal as Refusal).details)).not.toContain(word);
}

const make = (given: typeof template): Promise<unknown> =>
  archive.engine.ask("ledger.make", { fondsId: archive.fondsId, origin: "own", template: given });
const design = ({ code: _, ...given }: typeof template): Promise<unknown> =>
  archive.engine.ask("ledger.design", { id: ledger.id, revision: ledger.revision, design: given });

describe.each(Object.entries(doors))("%s", (_, templateWith) => {
  it.each(words)("%s is refused when a ledger is made and when it is designed", async (word) => {
    await refuses(make(templateWith(word)), word);
    await refuses(design(templateWith(word)), word);
  });
});

describe.each(Object.entries(inSentences))("%s", (_, templateWith) => {
  it.each(sentences)("%s is refused", async (sentence) => {
    await refuses(make(templateWith(sentence)), sentence);
    await refuses(design(templateWith(sentence)), sentence);
  });
});

describe.each(Object.entries(inLatin))("%s", (where, templateWith) => {
  it.each(latin)("%s is refused", async (word) => {
    await refuses(make(templateWith(word)), word);
    if (where !== "the code") await refuses(design(templateWith(word)), word);
  });
});

describe("the other ways in", () => {
  it.each([...sentences, "宗教信仰", "民族成份"])(
    "%s is refused as an answer of an assessment, as its post, as the name of a pack",
    async (word) => {
      const answers = Object.fromEntries(assessmentQuestion.options.map((question) => [question, "已核对，符合要求"]));
      const assessment = {
        ledgerId: ledger.id,
        assessedOn: archivalDate.parse("2024-01-05"),
        conclusion: "may-open",
      } as const;
      for (const question of assessmentQuestion.options)
        await refuses(
          archive.engine.ask("impact-assessment.keep", {
            ...{ ...assessment, assessorPost: "档案员" },
            answers: { ...answers, [question]: word } as never,
          }),
          word,
        );
      await refuses(
        archive.engine.ask("impact-assessment.keep", { ...assessment, assessorPost: word, answers: answers as never }),
        word,
      );
      await refuses(
        archive.engine.ask("ledger.make", { fondsId: archive.fondsId, origin: "pack", packName: word, template }),
        word,
      );
    },
  );

  it("a column named twenty ways is not made out of a column that was fine", async () => {
    for (const heading of words)
      await refuses(
        archive.engine.ask("ledger.design", {
          ...{ id: ledger.id, revision: ledger.revision },
          design: {
            ...designOf(ledger),
            columns: ledger.columns.map((each) => (each.key === "happenedOn" ? { ...each, heading } : each)),
          },
        }),
        heading,
      );
  });

  it("a list of peoples as choices is refused as a whole, also where each name alone might be anything", async () => {
    const choices = ["汉", "回", "白", "水", "土"];
    await refuses(
      make({ ...template, columns: [base, column({ key: "x", heading: "类别", kind: "choice", rules: { choices } })] }),
      "汉",
    );
  });

  it("nothing was kept, nothing noted: one ledger, no word in the log, none in any file beside the archive", async () => {
    expect(await archive.engine.ask("ledger.list", { fondsId: archive.fondsId })).toEqual([ledger]);
    const journal = JSON.stringify(await archive.engine.ask("journal.list", { offset: 0, limit: 500 }));
    expect(words.filter((word) => journal.includes(word))).toEqual([]);
    expect(archive.faults).toEqual([]);
  });

  it("the work of the office keeps its names", async () => {
    const fine = [
      "民族团结进步宣传",
      "民族政策法规",
      "风险提示",
      "人民调解",
      "民族工作协调小组会议",
      "家族纠纷",
      "民族团结一家亲",
    ];
    for (const [at, name] of fine.entries())
      await archive.engine.ask("ledger.make", {
        ...{ fondsId: archive.fondsId, origin: "own" },
        template: {
          ...{ ...template, code: ledgerCode.parse(`fine-${at}`), name, purpose: `${name}的工作记录` },
          columns: [base, column({ key: "kind", heading: "类别", kind: "choice", rules: { choices: fine } })],
        },
      });
  });
});

describe("a template pack", () => {
  it.each(["signature", "approvedBy"])("with a %s drops what is refused all the same, by place only", async (field) => {
    const path = join(archive.around, `${field}.json`);
    const templates = [
      {
        ...{ code: "pack-one", name: "服务登记", purpose: "办理服务", basis: "duty", basisWords: "法定职责" },
        columns: [
          { key: "happenedOn", heading: "日期", kind: "date", part: "occurred" },
          ...words.map((heading, at) => ({ key: `c${at}`, heading, kind: "text" })),
          { key: "kind", heading: "类别", kind: "choice", rules: { choices: ["就学", "信教"] } },
          { key: "matter", heading: "事项", kind: "text" },
        ],
      },
      {
        code: "pack-two",
        name: "重点人员台账",
        purpose: "x",
        basis: "none",
        basisWords: "",
        columns: [{ key: "a", heading: "事项", kind: "text" }],
      },
    ];
    await writeFile(path, JSON.stringify({ name: "市级模板", [field]: "市民宗委（公章）", templates }));
    const pack = await archive.engine.ask("ledger.read-pack", { fondsId: archive.fondsId, path });
    expect(pack.templates.map(({ template: each }) => each.columns.map(({ key }) => key))).toEqual([
      ["happenedOn", "matter"],
    ]);
    expect(pack.dropped).toMatchObject([
      ...Array.from({ length: words.length + 1 }, (_, at) => ({ template: 1, column: at + 2, why: "refused" })),
      { template: 2, column: 0, why: "refused" },
    ]);
    const told = JSON.stringify(pack);
    expect(words.filter((word) => told.includes(word))).toEqual([]);
  });
});
