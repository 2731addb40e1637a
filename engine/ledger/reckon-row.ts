// Formula columns of a row reckoned anew, those that are sensitive among the sensitive values.
import type { LedgerColumn } from "#contract/ledger-column";
import type { RowCells } from "#contract/ledger-row";
import { evaluateFormulas } from "./evaluate-formula.ts";
import type { RowState } from "./row-state.ts";

type Values = Pick<RowState, "cells" | "secrets">;

/** What is not sensitive is reckoned of nothing that is (personal-data P7). */
export function reckonRow(columns: readonly LedgerColumn[], { cells, secrets }: Values): Values {
  const isSealed = ({ personal }: LedgerColumn): boolean => personal === "sensitive";
  const inClear = evaluateFormulas(
    columns.filter((column) => !isSealed(column)),
    cells,
  );
  const sealedFormulas = columns.filter((column) => isSealed(column) && column.kind === "formula");
  if (sealedFormulas.length === 0) return { cells: inClear, secrets };
  const all = evaluateFormulas(columns, { ...inClear, ...secrets });
  const sealed: Record<string, string> = { ...secrets };
  for (const { key } of sealedFormulas) {
    const value = all[key];
    if (value === undefined) delete sealed[key];
    else sealed[key] = value;
  }
  return { cells: inClear, secrets: sealed as RowCells };
}
