// A template of a pack beside the ledger that has its code: what it would change, in words, and what the ledger would become.
import type { LedgerColumn } from "#contract/ledger-column";
import { columnKindLabel, personalLevelLabel } from "#contract/ledger-column";
import type { Ledger, LedgerTemplate } from "#contract/ledger";
import { ledgerBasisLabel } from "#contract/ledger";
import type { DesignDifference, LedgerDesign } from "#contract/ledger-design";

const ruleNames = {
  initial: "默认值",
  format: "式样",
  choices: "选项",
  isOpenChoice: "可填选项以外",
  least: "最小",
  most: "最大",
  decimals: "小数位",
  longest: "最长字数",
  mayBeFuture: "可填将来日期",
  formula: "公式",
  fillsFrom: "带出来源",
  fillsWith: "带出内容",
  hint: "填写说明",
} as const;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is different of a column, in the words of the designer; "" for nothing. Width is a matter of taste. */
function howDifferent(mine: LedgerColumn, theirs: LedgerColumn): string {
  const said: string[] = [];
  if (mine.heading !== theirs.heading) said.push(`列名改为「${theirs.heading}」`);
  if (mine.kind !== theirs.kind) said.push(`类型改为${columnKindLabel[theirs.kind]}`);
  if (mine.isRequired !== theirs.isRequired) said.push(theirs.isRequired ? "改为必填" : "改为选填");
  if (mine.personal !== theirs.personal) said.push(`标注改为${personalLevelLabel[theirs.personal]}`);
  if (mine.part !== theirs.part) said.push("用途有变");
  const rules = (Object.keys(ruleNames) as (keyof typeof ruleNames)[]).filter(
    (name) => !isSame(mine.rules[name], theirs.rules[name]),
  );
  if (rules.length > 0) said.push(`${rules.map((name) => ruleNames[name]).join("、")}有变`);
  return said.join("，");
}

function columnDifferences(ledger: Ledger, template: LedgerTemplate): DesignDifference[] {
  const theirs = new Map(template.columns.map((column) => [column.key, column]));
  const mine = new Map(ledger.columns.map((column) => [column.key, column]));
  const found: DesignDifference[] = [];
  for (const [key, column] of theirs) {
    const own = mine.get(key);
    const how = own ? howDifferent(own, column) : columnKindLabel[column.kind];
    if (!own) found.push({ kind: "column-added", what: column.heading, how });
    else if (how !== "") found.push({ kind: "column-changed", what: own.heading, how });
  }
  for (const [key, { heading }] of mine)
    if (!theirs.has(key)) found.push({ kind: "column-absent", what: heading, how: "保留" });
  return found;
}

function wordDifferences(ledger: Ledger, template: LedgerTemplate): DesignDifference[] {
  const words: [string, unknown, unknown, string][] = [
    ["台账名称", ledger.name, template.name, `改为「${template.name}」`],
    ["处理目的", ledger.purpose, template.purpose, "文字有变"],
    ["处理依据", ledger.basis, template.basis, `改为${ledgerBasisLabel[template.basis]}`],
    ["依据条文", ledger.basisWords, template.basisWords, "文字有变"],
    ["保管期限", ledger.retention, template.retention, "期限有变"],
    ["固化周期", ledger.period, template.period, "周期有变"],
    ["另存一份含个人信息的固化表", ledger.keepsIdentified, template.keepsIdentified, "有变"],
    ["及时填写的天数", ledger.lateDays, template.lateDays, `改为 ${template.lateDays} 天`],
  ];
  return words
    .filter(([, mine, theirs]) => !isSame(mine, theirs))
    .map(([what, , , how]) => ({ kind: "words-changed", what, how }));
}

/** Every difference, words of the ledger first. */
export const compareDesign = (ledger: Ledger, template: LedgerTemplate): DesignDifference[] => [
  ...wordDifferences(ledger, template),
  ...columnDifferences(ledger, template),
];

/** What the ledger would become: the template's words and columns, the ledger's own other columns behind them. */
export function proposeDesign(ledger: Ledger | undefined, { code: _, ...template }: LedgerTemplate): LedgerDesign {
  const named = new Set(template.columns.map(({ key }) => key));
  const parts = new Set(template.columns.map(({ part }) => part));
  // A part stands in one column: the template's own has it from then on.
  const kept = (ledger?.columns ?? [])
    .filter(({ key }) => !named.has(key))
    .map((column) => (parts.has(column.part) ? { ...column, part: "" as const } : column));
  return {
    ...template,
    matterId: ledger?.matterId ?? null,
    scheduleRowId: ledger?.scheduleRowId ?? null,
    columns: [...template.columns, ...kept],
  };
}
