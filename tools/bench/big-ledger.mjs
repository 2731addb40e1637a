import { archivalDate } from "#contract/archival-date";
import { assessmentQuestion } from "#contract/impact-assessment";
import { ledgerCode } from "#contract/ledger";
import { seededNumbers } from "./seeded.mjs";

/** @typedef {import("#contract/contract").Asked<"ledger.make">["template"]["columns"][number]} Column */

/**
 * 困难帮扶 as communities keep it: fifteen columns, two of them sensitive, one reckoned.
 * @type {readonly Column[]}
 */
export const bigColumns = [
  { key: "happenedOn", heading: "发生日期", kind: "date", part: "occurred", isRequired: true },
  {
    key: "kind",
    heading: "类别",
    kind: "choice",
    part: "kind",
    rules: { choices: ["就业", "就学", "就医", "社保", "证照"] },
  },
  { key: "name", heading: "姓名", kind: "text", personal: "personal" },
  { key: "phone", heading: "电话", kind: "text", personal: "personal", rules: { format: "phone" } },
  { key: "idNumber", heading: "身份证号", kind: "text", personal: "sensitive", rules: { format: "idNumber" } },
  { key: "account", heading: "银行账号", kind: "text", personal: "sensitive", rules: { format: "account" } },
  { key: "address", heading: "住址", kind: "address", personal: "personal" },
  { key: "caseNumber", heading: "编号", kind: "text", rules: { format: "digits" } },
  { key: "amount", heading: "金额", kind: "money" },
  { key: "times", heading: "次数", kind: "number", rules: { decimals: 0 } },
  { key: "sum", heading: "合计", kind: "formula", rules: { formula: "amount*times" } },
  { key: "needs", heading: "需求", kind: "tags", rules: { choices: ["助餐", "助浴", "助行"], isOpenChoice: true } },
  { key: "isDone", heading: "办结", kind: "yesNo", part: "result" },
  { key: "matter", heading: "事项", kind: "text" },
  { key: "note", heading: "备注", kind: "longText" },
];

const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
const givens = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春建国文";
const matters = ["上门走访", "代办社保", "协助转学", "陪同就医", "补办证照", "介绍工作", "发放慰问金", "调解邻里纠纷"];
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** @param {number} part @param {number} digits */
const padded = (part, digits) => String(part).padStart(digits, "0");

/** @param {string} digits seventeen of them */
const withCheckCharacter = (digits) =>
  digits + "10X98765432"[weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11];

/**
 * A row as it stands in a spreadsheet: made up, the same in every run; dates, money and digits in the shapes clerks write.
 * @param {number} number
 * @returns {Record<string, string>}
 */
export function bigRow(number) {
  const pick = seededNumbers(number * 104_729 + 7);
  /** @type {(words: string | readonly string[]) => string} */
  const one = (words) => words[pick(words.length)] ?? "";
  const [year, month, day] = [2021 + pick(4), 1 + pick(12), 1 + pick(28)];
  const dates = [
    `${year}-${padded(month, 2)}-${padded(day, 2)}`,
    `${year}.${month}.${day}`,
    `${year}年${month}月${day}日`,
  ];
  const born = `${1940 + pick(70)}${padded(1 + pick(12), 2)}${padded(1 + pick(28), 2)}`;
  const amount = 1 + pick(500_000) / 100;
  return {
    happenedOn: one(dates),
    kind: one(["就业", "就学", "就医", "社保", "证照"]),
    name: one(surnames) + one(givens) + (pick(3) === 0 ? "" : one(givens)),
    phone: `13${padded(pick(1_000_000_000), 9)}`,
    idNumber: withCheckCharacter(`530102${born}${padded(number % 1000, 3)}`),
    account: `0062${padded(number, 8)}${padded(pick(1_000_000), 6)}${1 + pick(9)}`,
    address: `幸福路${1 + pick(300)}号${1 + pick(30)}栋${101 + pick(600)}室`,
    caseNumber: padded(number, 8),
    amount: pick(2) === 0 ? amount.toLocaleString("en") : amount.toFixed(2),
    times: String(1 + pick(12)),
    needs: pick(4) === 0 ? "" : one(["助餐", "助浴，助行", "助行、助餐"]),
    isDone: one(["是", "否", "√"]),
    matter: `${one(matters)}${pick(1000)}`,
    note: pick(5) === 0 ? "家中有老人，需继续关注，下月回访。" : "",
  };
}

/**
 * Makes, assesses and opens the ledger as the window does it.
 * @param {import("./engine-door.mjs").EngineDoor} door
 */
export async function openBigLedger(door) {
  const [fonds] = await door.ask("fonds.list", {});
  if (!fonds) throw new Error("a new archive has its first fonds");
  const words = { purpose: "办理困难帮扶", basis: /** @type {const} */ ("duty"), basisWords: "《社会救助暂行办法》" };
  const { id } = await door.ask("ledger.make", {
    fondsId: fonds.id,
    origin: "own",
    template: { code: ledgerCode.parse("aid"), name: "困难帮扶", ...words, columns: [...bigColumns] },
  });
  await door.ask("impact-assessment.keep", {
    ...{ ledgerId: id, assessedOn: archivalDate.parse("2024-01-05"), assessorPost: "档案员", conclusion: "may-open" },
    answers: /** @type {never} */ (
      Object.fromEntries(assessmentQuestion.options.map((question) => [question, "已核对，符合要求"]))
    ),
  });
  const { revision } = await door.ask("ledger.read", { id });
  await door.ask("ledger.open", { id, revision });
  return id;
}
