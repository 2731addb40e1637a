// 隔页: the words of the code printed on a sheet that is laid between two papers before they are scanned.
import type { Retention } from "./retention.ts";

/** What a 隔页 says of the papers behind it; blank and null say nothing. */
export type SeparatorWords = {
  readonly fondsCode: string;
  readonly category: string;
  readonly retention: Retention | null;
  readonly matterCode: string;
};

/** Says nothing but that another paper begins. */
export const plainSeparator: SeparatorWords = { fondsCode: "", category: "", retention: null, matterCode: "" };

const opening = "LINDANG-GEYE/1";

/** Two check digits (ISO 7064, MOD 97-10 over the characters), so that another program's code is not taken for ours. */
function checkDigits(words: string): string {
  let rest = 0;
  for (const character of words) rest = (rest * 256 + (character.codePointAt(0) ?? 0)) % 97;
  return String(98 - ((rest * 100) % 97)).padStart(2, "0");
}

/** The text of the code: opening, four fields, two check digits. */
export function composeSeparator({ fondsCode, category, retention, matterCode }: SeparatorWords): string {
  const fields = [fondsCode, category, retention ?? "", matterCode].map(encodeURIComponent);
  const words = [opening, ...fields].join("/");
  return `${words}/${checkDigits(words)}`;
}

/** What a code says; undefined when it is no 隔页 of this program. */
export function readSeparator(code: string): SeparatorWords | undefined {
  const end = code.lastIndexOf("/");
  const words = code.slice(0, end);
  const fields = words.slice(opening.length + 1).split("/");
  if (!words.startsWith(`${opening}/`) || fields.length !== 4 || checkDigits(words) !== code.slice(end + 1))
    return undefined;
  try {
    const [fondsCode = "", category = "", retention = "", matterCode = ""] = fields.map(decodeURIComponent);
    if (retention !== "" && !/^(Y|D[1-9]\d?)$/.test(retention)) return undefined;
    return { fondsCode, category, retention: retention === "" ? null : (retention as Retention), matterCode };
  } catch {
    // A percent sign that stands for nothing.
    return undefined;
  }
}
