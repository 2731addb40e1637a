// Our own walker of a formula's tree: canonical text in, canonical text out. What is not there gives nothing, never a nought.
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import type { RowCells } from "#contract/ledger-row";
import { add, compare, type Decimal, divide, multiply, negate, readDecimal, rounded, writeDecimal } from "./decimal.ts";
import { columnsOf, type Formula, type FormulaOperator, parseFormula } from "./parse-formula.ts";

type Value = Decimal | string | boolean | undefined;
type Cells = Readonly<Record<string, string | undefined>>;

const isNumber = (value: Value): value is Decimal => typeof value === "object";
const dayMs = 86_400_000;
/** A whole day as a count of days, or undefined: of a month or a year no days are counted. */
const dayOf = (value: Value): number | undefined =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) / dayMs : undefined;

/** A value as the words it is joined with. */
const wordsOfValue = (value: Value): string => {
  if (value === undefined || typeof value === "boolean") return value === undefined ? "" : value ? "是" : "否";
  return isNumber(value)
    ? writeDecimal(value, value.scale)
        .replace(/(\.\d*?)0+$/, "$1")
        .replace(/\.$/, "")
    : value;
};

function order(left: Value, right: Value): number | undefined {
  if (isNumber(left) && isNumber(right)) return compare(left, right);
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : left > right ? 1 : 0;
  return undefined;
}

const holds: Partial<Record<FormulaOperator, (sign: number) => boolean>> = {
  "=": (sign) => sign === 0,
  "<>": (sign) => sign !== 0,
  "<": (sign) => sign < 0,
  "<=": (sign) => sign <= 0,
  ">": (sign) => sign > 0,
  ">=": (sign) => sign >= 0,
};
const reckon: Partial<Record<FormulaOperator, (left: Decimal, right: Decimal) => Decimal | undefined>> = {
  "+": add,
  "-": (left, right) => add(left, negate(right)),
  "*": multiply,
  "/": divide,
};

function operate(operator: FormulaOperator, left: Value, right: Value): Value {
  if (operator === "&") return wordsOfValue(left) + wordsOfValue(right);
  const test = holds[operator];
  if (test) {
    const sign = order(left, right);
    return sign === undefined ? undefined : test(sign);
  }
  return isNumber(left) && isNumber(right) ? reckon[operator]?.(left, right) : undefined;
}

function walk(formula: Formula, valueOf: (key: ColumnKey) => Value): Value {
  const of = (each: Formula | undefined): Value => each && walk(each, valueOf);
  switch (formula.kind) {
    case "number":
      return readDecimal(formula.digits);
    case "text":
      return formula.words;
    case "column":
      return valueOf(formula.key);
    case "negative": {
      const value = of(formula.of);
      return isNumber(value) ? negate(value) : undefined;
    }
    case "operation":
      return operate(formula.operator, of(formula.left), of(formula.right));
    case "call":
      break;
  }
  const [first, second, third] = formula.of;
  switch (formula.name) {
    case "SUM": {
      const numbers = formula.of.map(of).filter(isNumber);
      return numbers.length === 0 ? undefined : numbers.reduce(add);
    }
    case "ROUND": {
      const [value, places] = [of(first), of(second)];
      return isNumber(value) ? rounded(value, isNumber(places) ? Number(writeDecimal(places, 0)) : 0) : undefined;
    }
    case "DAYS": {
      const [end, start] = [dayOf(of(first)), dayOf(of(second))];
      return end === undefined || start === undefined ? undefined : { units: BigInt(end - start), scale: 0 };
    }
    case "IF": {
      const test = of(first);
      return typeof test === "boolean" ? of(test ? second : third) : undefined;
    }
  }
}

/** What a column's text is to a formula; a number that is none is nothing. */
function valueOfCell(column: LedgerColumn, text: string): Value {
  if (text === "") return undefined;
  // A formula may come out as either.
  if (column.kind === "formula") return readDecimal(text) ?? text;
  return column.kind === "number" || column.kind === "money" ? readDecimal(text) : text;
}

/**
 * The canonical text of one formula over the cells of a row, whose formula columns are filled already; numbers are rounded
 * to the column's places. "" where a cell it needs is empty, is no number, or nothing would be divided by nothing.
 */
export const evaluateFormula = (column: LedgerColumn, columns: readonly LedgerColumn[], cells: Cells): string =>
  reckonFormula(parseFormula(column.rules.formula), column, columns, cells);

function reckonFormula(
  formula: Formula | undefined,
  column: LedgerColumn,
  columns: readonly LedgerColumn[],
  cells: Cells,
): string {
  if (!formula) return "";
  const value = walk(formula, (key) => {
    const source = columns.find((each) => each.key === key);
    return source && valueOfCell(source, cells[key] ?? "");
  });
  const text = isNumber(value) ? writeDecimal(value, column.rules.decimals) : wordsOfValue(value);
  return text.slice(0, 4000);
}

type Reckoned = { readonly column: LedgerColumn; readonly formula: Formula | undefined };
/** Formulas read once for the columns of a ledger: a table has ten thousand rows of them. */
const read = new WeakMap<readonly LedgerColumn[], readonly Reckoned[]>();

function reckonedOf(columns: readonly LedgerColumn[]): readonly Reckoned[] {
  let known = read.get(columns);
  if (!known) {
    known = inOrderOfNeed(columns).map((column) => ({ column, formula: parseFormula(column.rules.formula) }));
    read.set(columns, known);
  }
  return known;
}

/** The cells of a row with every formula column reckoned anew, one after the other as they need each other. */
export function evaluateFormulas(columns: readonly LedgerColumn[], cells: RowCells): RowCells {
  const filled: Record<string, string> = { ...cells };
  for (const { column, formula } of reckonedOf(columns)) {
    const text = reckonFormula(formula, column, columns, filled);
    if (text === "") delete filled[column.key];
    else filled[column.key] = text;
  }
  return filled;
}

/** Formula columns, each behind those it reads; those of a circle are left out. */
export function inOrderOfNeed(columns: readonly LedgerColumn[]): LedgerColumn[] {
  const waiting = new Map(columns.filter(({ kind }) => kind === "formula").map((column) => [column.key, column]));
  const ordered: LedgerColumn[] = [];
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const [key, column] of waiting) {
      const formula = parseFormula(column.rules.formula);
      if (formula && columnsOf(formula).some((needed) => waiting.has(needed))) continue;
      waiting.delete(key);
      ordered.push(column);
      isMoving = true;
    }
  }
  return ordered;
}
