// Web pages and mail: nothing is laid out, fetched or opened. What would run elsewhere is only noted.
import { type DescribedFile, type DescribeWarning, shortLine } from "./described.ts";

const runs = /<script|<iframe|<object|<embed|<applet|javascript:|\son(?:load|click|error|mouseover)\s*=/i;
// Names of attachments that start something by a double click.
const startsSomething =
  /(?:file)?name\*?=(?:"[^"\r\n]*|[^\s;"]*)\.(lnk|bat|url|hta|exe|jse?|vb[se]|ps1|cmd|scr|com|pif|msi|ws[fh]|reg|jar|cpl|apk|dll)"?\s*(;|$)/im;

/** The header lines of a mail, folded ones joined. */
function headersOf(text: string): string {
  return (text.split(/\r?\n\r?\n/, 1)[0] ?? "").replace(/\r?\n[ \t]+/g, " ");
}
const headerOf = (headers: string, name: string): string =>
  shortLine(new RegExp(`^${name}:[ \\t]*(.*)$`, "im").exec(headers)?.[1] ?? "");

/** A web page: generator and version as it says, whether it carries scripts. */
export function describeHtml(bytes: Buffer): DescribedFile {
  const text = bytes.toString("latin1");
  const head = bytes.toString("utf8", 0, 65_536);
  const generator = /<meta[^>]+name=["']?generator["']?[^>]*content=["']([^"'<>]{1,100})/i.exec(head)?.[1] ?? "";
  const warnings: DescribeWarning[] = runs.test(text) ? ["document-active"] : [];
  const formatVersion = /^\s*<!doctype html>/i.test(head.replace(/^\uFEFF/, "")) ? "HTML5" : "HTML";
  return { kind: "described", formatVersion, madeWith: shortLine(generator), warnings, recording: null };
}

/** Mail or a page saved as one file: program as its header says; attached programs and scripts are noted. */
export function describeMail(bytes: Buffer): DescribedFile {
  const text = bytes.toString("latin1");
  const headers = headersOf(text.slice(0, 262_144));
  const warnings: DescribeWarning[] = [];
  if (startsSomething.test(text.replace(/\r?\n[ \t]+/g, " "))) warnings.push("mail-program");
  if (runs.test(text)) warnings.push("document-active");
  const madeWith = headerOf(headers, "X-Mailer") || headerOf(headers, "User-Agent");
  const version = headerOf(headers, "MIME-Version");
  return {
    kind: "described",
    formatVersion: version === "" ? "RFC 5322" : shortLine(`MIME ${version}`),
    madeWith,
    warnings,
    recording: null,
  };
}
