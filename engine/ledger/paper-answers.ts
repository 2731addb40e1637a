// Rows meet papers: the answers about attachments.
import type { Reads, Writes } from "#engine/handler";
import { attachPapers, detachPapers } from "./attach-papers.ts";
import { listAttachments, showRowsOfItem, showTray } from "./list-attachments.ts";

export const ledgerPaperReads = {
  "ledger.attachments": listAttachments,
  "ledger.rows-of-item": showRowsOfItem,
  "ledger.tray": showTray,
} satisfies Partial<Reads>;

export const ledgerPaperWrites = {
  "ledger.attach": attachPapers,
  "ledger.detach": detachPapers,
} satisfies Partial<Writes>;

/** Calls that may lead back (engine/undo). */
export const ledgerPaperWaysBack = { "ledger.attach": attachPapers, "ledger.detach": detachPapers };
