// 装盒预览: the boxes of one year, class by class; the same plan is shown, digested and committed.
import { createHash } from "node:crypto";
import type { BoxFinding } from "#contract/box";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { retentionRank } from "#contract/retention";
import { lastBoxNumber } from "#db/box";
import { listUnitClasses } from "#db/box-entry";
import { isYearClosed } from "#db/filing-year";
import { listMatters } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { boxingRulesOf, readBoxedClass, type BoxedClass } from "./boxed-class.ts";
import { fillOfBox } from "./fill-of-box.ts";
import { findBoxProblems } from "./find-box-problems.ts";
import { planClass, type BoxPlan } from "./plan-class.ts";

export type PlannedUnitBoxes = {
  readonly of: BoxedClass;
  readonly matterName: string;
  readonly boxes: readonly BoxPlan[];
};
export type YearPlan = {
  readonly units: readonly PlannedUnitBoxes[];
  readonly findings: readonly BoxFinding[];
  readonly digest: string;
};

/** Classes of a year as the catalogue has them: by 期限, then 机构(问题). Refuses filing-unit-not-found. */
export function classesOfYear(db: ReadDb, scope: Pick<Input<"box.plan">, "fondsId" | "category" | "year" | "unitIds">) {
  const matters = new Map(listMatters(db).map((matter) => [matter.id, matter]));
  const all = listUnitClasses(db, scope);
  const wanted = scope.unitIds ? new Set(scope.unitIds) : undefined;
  if (wanted && all.filter(({ id }) => wanted.has(id)).length !== wanted.size)
    throw new Refusal("filing-unit-not-found");
  return all
    .filter(({ id }) => wanted?.has(id) ?? true)
    .map(({ id, of }) => ({ id, of, matter: of.matterId === null ? undefined : matters.get(of.matterId) }))
    .toSorted(
      (a, b) =>
        retentionRank(a.of.retention) - retentionRank(b.of.retention) ||
        (a.matter?.code ?? "").localeCompare(b.matter?.code ?? "", "en") ||
        (a.id < b.id ? -1 : 1),
    );
}

/** Plans the boxes of the classes asked. Packing anew is refused once the year is closed (year-closed). */
export function planYear(db: ReadDb, input: Input<"box.plan">): YearPlan {
  const { mode, unitIds: _, ...scope } = input;
  if (mode === "all" && isYearClosed(db, scope)) throw new Refusal("year-closed");
  const rules = boxingRulesOf(db);
  let given = 0;
  const units = classesOfYear(db, input).map(({ id, of: unit, matter }) => {
    const of = readBoxedClass(db, id);
    const planned = planClass(of, mode, rules);
    let last = lastBoxNumber(db, unit, rules.numbering) + (rules.numbering === "year" ? given : 0);
    // Inside a class a new packing counts from 1; through the year the numbers given stay given.
    const countsAnew = mode === "all" && rules.numbering === "class";
    const boxes = planned.map((box, at) => {
      if (countsAnew) return { ...box, boxNumber: at + 1 };
      if (box.id !== null) return box;
      given += 1;
      last += 1;
      return { ...box, boxNumber: last };
    });
    return { of, matterName: matter?.name ?? "", boxes };
  });
  const told = units.map(({ of, boxes }) => [
    of.unitId,
    of.entries.map((entry) => [entry.id, entry.number, entry.boxId]),
    of.boxes.map((box) => [box.id, box.boxNumber, box.spineMm]),
    boxes.map((box) => [box.id, box.boxNumber, box.spineMm, box.entries.map((entry) => entry.id)]),
  ]);
  const digest = createHash("sha256")
    .update(JSON.stringify([scope, mode, told]))
    .digest("hex");
  return { units, findings: units.flatMap(({ of, boxes }) => findBoxProblems(of, boxes, rules)), digest };
}

/** Whether the plan leaves this box as it is. */
export function isChanged(of: BoxedClass, box: BoxPlan): boolean {
  const known = of.boxes.find((each) => each.id === box.id);
  if (!known || known.boxNumber !== box.boxNumber || known.spineMm !== box.spineMm) return true;
  const lying = of.entries.filter((entry) => entry.boxId === box.id);
  return lying.length !== box.entries.length || lying.some((entry, at) => entry.id !== box.entries[at]?.id);
}

/** The plan as the window shows it. */
export function showBoxPlan(db: ReadDb, input: Input<"box.plan">): Output<"box.plan"> {
  const plan = planYear(db, input);
  const rules = boxingRulesOf(db);
  const units = plan.units.map(({ of, matterName, boxes }) => ({
    unitId: of.unitId,
    retention: of.unit.retention,
    matterName,
    boxes: boxes.map((box) => ({
      id: box.id,
      boxNumber: box.boxNumber,
      isChanged: isChanged(of, box),
      ...fillOfBox(box.entries, box.spineMm, rules),
    })),
    entryCount: of.entries.length,
    digitalCount: of.digitalCount,
  }));
  const all = plan.units.flatMap(({ boxes }) => boxes);
  return {
    units,
    findings: [...plan.findings],
    newBoxCount: all.filter((box) => box.id === null).length,
    newEntryCount: all.flatMap((box) => box.entries).filter((entry) => entry.boxId === null).length,
    planDigest: plan.digest,
  };
}
