// 履职日历: every duty of a year with what proves it, and the part of it this month is about.
import type { Input, Output } from "#contract/contract";
import type { Duty, DutyId, DutyLine, DutyStatement, DutyTurn } from "#contract/duty";
import type { FondsId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import { listDuties, listFilings, listHappenings, listStatements } from "#db/duty";
import { nameItems } from "#db/item-name";
import { findLedger } from "#db/ledger";
import type { ReadDb } from "#db/open";
import { getSelfAudit } from "#db/self-audit";
import { localDay } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import { judgeTurns } from "./judge-turns.ts";
import { archiveCode, proofRuleOf } from "./proof-rule.ts";
import { shippedDuties } from "./shipped-duties.ts";

/** What an item is called beside a statement or a total; "" when there is none. */
export function sayItem(db: ReadDb, id: ItemId | null): string {
  const item = id === null ? undefined : nameItems(db, [id]).get(id);
  return item ? `${item.archivalCode} ${item.title}`.trim() : "";
}

function statementsOf(db: ReadDb, duties: readonly Duty[]): Map<DutyId, Map<string, DutyStatement>> {
  const found = new Map<DutyId, Map<string, DutyStatement>>();
  for (const { dutyId, period, words, itemId, at } of listStatements(
    db,
    duties.map(({ id }) => id),
  )) {
    const of = found.get(dutyId) ?? new Map<string, DutyStatement>();
    found.set(dutyId, of.set(period, { words, itemId, item: sayItem(db, itemId), at }));
  }
  return found;
}

const isOfStreet = ({ owner }: Duty): boolean => owner === "街道";

/** Lines of the active duties of a year. */
export function linesOf(
  db: ReadDb,
  fondsId: FondsId,
  year: number,
  today: string,
  isWanted: (duty: Duty) => boolean = () => true,
): DutyLine[] {
  const duties = listDuties(db, fondsId).filter(
    (duty) => duty.isActive && duty.beginsOn <= `${year}-12-31` && isWanted(duty),
  );
  const statements = statementsOf(db, duties);
  const [from, until] = [`${year}`, `${year}~`];
  return duties.map((duty) => {
    const isArchive = (duty.ledgerCode as string) === archiveCode;
    const ledger = isArchive ? undefined : findLedger(db, fondsId, duty.ledgerCode);
    const happenings = isArchive
      ? listFilings(db, fondsId, from, until)
      : ledger
        ? listHappenings(db, proofRuleOf(duty, ledger), from, until)
        : [];
    return {
      duty,
      ledger: ledger ? { id: ledger.id, name: ledger.name, isOpen: ledger.state === "open" } : null,
      isOfStreet: isOfStreet(duty),
      turns: judgeTurns(duty, year, today, happenings, statements.get(duty.id) ?? new Map<string, DutyStatement>()),
    };
  });
}

/** Shipped duties that are not there yet. */
export function offeredDuties(db: ReadDb, fondsId: FondsId) {
  const taken = new Set(listDuties(db, fondsId).map(({ code }) => code));
  return shippedDuties().duties.filter(({ code }) => !taken.has(code));
}

export function showCalendar(
  db: ReadDb,
  { fondsId, year }: Input<"duty.calendar">,
  { clock }: Desk,
): Output<"duty.calendar"> {
  const today = localDay(clock.now());
  return { today, lines: linesOf(db, fondsId, year, today), offered: offeredDuties(db, fondsId).length };
}

/**
 * The community's own duties that fall due or were done in this month, and whatever of this year and the last is over without having
 * been done; what has been explained stays not done, but is not called up again.
 */
export function showMonth(db: ReadDb, { fondsId }: Input<"duty.month">, { clock }: Desk): Output<"duty.month"> {
  const today = localDay(clock.now());
  const [month, year] = [today.slice(0, 7), Number(today.slice(0, 4))];
  const isNow = ({ state, dueOn, lastOn, statement }: DutyTurn): boolean => {
    if (state === "late") return statement === null;
    if (state === "counted" || state === "coming") return false;
    return dueOn.startsWith(month) || (state === "done" && lastOn.startsWith(month));
  };
  const lines = [year - 1, year].flatMap((each) =>
    linesOf(db, fondsId, each, today, (duty) => duty.times !== null && !isOfStreet(duty))
      .map((line) => ({ ...line, turns: line.turns.filter(isNow) }))
      .filter(({ turns }) => turns.length > 0),
  );
  const isDone = (getSelfAudit(db, year)?.auditedOn ?? "") !== "";
  return { month, lines, selfAudit: { year, dueOn: `${year}-12-31`, isDone } };
}
