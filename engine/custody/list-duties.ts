// What the archive room waits for by the end of this month: for the home page and the page 保管.
import type { CustodyDuty } from "#contract/custody";
import { sumClimate } from "#db/climate-reading";
import { countOpenDamages } from "#db/damage";
import { listBatches } from "#db/digitisation-batch";
import type { ReadDb } from "#db/open";
import { lastReadabilityTest } from "#db/readability-test";
import { countOpenProblems, lastSafetyCheck } from "#db/safety-check";
import { lastStockTake } from "#db/stock-take";
import { hasVaultFiles } from "#db/vault-file";
import { hasFiledPaper } from "#db/filed-paper";
import type { Desk } from "#engine/desk";
import { custodyRulesOf } from "./keep-rules.ts";
import { localDay, monthEnd, monthsAfter } from "./local-day.ts";

type Named = Pick<CustodyDuty, "code" | "count" | "words">;

/** Duties of today and of this month, overdue ones first, then by day. Nothing is due in a room that holds nothing. */
export function listDuties(db: ReadDb, _input: unknown, desk: Desk): CustodyDuty[] {
  const rules = custodyRulesOf(db);
  const today = localDay(desk.clock.now());
  const isNeeded = hasFiledPaper(db);
  const duties: CustodyDuty[] = [];
  const wait = (named: Named, lastOn: string, dueOn: string): void => {
    duties.push({ ...named, lastOn, dueOn, isOverdue: dueOn !== "" && dueOn < today });
  };
  /** A duty that comes again every so many months; at once when it was never done. */
  const again = (named: Named, lastOn: string, months: number): void => {
    const dueOn = lastOn === "" ? today : monthsAfter(lastOn, months);
    if (dueOn <= monthEnd(today)) wait(named, lastOn, dueOn);
  };
  for (const room of isNeeded ? rules.rooms : []) {
    const { todayCount, lastOn, unansweredCount } = sumClimate(db, room, today, monthsAfter(today, -12));
    const left = rules.readingsPerDay - todayCount;
    if (left > 0)
      wait({ code: "climate", count: left, words: `${room}：今天还有 ${left} 次温湿度未记` }, lastOn, today);
    if (unansweredCount > 0)
      wait(
        { code: "climate-measure", count: unansweredCount, words: `${room}：${unansweredCount} 次超限没有写措施` },
        lastOn,
        "",
      );
    again({ code: "safety", count: 1, words: `${room}：八防检查` }, lastSafetyCheck(db, room), rules.safetyCheckMonths);
  }
  const problems = countOpenProblems(db);
  if (problems > 0) wait({ code: "safety-open", count: problems, words: `${problems} 项安全问题未解决` }, "", "");
  const damages = countOpenDamages(db);
  if (damages > 0) wait({ code: "repair", count: damages, words: `${damages} 处破损未修复` }, "", "");
  if (isNeeded) again({ code: "stock-take", count: 1, words: "清点" }, lastStockTake(db), rules.stockTakeMonths);
  const tested = lastReadabilityTest(db);
  if (hasVaultFiles(db))
    again(
      { code: "readability", count: 1, words: "电子文件可读性检测" },
      tested && localDay(tested),
      rules.readabilityMonths,
    );
  for (const batch of listBatches(db)) {
    if (batch.state === "open")
      wait(
        { code: "batch", count: batch.itemCount, words: `第 ${batch.number} 批数字化待归还` },
        batch.handedOn,
        batch.dueOn,
      );
  }
  return duties.sort(
    (a, b) => Number(b.isOverdue) - Number(a.isOverdue) || (a.dueOn || "9999").localeCompare(b.dueOn || "9999", "en"),
  );
}
