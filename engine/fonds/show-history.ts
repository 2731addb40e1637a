// 全宗沿革 for the screen; what it says is read where the printed one reads it too.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { getFonds } from "#db/fonds";
import { readFondsHistory } from "#db/fonds-history";
import type { ReadDb } from "#db/open";

/** Refuses fonds-not-found. Rows by effective day; counts come from the kept tally. */
export function showHistory(db: ReadDb, { fondsId }: Input<"fonds.history">): Output<"fonds.history"> {
  const fonds = getFonds(db, fondsId);
  if (!fonds) throw new Refusal("fonds-not-found");
  return readFondsHistory(db, fonds);
}
