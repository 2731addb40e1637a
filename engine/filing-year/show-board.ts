// 六月看板: per class what is filed, what is not, and at this pace finished on; what is not known is said to be unknown.
import type { Input, Output } from "#contract/contract";
import type { Deadline } from "#contract/deadline";
import type { BoardLine } from "#contract/filing-year";
import { Refusal } from "#contract/refusal";
import { countClasses, isYearClosed, type YearClass } from "#db/filing-year";
import { getFonds, listCategories } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { filedBetween, oldestEvent } from "#db/year-check";
import type { Desk } from "#engine/desk";
import { listDeadlines } from "./keep-deadlines.ts";
import { daysBetween, daysLater, localDay, sayDay } from "./whole-day.ts";

/** Filed per day from the first day of filing until today; null until a second day has seen any. */
function paceOf(db: ReadDb, of: YearClass, filed: number, today: string): number | null {
  const run = filed > 0 ? filedBetween(db, of) : null;
  if (!run || localDay(run.first) === localDay(run.last)) return null;
  return filed / (daysBetween(localDay(run.first), today) + 1);
}

type Counted = Pick<
  BoardLine,
  "filed" | "unfiled" | "dueOn" | "finishOn" | "daysSinceEvent" | "isOverdue" | "isClosed"
>;

function say(line: Counted, rule: BoardLine["rule"], today: string): string {
  if (line.isClosed) return `已关闭，共 ${line.filed} 件`;
  if (line.unfiled === 0) return line.filed === 0 ? "还没有著录的件" : `${line.filed} 件已全部归档`;
  const left = `还有 ${line.unfiled} 件`;
  const pace = line.finishOn === null ? "归档不足两天，进度未知" : `按此进度 ${sayDay(line.finishOn, today)}完成`;
  if (line.isOverdue && line.dueOn !== null) return `已逾期 ${daysBetween(line.dueOn, today)} 天，${left}，${pace}`;
  if (rule === "at-once" || rule === "per-project") {
    const since = line.daysSinceEvent;
    const ended = rule === "at-once" ? "最早一件距形成已" : "最早的项目结束已";
    return since === null ? left : `${left}，${ended} ${since} 天`;
  }
  const isLate = line.finishOn !== null && line.dueOn !== null && line.finishOn > line.dueOn;
  return isLate && line.dueOn !== null ? `${left}，${pace}，晚于 ${sayDay(line.dueOn, today)}` : `${left}，${pace}`;
}

/** Refuses fonds-not-found. */
export function showBoard(db: ReadDb, scope: Input<"filing-year.board">, desk: Desk): Output<"filing-year.board"> {
  if (!getFonds(db, scope.fondsId)) throw new Refusal("fonds-not-found");
  const today = localDay(desk.clock.now());
  const counts = new Map(countClasses(db, scope.fondsId, scope.year).map((each) => [each.category, each]));
  const deadlines = new Map(listDeadlines(db, scope).map((each) => [each.category, each]));
  return listCategories(db).flatMap(({ code, name, unit, isUsed }): BoardLine[] => {
    const { filed, drafts } = counts.get(code) ?? { filed: 0, drafts: 0 };
    if (!isUsed && filed + drafts === 0) return [];
    const of = { ...scope, category: code };
    return [lineOf(db, of, { name, filed, drafts, isByVolume: unit === "volume" }, deadlines.get(code), today)];
  });
}

function lineOf(
  db: ReadDb,
  of: YearClass,
  { name, filed, drafts, isByVolume }: { name: string; filed: number; drafts: number; isByVolume: boolean },
  deadline: Deadline | undefined,
  today: string,
): BoardLine {
  const isClosed = isYearClosed(db, of);
  const perDay = paceOf(db, of, filed, today);
  const finishOn = perDay !== null && drafts > 0 ? daysLater(today, Math.ceil(drafts / perDay)) : null;
  const rule = deadline?.rule ?? null;
  const dueOn = deadline?.dueOn ?? null;
  const isByEvent = rule === "at-once" || rule === "per-project";
  const event = isByEvent && drafts > 0 ? oldestEvent(db, of, isByVolume) : null;
  const counted: Counted = {
    filed,
    unfiled: drafts,
    dueOn,
    finishOn,
    daysSinceEvent: event === null ? null : Math.max(0, daysBetween(event, today)),
    isOverdue: !isClosed && drafts > 0 && dueOn !== null && dueOn < today,
    isClosed,
  };
  return {
    category: of.category,
    categoryName: name,
    ...counted,
    rule,
    isPostponed: deadline?.postponements.some((each) => !each.isWithdrawn) ?? false,
    perDay,
    sentence: say(counted, rule, today),
  };
}
