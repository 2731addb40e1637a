// DOCX, XLSX and OFD: ZIPs of XML parts. Read through, never opened; a few words of their properties are kept.
import type { RefusalCode } from "#contract/refusal";
import { type DescribedFile, shortLine } from "./described.ts";
import { forbidDoctype } from "./find-doctype.ts";
import { inspectZip } from "./inspect-zip.ts";
import { Refused, type Beat } from "./serve-questions.ts";

type ZippedFormat = "docx" | "xlsx" | "ofd";

const mainPart: Record<ZippedFormat, RegExp> = {
  docx: /^word\/document\d*\.xml$/i,
  xlsx: /^xl\/workbook\d*\.(xml|bin)$/i,
  ofd: /^OFD\.xml$/,
};
const keptSize = 65_536;
/** What the ZIP reader says of a file that is no ZIP any more, in words of a document. */
const asDocument: Partial<Record<RefusalCode, RefusalCode>> = {
  "zip-damaged": "document-damaged",
  "zip-empty": "document-damaged",
  "zip-encrypted": "document-password",
};

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (words: string): string =>
  shortLine(
    words.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? ""),
  );
const between = (text: string, name: string): string =>
  plain(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]{0,400})<`).exec(text)?.[1] ?? "");

function propertiesOf(
  format: ZippedFormat,
  kept: ReadonlyMap<string, string>,
): Pick<DescribedFile, "formatVersion" | "madeWith"> {
  if (format === "ofd") {
    const head = kept.get("main") ?? "";
    const version = /<(?:\w+:)?OFD\b[^>]*?\bVersion="([^"<]{1,20})"/.exec(head)?.[1] ?? "";
    const creator = [between(head, "Creator"), between(head, "CreatorVersion")].filter(Boolean).join(" ");
    return { formatVersion: shortLine(`GB/T 33190 ${version}`), madeWith: creator };
  }
  const app = kept.get("app") ?? "";
  const isStrict = (kept.get("main") ?? "").includes("purl.oclc.org/ooxml");
  const madeWith = [between(app, "Application"), between(app, "AppVersion")].filter(Boolean).join(" ");
  return { formatVersion: isStrict ? "OOXML Strict" : "OOXML", madeWith };
}

/**
 * Refuses document-damaged (no ZIP any more, main part missing), document-password, table-doctype (a DTD in an XML
 * part), and what inspect-zip.ts refuses besides.
 */
export async function describeOfficeZip(bytes: Buffer, format: ZippedFormat, beat: Beat): Promise<DescribedFile> {
  const kept = new Map<string, string>();
  const forbid = forbidDoctype();
  const keep = (key: string, piece: Buffer): void => {
    const before = kept.get(key) ?? "";
    if (before.length < keptSize) kept.set(key, before + piece.toString("utf8", 0, keptSize));
  };
  const look = (name: string, piece: Buffer): void => {
    forbid(name, piece);
    if (/^docProps\/app\.xml$/i.test(name)) keep("app", piece);
    else if (mainPart[format].test(name)) keep("main", piece);
  };
  const parts = await inspectZip(bytes, { look, beat }).catch((error: unknown) => {
    const code = error instanceof Refused ? asDocument[error.code] : undefined;
    throw code === undefined ? error : new Refused(code);
  });
  if (!parts.some(({ name }) => mainPart[format].test(name))) throw new Refused("document-damaged");
  const hasMacro = parts.some(({ name }) => /(^|\/)vbaProject\.bin$/i.test(name));
  return {
    kind: "described",
    ...propertiesOf(format, kept),
    warnings: hasMacro ? ["document-macro"] : [],
    recording: null,
  };
}
