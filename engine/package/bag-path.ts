/** A path from a manifest or `fetch.txt`, as it will be looked up; or the reason why it is never looked up. */
export type BagPath = { readonly path: string; readonly wasUnusual: boolean } | { readonly refused: "path-unsafe" };

// %TEMP% is a variable of Windows; %E5%B7 is only how other tools write Chinese letters.
const isVariable = /%(?![0-9A-Fa-f]{2}%)[A-Za-z_][A-Za-z0-9_()]*%/;

/**
 * Reads one listed path. Refused on every platform, because a package made here is opened elsewhere: absolute paths,
 * `..`, drive letters, UNC, backslashes, `~`, `%VAR%` (package-and-trust A1). RFC 8493, 2.1.3: only LF, CR and `%` are
 * percent-encoded; version 0.97 encodes nothing but LF and CR, so a literal `%7E` stays as it is in both.
 */
export function readBagPath(listed: string): BagPath {
  const wasUnusual = listed.startsWith("./");
  const raw = wasUnusual ? listed.slice(2) : listed;
  const isUnsafe =
    raw === "" ||
    raw.startsWith("/") ||
    raw.startsWith("~") ||
    raw.includes("\\") ||
    raw.includes("\0") ||
    /^[A-Za-z]:/.test(raw) ||
    isVariable.test(raw) ||
    raw.split("/").some((part) => part === "" || part === "." || part === "..");
  if (isUnsafe) return { refused: "path-unsafe" };
  return {
    path: raw.replace(/%(0[AaDd]|25)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    wasUnusual,
  };
}
