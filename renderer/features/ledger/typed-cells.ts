// What was typed and is not kept yet: on its way, refused, or of a new row that is not whole. Never lost without a word.
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerId } from "#contract/ledger";
import { onEngineEvent } from "#bridge/engine-events";
import { makeStore } from "#bridge/store";

export type TypedCell = {
  readonly text: string;
  /** Resident, household or item that was picked. */
  readonly link: string | undefined;
  readonly state: "writing" | "refused" | "waiting";
  /** Why it was refused. */
  readonly problem: string;
};

/** Number of the row that is not there yet. */
export const newRow = 0;

type TypedKey = `${LedgerId}/${number}/${ColumnKey}`;
const keyOf = (ledgerId: LedgerId, seq: number, column: ColumnKey): TypedKey => `${ledgerId}/${seq}/${column}`;

/** Outlives the page, not the open archive. */
export const typedCells = makeStore<ReadonlyMap<TypedKey, TypedCell>>(new Map());

export const typedAt = (ledgerId: LedgerId, seq: number, column: ColumnKey): TypedCell | undefined =>
  typedCells.get().get(keyOf(ledgerId, seq, column));

/** Keeps what was typed into cells of a row; undefined lets go of it. */
export function keepTyped(
  ledgerId: LedgerId,
  seq: number,
  cells: Readonly<Partial<Record<ColumnKey, TypedCell | undefined>>>,
): void {
  typedCells.set((now) => {
    const next = new Map(now);
    for (const [column, cell] of Object.entries(cells) as [ColumnKey, TypedCell | undefined][]) {
      if (cell) next.set(keyOf(ledgerId, seq, column), cell);
      else next.delete(keyOf(ledgerId, seq, column));
    }
    return next;
  });
}

/** Everything typed into one row, by column. */
export function typedOfRow(ledgerId: LedgerId, seq: number): ReadonlyMap<ColumnKey, TypedCell> {
  const begin = `${ledgerId}/${seq}/`;
  return new Map(
    [...typedCells.get()].flatMap(([key, cell]) =>
      key.startsWith(begin) ? [[key.slice(begin.length) as ColumnKey, cell] as const] : [],
    ),
  );
}

let isHearing = false;

/** From now on everything is forgotten when the archive is locked, whichever page is open then. */
export function forgetWhenLocked(): void {
  if (isHearing) return;
  isHearing = true;
  onEngineEvent(({ kind }) => {
    if (kind === "locked" || kind === "engine-restarted") typedCells.set(new Map());
  });
}
