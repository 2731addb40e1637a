// The words of a page sealed apart from their places and confidences: a search opens hundreds of pages in a row.
import { createHmac, createSecretKey } from "node:crypto";
import type { PageReading } from "#contract/reading";
import type { PageId } from "#contract/scan";
import { openBytes, sealBytes } from "./page-key.ts";

/** The second step of HKDF alone: the key it begins with is evenly random already (RFC 5869, 3.3). One step less for each page. */
const wordsKeyOf = (key: Buffer, pageId: PageId): Buffer =>
  createHmac("sha256", createSecretKey(key)).update(`lindang words 1 ${pageId}\u0001`).digest();

/** Lines as they are sealed and searched: line ends between them. */
export const wordsOf = ({ lines }: PageReading): string => lines.map((line) => line.text).join("\n");

/** Sealed under the key of the page; UTF-16, as strings lie in memory, so that opening decodes nothing. */
export const sealWords = (key: Buffer, pageId: PageId, reading: PageReading): Buffer =>
  sealBytes(wordsKeyOf(key, pageId), Buffer.from(wordsOf(reading), "utf16le"));

/** Throws when they were sealed for another page, or are not what was sealed. */
export const openWords = (key: Buffer, pageId: PageId, sealed: Buffer): string =>
  openBytes(wordsKeyOf(key, pageId), sealed).toString("utf16le");
