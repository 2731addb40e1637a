// A template of a pack has keys of its own; a column that bears the heading of one the ledger has is that column.
import type { ColumnKey } from "#contract/ledger-column";
import type { Ledger, LedgerTemplate } from "#contract/ledger";

const plain = (heading: string): string => heading.normalize("NFKC").replace(/\s/g, "");

/** The template with the ledger's own keys where headings agree, in formulas and in what is carried over too. */
export function alignKeys(ledger: Ledger, template: LedgerTemplate): LedgerTemplate {
  const theirs = new Set(template.columns.map(({ key }) => key));
  const own = new Map(
    ledger.columns.filter(({ key }) => !theirs.has(key)).map(({ key, heading }) => [plain(heading), key]),
  );
  const known = new Set(ledger.columns.map(({ key }) => key));
  const renamed = new Map<string, ColumnKey>();
  for (const { key, heading } of template.columns) {
    const mine = own.get(plain(heading));
    if (mine && !known.has(key)) renamed.set(key, mine);
  }
  if (renamed.size === 0) return template;
  const aligned = (key: ColumnKey): ColumnKey => renamed.get(key) ?? key;
  // Words between quotation marks are no keys.
  const alignFormula = (formula: string): string =>
    formula
      .split(/("[^"]*"|'[^']*')/)
      .map((piece, at) =>
        at % 2 === 1 ? piece : piece.replace(/[a-z][A-Za-z0-9]*/g, (word) => renamed.get(word) ?? word),
      )
      .join("");
  return {
    ...template,
    columns: template.columns.map((column) => ({
      ...column,
      key: aligned(column.key),
      rules: {
        ...column.rules,
        formula: alignFormula(column.rules.formula),
        fillsFrom: column.rules.fillsFrom && aligned(column.rules.fillsFrom),
      },
    })),
  };
}
