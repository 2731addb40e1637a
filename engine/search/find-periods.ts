// Ledger periods by what was typed: words of the name of a ledger, and a year, quarter or month. Rows are counted, not read (P5).
import type { Input, Output } from "#contract/contract";
import type { Ledger, LedgerPeriod } from "#contract/ledger";
import { periodKindOf } from "#contract/ledger-period";
import { foldText } from "#db/fold-text";
import { listFonds } from "#db/fonds";
import { countFreezes, countPeriods, listFreezes } from "#db/ledger-freeze";
import { listLedgers } from "#db/ledger";
import type { ReadDb } from "#db/open";

const mostPeriods = 50;
const numerals = "零一二三四五六七八九";

type Asked = {
  readonly names: readonly string[];
  readonly year: string | null;
  readonly quarter: number | null;
  readonly month: number | null;
};

/** 十一月 → 11月, 四季度 → 4季度; everything else stays. */
const withDigits = (text: string): string =>
  text.replaceAll(/(十?[一二三四五六七八九]|十)(?=月|季度)/g, (said) => {
    const last = numerals.indexOf(said.at(-1) ?? "");
    return String((said.startsWith("十") ? 10 : 0) + Math.max(0, last));
  });

/** What of the words is a period, and what is left as words of a name. */
function readWords(words: string): Asked {
  let rest = ` ${withDigits(words.normalize("NFKC").toLowerCase())} `;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found) rest = rest.replace(found[0], " ");
    return found;
  };
  const whole = take(/(?<!\d)((?:19|20)\d{2})[-./年]\s*(0?[1-9]|1[0-2])(?!\d)月?份?/);
  const year = whole?.[1] ?? take(/(?<!\d)((?:19|20)\d{2})(?!\d)年?度?/)?.[1] ?? null;
  const quarter = take(/第?([1-4])季度?|q([1-4])/);
  const month = whole?.[2] ?? take(/(?<!\d)(1[0-2]|0?[1-9])月份?/)?.[1] ?? null;
  return {
    ...{ year, quarter: quarter && Number(quarter[1] ?? quarter[2]), month: month === null ? null : Number(month) },
    names: rest.replaceAll("台账", " ").split(/\s+/).map(foldText).filter(Boolean),
  };
}

/** Whether a period is the one asked for; a month also finds the quarter or year it lies in. */
function isAsked(period: LedgerPeriod, { year, quarter, month }: Asked): boolean {
  if (year !== null && !period.startsWith(year)) return false;
  const kind = periodKindOf(period);
  if (kind === "year") return true;
  const [first, last] =
    kind === "month"
      ? [Number(period.slice(5)), Number(period.slice(5))]
      : [Number(period.at(-1)) * 3 - 2, Number(period.at(-1)) * 3];
  if (month !== null && (month < first || month > last)) return false;
  return quarter === null || (first > quarter * 3 - 3 && last <= quarter * 3);
}

const isNamed = ({ name, code }: Ledger, names: readonly string[]): boolean => {
  const folded = foldText(name);
  return names.every((word) => folded.includes(word) || code === word);
};

/** Nothing is found by a number alone, and nothing by words of rows. */
export function findPeriods(db: ReadDb, { words }: Input<"search.find-periods">): Output<"search.find-periods"> {
  const asked = readWords(words);
  if (asked.names.length === 0) return [];
  const ledgers = listFonds(db).flatMap(({ id }) => listLedgers(db, id));
  return ledgers
    .filter((ledger) => isNamed(ledger, asked.names))
    .flatMap((ledger) => {
      const frozen = countFreezes(db, ledger.id);
      return countPeriods(db, ledger.id, ledger.period).flatMap(({ period, rowCount, lateCount }) =>
        period === null || !isAsked(period, asked)
          ? []
          : {
              ...{ fondsId: ledger.fondsId, ledgerId: ledger.id, ledgerName: ledger.name, period, rowCount, lateCount },
              freezeCount: frozen.get(period) ?? 0,
            },
      );
    })
    .toSorted((one, other) => (one.period === other.period ? 0 : one.period < other.period ? 1 : -1))
    .slice(0, mostPeriods)
    .map((hit) => ({
      ...hit,
      archivalCode:
        hit.freezeCount === 0
          ? ""
          : (listFreezes(db, hit.ledgerId, hit.period).find(
              ({ form, archivalCode }) => form === "plain" && archivalCode,
            )?.archivalCode ?? ""),
    }));
}
