// 台账: the answers of this room.
import { listLedgers } from "#db/ledger";
import type { Reads, Writes } from "#engine/handler";
import { readLedger } from "./read-ledger.ts";
import { revealOfRow } from "./reveal-cell.ts";

export const ledgerReads = {
  "ledger.list": (db, { fondsId }) => listLedgers(db, fondsId),
  "ledger.read": (db, { id }) => readLedger(db, id),
} satisfies Partial<Reads>;

export const ledgerWrites = { "ledger.reveal": revealOfRow } satisfies Partial<Writes>;
