// What reading one cell gives: a canonical value, and what was found about it.
import { cellFindingCode, type CellFindingCode } from "#contract/ledger-write";

/** Nothing is kept of a value with an error: `value` is "" then. */
export type CellReading = { readonly value: string; readonly codes: readonly CellFindingCode[] };

/** Said beside a value that is kept all the same. */
const onlySaid: ReadonlySet<CellFindingCode> = new Set([
  "id-old",
  "digits-doubtful",
  "phone-odd",
  "cell-computed",
  "refused-words",
  "id-in-plain",
] satisfies CellFindingCode[]);

/** Codes that keep a row from being written. */
export const cellErrors: ReadonlySet<CellFindingCode> = new Set(
  cellFindingCode.options.filter((code) => !onlySaid.has(code)),
);

const nothing: CellReading["codes"] = [];

/** A value that is kept, with what is said beside it. */
export const kept = (value: string, said?: CellFindingCode): CellReading => ({
  value,
  codes: said === undefined ? nothing : [said],
});
/** A value that is not. */
export const refused = (code: CellFindingCode): CellReading => ({ value: "", codes: [code] });
