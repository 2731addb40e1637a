// Which rows of the schedule a title speaks of: pairs in common, the rarer in the schedule the weightier.
import type { ScheduleRecord } from "#db/schedule";
import { impliedPairs, joinPairs, pairsOfRow, pairsOfTitle, tellingPart } from "./title-words.ts";

export type ScoredRow = {
  readonly row: ScheduleRecord;
  /** For the order among rows. */
  readonly score: number;
  /** Share of the title's weight that the row explains, 0 to 1. */
  readonly share: number;
  readonly words: readonly string[];
};

/** Rows that bind others, or only under a condition, stand behind rows that simply apply. */
const weightOfUsage = { rule: 1, conditional: 0.6, advice: 0.6 } as const;
/** What a pair counts that the title only implies. */
const impliedWeight = 0.6;
/** Long rows list many things; this keeps them from winning by length alone. */
const lengthPower = 0.25;

const superior = /街道|办事处|党工委|区委|区政府|市委|市政府|县|民政局|组织部|镇/;

export type TitleGiven = {
  readonly title: string;
  readonly creator: string;
  /** Names of the own unit: they say nothing about the paper. */
  readonly ownNames: readonly string[];
};

const pairsIn = (row: ScheduleRecord): ReadonlySet<string> => pairsOfRow(`${row.subcategory} ${row.content}`);

/** How telling a pair is: the fewer rows have it, the more; one that none has is the most telling. */
export function rarityIn(rows: readonly ScheduleRecord[]): (pair: string) => number {
  const spread = new Map<string, number>();
  for (const row of rows) for (const pair of pairsIn(row)) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  return (pair) => Math.log(1 + rows.length / (spread.get(pair) ?? 0.5));
}

/** Rows the title has something in common with, best first. */
export function scoreRows(rows: readonly ScheduleRecord[], { title, creator, ownNames }: TitleGiven): ScoredRow[] {
  const live = rows.filter((row) => row.status !== "dropped");
  const pairs = live.map(pairsIn);
  const weightOf = rarityIn(live);
  const known = new Set(pairs.flatMap((each) => [...each]));

  const telling = tellingPart(title, ownNames);
  const said = pairsOfTitle(telling);
  const isFromAbove = superior.test(creator) && !/社区|居民委员会|居委会/.test(creator);
  const implied = new Set([...impliedPairs(title), ...(isFromAbove ? pairsOfRow("上级文件贯彻执行") : [])]);
  const whole = [...said].reduce((sum, pair) => sum + (known.has(pair) ? weightOf(pair) : 1), 0);

  return live
    .flatMap((row, at) => {
      const own = pairs[at] ?? new Set<string>();
      const found = new Set([...said].filter((pair) => own.has(pair)));
      const meant = [...implied].filter((pair) => own.has(pair) && !found.has(pair));
      const direct = [...found].reduce((sum, pair) => sum + weightOf(pair), 0);
      const indirect = impliedWeight * meant.reduce((sum, pair) => sum + weightOf(pair), 0);
      if (direct + indirect === 0) return [];
      const score = ((direct + indirect) / own.size ** lengthPower) * weightOfUsage[row.usage];
      const share = Math.min(1, (direct + indirect) / Math.max(1, whole));
      return [{ row, score, share, words: joinPairs(telling, found) }];
    })
    .sort((one, other) => other.score - one.score);
}
