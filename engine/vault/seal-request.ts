// The words of a request that name somebody: sealed under the request's own key, so that a granted deletion takes them along.
import { z } from "zod";
import { ledgerRowId } from "#contract/ledger-row";
import { rightsRequest, type RightsRequest } from "#contract/rights-request";
import type { ReadDb } from "#db/open";
import type { RequestRecord } from "#db/rights-request";
import type { OpenArchive } from "./open-archive.ts";
import { openRecord, recordKeyOf, sealRecord } from "./seal-record.ts";

const sealedWords = z.object({
  words: rightsRequest.unwrap().shape.words.unwrap(),
  /** Rows found by name alone that a keeper says belong to the person. */
  confirmed: z.array(ledgerRowId),
});
export type RequestWords = z.infer<typeof sealedWords>;

const use = "request words";

/** Sealed under the request's key, which has to be there. */
export const sealRequest = (db: ReadDb, archive: OpenArchive, id: RightsRequest["id"], words: RequestWords): Buffer =>
  sealRecord(recordKeyOf(db, archive, id), use, words);

/** The words of a request; undefined when they went with a granted deletion. */
export function openRequest(db: ReadDb, archive: OpenArchive, { id, sealed }: RequestRecord): RequestWords | undefined {
  return sealed ? sealedWords.parse(openRecord(recordKeyOf(db, archive, id), use, sealed)) : undefined;
}
