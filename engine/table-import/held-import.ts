// What the clerk has just looked at, held in memory until she writes it down, so that a table is not read and judged twice for one
// import. Refused columns are gone from it already (personal-data P2); nothing of it is on any disk.
import type { OpenArchive } from "#engine/vault/open-archive";
import type { PreparedLedgerImport } from "./prepared-ledger-import.ts";

const heldMs = 10 * 60_000;
/** A longer table is read again: the engine's memory is for the archive. */
const mostRows = 20_000;

type Held = { readonly grounds: string; readonly prepared: PreparedLedgerImport };
/** By the open archive, so that it goes when the archive is locked. */
const heldBy = new WeakMap<OpenArchive, Held>();

/** Holds the newest reading in place of any earlier one, for ten minutes at most. */
export function holdImport(archive: OpenArchive, grounds: string, prepared: PreparedLedgerImport): void {
  heldBy.delete(archive);
  if (prepared.rows.length > mostRows) return;
  const held: Held = { grounds, prepared };
  heldBy.set(archive, held);
  // The clock holds neither the archive nor what was read.
  const [where, what] = [new WeakRef(archive), new WeakRef(held)];
  setTimeout(() => {
    const open = where.deref();
    if (open && heldBy.get(open) === what.deref()) heldBy.delete(open);
  }, heldMs).unref();
}

/** Holds nothing any more: what is read now takes its place, and two readings would need the memory of both. */
export const dropImport = (archive: OpenArchive): void => void heldBy.delete(archive);

/** Gives what is held away, if it rests on these grounds; either way it is held no more. */
export function takeImport(archive: OpenArchive, grounds: string): PreparedLedgerImport | undefined {
  const held = heldBy.get(archive);
  heldBy.delete(archive);
  return held?.grounds === grounds ? held.prepared : undefined;
}
