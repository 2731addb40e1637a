// Whether the rules of a column fit its kind: choices where something is chosen, limits that leave room, a default that would be taken.
import type { LedgerColumn } from "#contract/ledger-column";
import { parseClerkDate } from "#contract/archival-date";
import { isAtLeast, leastNearnessOf } from "#contract/nearness";
import { readDecimal } from "./decimal.ts";

const hasChoices = (column: LedgerColumn): boolean => column.kind === "choice" || column.kind === "tags";
const takesAmount = (column: LedgerColumn): boolean => column.kind === "number" || column.kind === "money";
/** Kinds that have no default: what they name is chosen row by row. */
const withoutInitial = new Set(["person", "household", "attachment", "item", "formula"]);

/** Whether the default of a new row would be taken by the column itself. */
function isInitialFit(column: LedgerColumn): boolean {
  const { initial, choices, isOpenChoice } = column.rules;
  if (initial === "" || initial === "=last") return initial === "" || !withoutInitial.has(column.kind);
  if (withoutInitial.has(column.kind)) return false;
  if (column.kind === "date") return initial === "=today" || (parseClerkDate(initial) ?? "") !== "";
  if (column.kind === "yesNo") return initial === "是" || initial === "否";
  if (takesAmount(column)) return readDecimal(initial) !== undefined;
  if (column.kind === "choice") return isOpenChoice || choices.includes(initial);
  if (column.kind === "tags") return isOpenChoice || initial.split("、").every((each) => choices.includes(each));
  return !initial.startsWith("=");
}

const partFits: Record<LedgerColumn["part"], (kind: LedgerColumn["kind"]) => boolean> = {
  "": () => true,
  occurred: (kind) => kind === "date",
  kind: (kind) => kind === "choice" || kind === "text",
  result: (kind) => kind === "choice" || kind === "text" || kind === "yesNo",
  grid: (kind) => kind === "grid" || kind === "choice" || kind === "text",
  target: (kind) => kind === "choice" || kind === "text",
  subject: (kind) => kind === "text" || kind === "longText" || kind === "item",
};

/**
 * What does not fit, in a word of the rules form, or undefined. `columns` are all columns of the ledger: a value carried over
 * from a resident needs the column the resident is picked in.
 */
export function findWrongRule(column: LedgerColumn, columns: readonly LedgerColumn[]): string | undefined {
  const { rules } = column;
  if (!partFits[column.part](column.kind)) return "用途";
  // Periods, statistics and filters run over these parts: what is sensitive stands in none of them (P7, P8).
  if (column.part !== "" && column.personal === "sensitive") return "用途";
  if (hasChoices(column) ? rules.choices.length === 0 && !rules.isOpenChoice : rules.choices.length > 0) return "选项";
  if (new Set(rules.choices).size < rules.choices.length || rules.choices.some((each) => each.includes("、")))
    return "选项";
  if (rules.least !== null && rules.most !== null && rules.least > rules.most) return "上下限";
  if (!takesAmount(column) && (rules.least !== null || rules.most !== null)) return "上下限";
  if (!isInitialFit(column)) return "默认值";
  if (rules.format !== "plain" && column.kind !== "text") return "式样";
  // Numbers of papers and accounts are sealed; a phone is personal at least (P7).
  if ((rules.format === "idNumber" || rules.format === "account") && column.personal !== "sensitive")
    return "个人信息标注";
  if (rules.format === "phone" && column.personal === "none") return "个人信息标注";
  if (!isAtLeast(column.personal, leastNearnessOf(column, columns))) return "个人信息标注";
  // Links, places of papers and what is reckoned anew are no text that could be sealed.
  if (["attachment", "item", "formula"].includes(column.kind) && column.personal === "sensitive") return "个人信息标注";
  if ((column.kind === "formula") !== (rules.formula.trim() !== "")) return "公式";
  const source = columns.find(({ key }) => key === rules.fillsFrom);
  if (rules.fillsFrom !== null && source?.kind !== "person" && source?.kind !== "household") return "带出来源";
  if ((rules.fillsFrom === null) !== (rules.fillsWith === "")) return "带出来源";
  if (rules.fillsWith === "idNumber" && column.personal !== "sensitive") return "个人信息标注";
  return rules.fillsWith !== "" && rules.fillsWith !== "grid" && column.personal === "none"
    ? "个人信息标注"
    : undefined;
}
