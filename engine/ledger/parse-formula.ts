// A formula column's expression as a tree of few kinds. jsep reads it; whatever is not on the list below is refused, and
// nothing of it is ever run as code.
import jsep from "jsep";
import { columnKey, type ColumnKey } from "#contract/ledger-column";

/** Functions as WPS and Excel name them. */
export const formulaFunctions = ["SUM", "DAYS", "IF", "ROUND"] as const;
export type FormulaFunction = (typeof formulaFunctions)[number];
export const formulaOperators = ["+", "-", "*", "/", "&", "=", "<>", "<", "<=", ">", ">="] as const;
export type FormulaOperator = (typeof formulaOperators)[number];

export type Formula =
  | { readonly kind: "number"; readonly digits: string }
  | { readonly kind: "text"; readonly words: string }
  | { readonly kind: "column"; readonly key: ColumnKey }
  | { readonly kind: "negative"; readonly of: Formula }
  | { readonly kind: "operation"; readonly operator: FormulaOperator; readonly left: Formula; readonly right: Formula }
  | { readonly kind: "call"; readonly name: FormulaFunction; readonly of: readonly Formula[] };

// Only the signs of a spreadsheet are read: "=" compares, "&" joins, no "?:", no "&&".
jsep.removeAllUnaryOps();
jsep.removeAllBinaryOps();
jsep.removeAllLiterals();
jsep.addUnaryOp("-");
const binding = [["=", "<>", "<", "<=", ">", ">="], ["&"], ["+", "-"], ["*", "/"]];
for (const [strength, operators] of binding.entries())
  for (const operator of operators) jsep.addBinaryOp(operator, strength + 1);

/** Full width first, what is meant second. */
const fullWidth = new Map(
  "（( ）) ，, ； ＋+ －- ×* ＊* ÷/ ／/ ＝= ＜< ＞> ＆&".split(" ").map(([wide = "", plain = ","]) => [wide, plain]),
);

/** Signs typed in full width become plain ones, but for what stands between quotation marks. */
const plainSigns = (typed: string): string =>
  typed
    .replaceAll(/[“”]/g, '"')
    .split(/("[^"]*"|'[^']*')/)
    .map((piece, at) => (at % 2 === 1 ? piece : [...piece].map((sign) => fullWidth.get(sign) ?? sign).join("")))
    .join("")
    .replace(/^\s*=/, "");

const isOneOf = <T extends string>(list: readonly T[], word: string): word is T =>
  (list as readonly string[]).includes(word);

/** One node of jsep's tree, or undefined when it is not on the list. */
function known(node: jsep.Expression): Formula | undefined {
  const expression = node as jsep.CoreExpression;
  switch (expression.type) {
    case "Literal":
      if (typeof expression.value === "string") return { kind: "text", words: expression.value };
      return /^\d{1,15}(?:\.\d{1,6})?$/.test(expression.raw) ? { kind: "number", digits: expression.raw } : undefined;
    case "Identifier": {
      const key = columnKey.safeParse(expression.name);
      return key.success ? { kind: "column", key: key.data } : undefined;
    }
    case "UnaryExpression": {
      const of = expression.operator === "-" ? known(expression.argument) : undefined;
      return of && { kind: "negative", of };
    }
    case "BinaryExpression": {
      const [left, right] = [known(expression.left), known(expression.right)];
      const { operator } = expression;
      return left && right && isOneOf(formulaOperators, operator)
        ? { kind: "operation", operator, left, right }
        : undefined;
    }
    case "CallExpression": {
      const { name: called } = expression.callee;
      const name = expression.callee.type === "Identifier" && typeof called === "string" ? called.toUpperCase() : "";
      const of = expression.arguments.map(known).filter((each) => each !== undefined);
      const isWhole = of.length === expression.arguments.length && of.length > 0;
      return isWhole && isOneOf(formulaFunctions, name) ? { kind: "call", name, of } : undefined;
    }
    default:
      return undefined;
  }
}

/** The tree of a formula (at most 500 characters), or undefined when it cannot be read or holds something else. */
export function parseFormula(formula: string): Formula | undefined {
  try {
    return known(jsep(plainSigns(formula)));
  } catch {
    // jsep throws for what it cannot read; where is of no use to the clerk, the column is named.
    return undefined;
  }
}

/** Keys of the columns a formula reads. */
export function columnsOf(formula: Formula): ColumnKey[] {
  switch (formula.kind) {
    case "number":
    case "text":
      return [];
    case "column":
      return [formula.key];
    case "negative":
      return columnsOf(formula.of);
    case "operation":
      return [...columnsOf(formula.left), ...columnsOf(formula.right)];
    case "call":
      return formula.of.flatMap(columnsOf);
  }
}

/** Words that stand between quotation marks in a formula. */
export function wordsOf(formula: Formula): string[] {
  switch (formula.kind) {
    case "number":
    case "column":
      return [];
    case "text":
      return [formula.words];
    case "negative":
      return wordsOf(formula.of);
    case "operation":
      return [...wordsOf(formula.left), ...wordsOf(formula.right)];
    case "call":
      return formula.of.flatMap(wordsOf);
  }
}
