// 建议: class and term from 题名 and 责任者, offline, each with its row and the reason (product A10, W13). Nothing is saved.
import type { Input, Output } from "#contract/contract";
import type { Matter } from "#contract/fonds";
import type { ScheduleProposal } from "#contract/schedule";
import { getFonds, listMatters } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { getRow, listRows, versionInForce, type ScheduleRecord } from "#db/schedule";
import { learnFromFiled, type SimilarItem } from "./learn-from-filed.ts";
import { rarityIn, scoreRows, type ScoredRow } from "./score-rows.ts";

const most = 5;
/** Below this a common word or two is all there is: no proposal is better than a random one. */
const leastConfidence = 0.12;
/** A row nobody has confirmed speaks a little lower. */
const unconfirmed = 0.9;

/** Where an office has fewer classes than the schedule: the class that then holds the matter (待核对). */
const wider: Readonly<Record<string, string>> = { PA: "GL", HJ: "GL", WJ: "FW", WT: "FW", XZ: "ZH" };

const speakingRow = ({ position, content, status, usage }: ScheduleRecord): ScheduleProposal["row"] => ({
  position,
  content,
  status,
  usage,
});

/** At most five proposals, best first. Rows without a term and rows the office dropped propose nothing. */
export function suggestTerm(
  db: ReadDb,
  { fondsId, category, title, creator }: Input<"schedule.suggest">,
): Output<"schedule.suggest"> {
  const fonds = getFonds(db, fondsId);
  if (!fonds || title.trim() === "") return [];
  const version = versionInForce(db);
  const rows = version ? listRows(db, version.id, { category }).filter((row) => row.retention !== null) : [];
  const matters = listMatters(db).filter((each) => each.fondsId === fondsId && each.category === category);
  const given = { fondsId, category, title, creator, ownNames: [fonds.unit, fonds.name] };

  const found = new Map<string, ScheduleProposal>();
  const scored = scoreRows(rows, given);
  for (const each of scored) found.set(each.row.id, ofRow(each, scored[0], matters));
  for (const similar of learnFromFiled(db, given, rarityIn(rows))) {
    const row = currentRow(db, rows, similar.item.scheduleRowId);
    const key = row?.id ?? `${similar.item.matterId} ${similar.item.retention}`;
    found.set(key, ofItem(similar, row, found.get(key)));
  }
  return [...found.values()]
    .filter((each) => each.confidence >= leastConfidence)
    .sort((one, other) => other.confidence - one.confidence)
    .slice(0, most);
}

function ofRow({ row, score, words }: ScoredRow, best: ScoredRow | undefined, matters: Matter[]): ScheduleProposal {
  const open = matters.filter(({ closedOn }) => closedOn === "");
  const matter = [row.matterCode, wider[row.matterCode]].flatMap((wanted) =>
    open.filter(({ code }) => code === wanted),
  )[0];
  const share = best ? best.share * (score / best.score) : 0;
  return {
    matterId: matter?.id ?? null,
    retention: row.retention,
    scheduleRowId: row.id,
    row: speakingRow(row),
    words: [...words],
    similarTitle: "",
    confidence: share * (row.status === "confirmed" ? 1 : unconfirmed),
  };
}

function ofItem(
  { item, likeness }: SimilarItem,
  row: ScheduleRecord | undefined,
  known: ScheduleProposal | undefined,
): ScheduleProposal {
  return {
    matterId: item.matterId ?? known?.matterId ?? null,
    retention: item.retention,
    scheduleRowId: row?.id ?? null,
    row: row ? speakingRow(row) : null,
    words: known?.words ?? [],
    similarTitle: item.title,
    confidence: Math.max(likeness, known?.confidence ?? 0),
  };
}

/** The row of the version in force that says what an older one said. */
function currentRow(
  db: ReadDb,
  rows: readonly ScheduleRecord[],
  id: ScheduleRecord["id"] | null,
): ScheduleRecord | undefined {
  if (id === null) return undefined;
  const same = rows.find((row) => row.id === id);
  const old = same ? undefined : getRow(db, id);
  const row = same ?? rows.find((each) => each.content === old?.content && each.subcategory === old.subcategory);
  return row?.status === "dropped" ? undefined : row;
}
