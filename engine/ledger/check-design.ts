// A ledger's design before it is kept, whatever door it comes through: clerk, shipped template, pack.
import type { FondsId, MatterId } from "#contract/fonds";
import type { LedgerColumn } from "#contract/ledger-column";
import type { LedgerTemplate } from "#contract/ledger";
import type { ScheduleRowId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import { getFonds, getMatter } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { getRow } from "#db/schedule";
import { refuseFormulas } from "./check-formulas.ts";
import { findWrongRule } from "./check-rules.ts";
import { refuseFields } from "./refuse-fields.ts";

type Design = Omit<LedgerTemplate, "code"> & { readonly code?: string };
type Place = {
  readonly fondsId: FondsId;
  readonly matterId: MatterId | null;
  readonly scheduleRowId: ScheduleRowId | null;
};

const plain = (heading: string): string => heading.normalize("NFKC").replace(/\s/g, "");

/** Refuses ledger-column-twice: a heading, a key or a part that an earlier column has. */
function refuseTwice(columns: readonly LedgerColumn[]): void {
  const seen = new Set<string>();
  for (const [at, { key, heading, part }] of columns.entries()) {
    const marks = [`key ${key}`, `heading ${plain(heading)}`, ...(part === "" ? [] : [`part ${part}`])];
    if (marks.some((mark) => seen.has(mark))) throw new Refusal("ledger-column-twice", { position: at + 1 });
    for (const mark of marks) seen.add(mark);
  }
}

/** Whether purpose and basis are said, and fit what the columns hold of persons (P1; PIPL 13, 17). */
export function isBasisSaid({ purpose, basis, basisWords, columns }: Design): boolean {
  const isPersonal = columns.some(({ personal }) => personal !== "none");
  if (basis === "none") return !isPersonal && purpose !== "";
  return purpose !== "" && basisWords !== "";
}

/** Refuses whatever a design may not be: refused fields first, then rules and formulas. */
export function refuseDesign(design: Design): void {
  refuseFields(design);
  refuseTwice(design.columns);
  for (const [at, column] of design.columns.entries()) {
    const rule = findWrongRule(column, design.columns);
    if (rule) throw new Refusal("ledger-rule-wrong", { position: at + 1, rule });
  }
  refuseFormulas(design.columns);
}

/** Refuses fonds-not-found, fonds-closed, matter-not-found, schedule-row-not-found. */
export function refusePlace(db: ReadDb, { fondsId, matterId, scheduleRowId }: Place): void {
  const fonds = getFonds(db, fondsId);
  if (!fonds) throw new Refusal("fonds-not-found");
  if (fonds.closedOn !== "") throw new Refusal("fonds-closed", { name: fonds.name, date: fonds.closedOn });
  if (matterId !== null && getMatter(db, matterId)?.fondsId !== fondsId) throw new Refusal("matter-not-found");
  if (scheduleRowId !== null && !getRow(db, scheduleRowId)) throw new Refusal("schedule-row-not-found");
}
