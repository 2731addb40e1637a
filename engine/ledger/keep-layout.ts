// How somebody likes one grid.
import type { Input, Output } from "#contract/contract";
import { ledgerLayout } from "#contract/ledger-layout";
import { getLayout, putLayout } from "#db/ledger-layout";
import type { ReadDb, WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { readLedger } from "./read-ledger.ts";

/** The layout of whoever asks, or the usual one. Refuses ledger-not-found. */
export const readLayout = (
  db: ReadDb,
  { ledgerId }: Input<"ledger.read-layout">,
  { archive }: Desk,
): Output<"ledger.read-layout"> =>
  // What an older program kept may lack something.
  ledgerLayout.catch(ledgerLayout.parse({})).parse(getLayout(db, readLedger(db, ledgerId).id, archive.person.id) ?? {});

/** Refuses ledger-not-found. */
export function keepLayout(
  db: WriteDb,
  { ledgerId, layout }: Input<"ledger.keep-layout">,
  { archive }: Desk,
): Written<Output<"ledger.keep-layout">> {
  putLayout(db, readLedger(db, ledgerId).id, archive.person.id, layout);
  return { output: layout, objectId: ledgerId, keepsUndo: true, nouns: ["ledger-layout"] };
}
