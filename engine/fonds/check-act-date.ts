// The day an act takes effect: after the fonds was opened and after what was done to it before, and not in days to come.
import type { Fonds } from "#contract/fonds";
import { Refusal } from "#contract/refusal";
import { listActsOf } from "#db/fonds-act";
import type { ReadDb } from "#db/open";
import type { Clock } from "#engine/clock";

/** Today as the office's calendar has it (YYYY-MM-DD): the machine's own day, which at night is not that of UTC. */
export function todayOf(clock: Clock): string {
  const now = new Date(clock.now());
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Refuses fonds-date-impossible. A day known only by its year or month counts from its first day. */
export function checkActDate(db: ReadDb, touched: readonly Fonds[], day: string, clock: Clock): void {
  const refuse = (reason: string): never => {
    throw new Refusal("fonds-date-impossible", { date: day, reason });
  };
  if (day > todayOf(clock)) refuse("在今天之后，到生效时再办理");
  for (const fonds of touched) {
    if (fonds.openedOn !== "" && day < fonds.openedOn) refuse(`早于「${fonds.name}」的成立日期 ${fonds.openedOn}`);
    const last = listActsOf(db, fonds.id).at(-1);
    if (last && day < last.effectiveOn) refuse(`早于「${fonds.name}」上一次变动的日期 ${last.effectiveOn}`);
    if (last?.kind === "rename" && day === last.effectiveOn) refuse(`「${fonds.name}」当天已办过变动`);
  }
}
