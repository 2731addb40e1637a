// Names of files that come from outside. They are metadata only: what we store and export has names of our own.
import type { InputWarning } from "#contract/input-check";
import type { RefusalCode, RefusalDetails } from "#contract/refusal";

export type NameJudgement =
  | { readonly verdict: "good" }
  | { readonly verdict: "odd"; readonly code: InputWarning }
  | { readonly verdict: "bad"; readonly code: RefusalCode; readonly details: RefusalDetails };

/** Bytes of UTF-8 in one name (package-and-trust B4). */
const nameLimit = 255;

// Opened by a double click, each of these starts something (I17).
const startsSomething =
  /\.(lnk|bat|url|hta|exe|js|jse|vbs|vbe|ps1|cmd|scr|com|pif|msi|wsf|wsh|reg|jar|cpl|desktop|sh|apk|dll|scf|website)$/i;
const reservedName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?$/i;
// Control, format (bidi, zero width, tag), surrogate and line-separator characters: they make a name read as another.
const unsafeCharacter = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u115F\u1160\u3164\uFFA0\uFFFD]/u;

/** A name as it may be shown in a sentence: without characters that hide or turn others, at most 80 characters. */
export function printableName(name: string): string {
  const clean = name.replace(new RegExp(unsafeCharacter, "gu"), "\uFFFD");
  return clean.length > 80 ? `${clean.slice(0, 40)}…${clean.slice(-39)}` : clean;
}

/**
 * Judges one file name (no path). bad: control, bidi and zero-width characters, more than 255 bytes, extensions that
 * start a program, also as the last of two. odd: names Windows cannot hold, names not in NFC.
 */
export function checkName(name: string): NameJudgement {
  const shown = { name: printableName(name) };
  if (name === "" || name === "." || name === ".." || unsafeCharacter.test(name))
    return { verdict: "bad", code: "name-unsafe", details: shown };
  if (startsSomething.test(name.replace(/[. ]+$/, "")))
    return { verdict: "bad", code: "program-refused", details: shown };
  if (Buffer.byteLength(name) > nameLimit)
    return { verdict: "bad", code: "name-too-long", details: { limit: nameLimit } };
  if (reservedName.test(name) || /[<>:"/\\|?*]/.test(name) || /[. ]$/.test(name))
    return { verdict: "odd", code: "name-reserved" };
  if (name !== name.normalize("NFC")) return { verdict: "odd", code: "name-decomposed" };
  return { verdict: "good" };
}
