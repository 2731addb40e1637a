// The helper's side: OFD.xml and the document it names are read as text, a few words of them are kept (GB/T 33190-2016, 7.4).
import { shortLine } from "./described.ts";
import { forbidDoctype } from "./find-doctype.ts";
import { inspectZip } from "./inspect-zip.ts";
import type { OfdFacts } from "./ofd-facts.ts";
import { Refused, type Beat } from "./serve-questions.ts";

/** Bytes of one part that are looked at; a list of 5,000 pages takes half a megabyte. */
const keptSize = 2 * 1024 * 1024;

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (words: string): string =>
  shortLine(words.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? ""));
const between = (xml: string, name: string): string =>
  plain(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]{0,400})<`).exec(xml)?.[1] ?? "");

/** Refuses document-damaged (no ZIP any more, no OFD.xml), table-doctype, and what inspect-zip.ts refuses besides. */
export async function readOfdFacts(bytes: Buffer, beat: Beat): Promise<OfdFacts> {
  const kept = new Map<string, Buffer[]>();
  const forbid = forbidDoctype();
  const look = (name: string, piece: Buffer): void => {
    forbid(name, piece);
    if (!/(^|\/)(OFD|Document)\.xml$/i.test(name)) return;
    const before = kept.get(name) ?? [];
    if (before.reduce((sum, each) => sum + each.length, 0) < keptSize) before.push(Buffer.from(piece));
    kept.set(name, before);
  };
  const parts = await inspectZip(bytes, { look, beat });
  const textOf = (name: string): string | undefined => {
    const pieces = kept.get(name);
    return pieces && Buffer.concat(pieces).toString("utf8");
  };
  const entry = textOf("OFD.xml");
  if (entry === undefined) throw new Refused("document-damaged");
  const root = between(entry, "DocRoot").replace(/^\//, "");
  const document = textOf(root);
  return {
    kind: "ofd-facts",
    docId: between(entry, "DocID"),
    title: between(entry, "Title"),
    author: between(entry, "Author"),
    createdOn: between(entry, "CreationDate").slice(0, 30),
    pageCount: document === undefined ? null : (document.match(/<(?:\w+:)?Page\s/g)?.length ?? 0),
    isSigned: parts.some(({ name }) => /(^|\/)Signatures?\.xml$/i.test(name)),
  };
}
