// A date is found in whatever shape it stands: 2024年3月5日, 2024-03-05, 2024.3.5, 二〇二四年三月五日.

const han = "〇一二三四五六七八九";
const digit = "[0-9〇○零一二三四五六七八九]";
const small = "(?:[0-9]{1,2}|[〇○零一二三四五六七八九十]{1,3})";
const written = new RegExp(
  `(${digit}{4})\\s*[年./-]\\s*(?:(${small})\\s*(?:月\\s*(?:(${small})\\s*[日号]?)?|[./-]\\s*(${small})\\s*日?)?)?`,
  "gu",
);

/** 十, 二十五 and 〇三 as numbers; digits as they are. */
function numberOf(text: string): number {
  if (/^[0-9]+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const value = (part: string | undefined): number =>
    [...(part ?? "")].reduce((sum, each) => sum * 10 + Math.max(0, /[零○]/.test(each) ? 0 : han.indexOf(each)), 0);
  return text.includes("十") ? (tens === "" ? 1 : value(tens)) * 10 + value(ones) : value(ones);
}

/** 5 → 五, 25 → 二十五, 10 → 十. */
function smallHan(number: number): string {
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? han[tens] : ""}${tens > 0 ? "十" : ""}${number % 10 > 0 || number === 0 ? han[number % 10] : ""}`;
}
const two = (number: number): string => String(number).padStart(2, "0");

function shapesOf(year: number, month: number | undefined, day: number | undefined): string[] {
  const hanYears = [[...String(year)].map((each) => han[Number(each)]).join("")];
  if (hanYears[0]?.includes("〇")) hanYears.push(hanYears[0].replaceAll("〇", "零"));
  if (month === undefined) return [`${year}年`, ...hanYears.map((each) => `${each}年`)];
  if (day === undefined)
    return [
      `${year}年${month}月`,
      `${year}年${two(month)}月`,
      `${year}-${two(month)}`,
      ...hanYears.map((each) => `${each}年${smallHan(month)}月`),
    ];
  return [
    `${year}年${month}月${day}日`,
    `${year}年${two(month)}月${two(day)}日`,
    `${year}-${two(month)}-${two(day)}`,
    `${year}.${month}.${day}`,
    ...hanYears.map((each) => `${each}年${smallHan(month)}月${smallHan(day)}日`),
  ];
}

/**
 * The dates in what was typed, blanks inside them taken out: `text` is what was typed with these closed up, `shapes` gives for
 * each as it stands there the other ways of writing it. A year alone counts as a date only with 年.
 */
export function dateShapes(typed: string): { text: string; shapes: { written: string; as: string[] }[] } {
  const shapes: { written: string; as: string[] }[] = [];
  const text = typed
    .normalize("NFKC")
    .replaceAll(/[–—‐‑−]/gu, "-")
    .replaceAll(written, (found: string, years: string, months?: string, days?: string, lastDays?: string) => {
      const year = Number(
        [...years].map((each) => (/[0-9]/.test(each) ? each : Math.max(0, han.indexOf(each)))).join(""),
      );
      const month = months === undefined ? undefined : numberOf(months);
      const date = days ?? lastDays;
      const day = date === undefined ? undefined : numberOf(date);
      const isDate =
        year >= 1900 && year < 2100 && (month ?? 1) >= 1 && (month ?? 1) <= 12 && (day ?? 1) >= 1 && (day ?? 1) <= 31;
      if (!isDate || (month === undefined && !found.includes("年"))) return found;
      // A blank behind a date parts words and stays.
      const closed = found.replaceAll(/\s+(?=\S)/gu, "");
      shapes.push({ written: closed.trim(), as: shapesOf(year, month, day) });
      return closed;
    });
  return { text, shapes };
}
