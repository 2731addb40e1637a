// 归档时间 and 延期: the rule is data, a later day needs a reason, nothing of the history is taken out.
import type { Input } from "#contract/contract";
import type { Deadline } from "#contract/deadline";
import { Refusal } from "#contract/refusal";
import {
  addPostponement,
  type DeadlineRecord,
  listDeadlineRules,
  listPostponements,
  withdrawPostponement,
} from "#db/deadline";
import { isYearClosed, type YearClass } from "#db/filing-year";
import { getFonds, listCategories } from "#db/fonds";
import type { ReadDb, WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";

const two = (number: number): string => String(number).padStart(2, "0");

/** The day the rule names for what arose in `year`; null where it names none. */
export function ruleDay(rule: DeadlineRecord | undefined, year: number): string | null {
  if (rule?.rule !== "next-year" || rule.month === null || rule.day === null) return null;
  return `${year + 1}-${two(rule.month)}-${two(rule.day)}`;
}

function deadlineOf(db: ReadDb, of: YearClass, categoryName: string, rule: DeadlineRecord | undefined): Deadline {
  const postponements = listPostponements(db, of).map(({ id, dueOn, reason, decidedAt, decidedBy, withdrawnAt }) => ({
    ...{ id, dueOn, reason, decidedAt, decidedBy },
    isWithdrawn: withdrawnAt !== "",
  }));
  const postponed = postponements.find((each) => !each.isWithdrawn)?.dueOn;
  return {
    category: of.category,
    categoryName,
    rule: rule?.rule ?? null,
    dueOn: postponed ?? ruleDay(rule, of.year),
    basis: rule?.basis ?? "没有查到这一门类的归档时间规定（待核对）",
    postponements,
  };
}

/** The calendar of one class. Refuses fonds-not-found (also for a class nobody knows). */
function oneDeadline(db: ReadDb, of: YearClass): Deadline {
  const found = listDeadlines(db, of).find((each) => each.category === of.category);
  if (!found) throw new Refusal("fonds-not-found");
  return found;
}

/** The calendar of every class of a year. Refuses fonds-not-found. */
export function listDeadlines(db: ReadDb, { fondsId, year }: Input<"deadline.list">): Deadline[] {
  if (!getFonds(db, fondsId)) throw new Refusal("fonds-not-found");
  const rules = new Map(listDeadlineRules(db).map((rule) => [rule.category, rule]));
  return listCategories(db).map(({ code, name }) =>
    deadlineOf(db, { fondsId, category: code, year }, name, rules.get(code)),
  );
}

/** Refuses fonds-not-found, year-closed, reason-missing, deadline-not-later. The way back takes it back, marked. */
export function postponeDeadline(db: WriteDb, input: Input<"deadline.postpone">, desk: Desk): Written<Deadline> {
  const { dueOn, reason, ...of } = input;
  const before = oneDeadline(db, of);
  if (isYearClosed(db, of)) throw new Refusal("year-closed");
  if (reason === "") throw new Refusal("reason-missing");
  if (before.dueOn !== null && dueOn <= before.dueOn) throw new Refusal("deadline-not-later", { date: before.dueOn });
  const id = desk.makeId();
  const { name } = desk.archive.person;
  addPostponement(db, { id, ...of, dueOn, reason, decidedAt: desk.clock.now(), decidedBy: name, withdrawnAt: "" });
  return {
    output: oneDeadline(db, of),
    objectId: id,
    before: before.dueOn,
    after: dueOn,
    undo: { name: "deadline.withdraw", input: { ...of, id } },
    nouns: ["deadline"],
  };
}

/** Refuses fonds-not-found, year-closed, deadline-not-found. */
export function withdrawDeadline(db: WriteDb, input: Input<"deadline.withdraw">, desk: Desk): Written<Deadline> {
  const { id, ...of } = input;
  const known = oneDeadline(db, of).postponements.find((each) => each.id === id);
  if (isYearClosed(db, of)) throw new Refusal("year-closed");
  if (!known || known.isWithdrawn) throw new Refusal("deadline-not-found");
  withdrawPostponement(db, id, desk.clock.now());
  return { output: oneDeadline(db, of), objectId: id, before: known.dueOn, nouns: ["deadline"] };
}
