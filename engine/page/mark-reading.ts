// What the text of a page adds to what its picture shows: which way up it lies, whether a paper begins here, how small it
// is printed. Nothing of the text itself is noted (personal-data P6).
import type { PageMarkName } from "#contract/page-mark";
import type { PageReading, ReadLine } from "#contract/reading";
import type { PageHead } from "#db/page-look";
import { leastDpi, resolutionOf, smallPrintDpi } from "./mark-rules.ts";

/** 文号: 机关代字, year in any bracket, number. */
const documentNumber =
  /[\p{sc=Han}A-Z]{1,20}\s*[〔[［(（【{「]\s*(?:19|20)\d{2}\s*[〕\]］)）】}」]\s*第?\s*\d{1,5}\s*号/u;
const redHeadWords = /(?:文\s*件|公\s*报|简\s*报|通\s*报|纪\s*要|公\s*告|通\s*告)$/u;
const titleWords =
  /(?:通知|决定|意见|报告|请示|批复|函|方案|办法|规定|总结|计划|纪要|公告|通告|名单|协议|合同|证明|记录|表|台账|情况)$/u;
/** An attachment goes with the paper before it, with a title and page numbers of its own. */
const attachment = /^附\s*件[一二三四五六七八九十\d]{0,3}[:：]?$/u;
const footer = /^[-—–－·.\s]*(\d{1,3})[-—–－·.\s]*$/u;

/** Print of 小五号 (9 pt, 3.2 mm) and less is small; 五号 (10.5 pt, 3.7 mm) is not. */
const smallPrintMm = 3.4;

type PageFacts = {
  readonly width: number;
  readonly height: number;
  readonly dpi: number | null;
  readonly colourMode: "bitonal" | "grey" | "colour";
};

const between = ([x, y]: readonly [number, number], [u, v]: readonly [number, number]): number =>
  Math.hypot(x - u, y - v);
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

/** Size of the print of a line: room a character takes along it; boxes are too loose to tell 22 pt from 16 pt by height. */
const sizeOf = ({ text, corners: [begin, end] }: ReadLine): number => {
  const room = [...text].reduce((sum, character) => sum + (/[\x20-\x7e]/.test(character) ? 0.5 : 1), 0);
  return between(begin, end) / Math.max(1, room);
};

/** The size of the running text: of lines long enough to be some. */
const usualSize = ({ lines }: PageReading): number =>
  median(lines.filter(({ text }) => [...text].length >= 6).map(sizeOf));

/** Where a line stands from the top of the upright page, 0 to 1, and whether it stands in the middle of its width. */
function placeOf(line: ReadLine, reading: PageReading): { down: number; isCentred: boolean } {
  const x = line.corners.reduce((sum, [each]) => sum + each, 0) / 4 / reading.width;
  const y = line.corners.reduce((sum, [, each]) => sum + each, 0) / 4 / reading.height;
  const [across, down] =
    reading.turned === 90
      ? [y, 1 - x]
      : reading.turned === 180
        ? [1 - x, 1 - y]
        : reading.turned === 270
          ? [1 - y, x]
          : [x, y];
  return { down, isCentred: Math.abs(across - 0.5) < 0.12 };
}

const plain = (text: string): string => text.normalize("NFKC").replaceAll(/\s+/g, "");

/** The 文号 in the head of a page: a line of its own, not one that cites another paper in running text. */
export function findDocumentNumber(reading: PageReading): string {
  for (const line of reading.lines) {
    if (placeOf(line, reading).down > 0.45) continue;
    const text = plain(line.text);
    const found = documentNumber.exec(text);
    if (found && text.length - found[0].length <= 12) return found[0];
  }
  return "";
}

/** What a reading says of the page's place in its paper. */
export function findHead(reading: PageReading): PageHead {
  const usual = usualSize(reading);
  const placed = reading.lines.map((line) => ({
    ...placeOf(line, reading),
    text: plain(line.text),
    size: sizeOf(line),
  }));
  const isRedHead = placed.some(
    ({ down, isCentred, text, size }) => down < 0.35 && isCentred && size > 1.6 * usual && redHeadWords.test(text),
  );
  if (isRedHead) return "red-head";
  if (findDocumentNumber(reading) !== "") return "document-number";
  const foot = placed.findLast(({ down, text }) => down > 0.85 && footer.test(text));
  const pageNumber = Number(foot && footer.exec(foot.text)?.[1]);
  const isAttached = placed.some(({ down, text }) => down < 0.2 && attachment.test(text));
  if (pageNumber > 1 || isAttached) return "later-page";
  const isTitled = placed.some(
    ({ down, isCentred, text, size }) =>
      isCentred && titleWords.test(text) && ((down < 0.3 && size > 1.2 * usual) || (down < 0.5 && size > 1.7 * usual)),
  );
  if (isTitled) return "title";
  return pageNumber === 1 ? "page-one" : "";
}

/** Marks that follow from the text, for a page whose picture alone had `isRed` in its head. */
export function markReading(reading: PageReading, page: PageFacts): Map<PageMarkName, string> {
  const found = new Map<PageMarkName, string>();
  if (reading.turned !== 0 && reading.lines.length >= 3) found.set("upside-down", String(reading.turned));
  const { dpi, isStated } = resolutionOf(page);
  const scale = Math.max(page.width, page.height) / Math.max(1, reading.width, reading.height);
  const printMm = (usualSize(reading) * scale * 25.4) / dpi;
  if (isStated && dpi >= leastDpi && dpi < smallPrintDpi && reading.lines.length >= 8 && printMm < smallPrintMm)
    found.set("low-resolution", `small:${dpi}`);
  return found;
}
