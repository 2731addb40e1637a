// 发文机关署名 and 成文日期: a date by itself in the right half, with the body that signs above it (GB/T 9704-2012, 7.3.5).
import { type ArchivalDate, parseClerkDate } from "#contract/archival-date";
import { bodyEnd, type FoundField, type PaperPage } from "./found-field.ts";
import { rowsOf, type UprightLine, type UprightPage } from "./upright-lines.ts";

const arabic = "(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日";
// A zero of a Chinese date is read as any round thing.
const chinese =
  "[一二][一二三四五六七八九〇零○◯OoQ0]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿卅]{1,3}日";
const whole = new RegExp(`^[(（]?(${arabic}|${chinese})[)）]?$`, "u");
// 起止日期 and 「3日至5日」 are spans, no day a paper was made.
const labelled = new RegExp(`^(?!起止)\\p{Script=Han}{0,6}(?:日期|时间)[:：](${arabic}|${chinese})(?![至到—~-])`, "u");
const printed = new RegExp(`(${arabic})印发$`, "u");
const rowsAbove = 3;

export type Signed<Id> = {
  readonly date: FoundField<Id> & { readonly value: ArchivalDate };
  readonly creator: FoundField<Id> | undefined;
};

/** A date on paper as archival date; undefined when no calendar has it. */
function readDate(text: string): ArchivalDate | undefined {
  const plain = text
    .replaceAll(/(?<=[一二三四五六七八九〇零○◯OoQ])[零○◯OoQ0]|[○◯OoQ]/gu, "〇")
    .replaceAll("廿", "二十")
    .replaceAll("卅", "三十");
  const date = parseClerkDate(plain);
  return date === null || date === "" ? undefined : date;
}

type Candidate = {
  readonly text: string;
  readonly lines: readonly UprightLine[];
  readonly match: string;
  readonly fit: number;
  /** Where a date stands by itself a body may have signed above it. */
  readonly stands: "right" | "elsewhere" | "in-words";
};

function candidateOf(row: readonly UprightLine[], page: UprightPage): Candidate | undefined {
  const middle = (page.left + page.right) / 2;
  // A seal or a second box may stand in the same row; the right-hand part alone can be the date.
  const parts = row.map((_, at) => row.slice(at));
  for (const lines of parts) {
    const text = lines.map((line) => line.text).join("");
    const [first] = lines;
    if (!first) continue;
    const match = whole.exec(text)?.[1];
    const place = (first.left + (lines.at(-1)?.right ?? first.right)) / 2;
    if (match && place > middle) return { text, lines, match, fit: 0.9, stands: "right" };
    if (match) {
      const fit = Math.abs(place - middle) < page.bodyHeight ? 0.8 : 0.55;
      return { text, lines, match, fit, stands: "elsewhere" };
    }
    const named = labelled.exec(text)?.[1];
    if (named) return { text: named, lines, match: named, fit: 0.7, stands: "in-words" };
    const issued = printed.exec(text)?.[1];
    if (issued) return { text: issued, lines, match: issued, fit: 0.6, stands: "in-words" };
  }
  return undefined;
}

/** The bodies that sign above a date; a signature that does not stand to the right must stand right above it. */
function signersAbove(rows: readonly UprightLine[][], at: number, page: UprightPage, isRight: boolean): UprightLine[] {
  const middle = (page.left + page.right) / 2;
  const signers: UprightLine[] = [];
  for (const row of rows.slice(Math.max(0, at - (isRight ? rowsAbove : 1)), at).toReversed()) {
    const found = row.filter(
      (line) =>
        bodyEnd.test(line.text) &&
        line.text.length >= 3 &&
        line.text.length <= 30 &&
        (!isRight || (line.left + line.right) / 2 > middle),
    );
    if (found.length === 0 && signers.length > 0) break;
    signers.unshift(...found);
  }
  return signers;
}

/** Date and signing body of a paper; undefined when no page has a date by itself. */
export function findSignature<Id>(pages: readonly PaperPage<Id>[]): Signed<Id> | undefined {
  let best: Signed<Id> | undefined;
  for (const { page, pageId } of pages) {
    const rows = rowsOf(page.lines);
    rows.forEach((row, at) => {
      const found = candidateOf(row, page);
      const value = found && readDate(found.match);
      if (!found || value === undefined) return;
      const signers = found.stands === "in-words" ? [] : signersAbove(rows, at, page, found.stands === "right");
      const fit = signers.length > 0 ? Math.min(1, found.fit + 0.3) : found.fit;
      if (best && best.date.fit >= fit) return;
      const placed = (lines: readonly UprightLine[]) => lines.map((line) => ({ pageId, line }));
      const names = signers.map((line) => line.text).join("、");
      best = {
        date: { value, asRead: found.text, lines: placed(found.lines), fit },
        creator: signers.length > 0 ? { value: names, asRead: names, lines: placed(signers), fit: 0.95 } : undefined,
      };
    });
  }
  return best;
}
