// 排列 and 编号 planned, before anything is written: the same plan is shown, digested and committed.
import { createHash } from "node:crypto";
import type { Input, Output } from "#contract/contract";
import type { FilingProblem } from "#contract/filing-unit";
import type { Fonds, Matter } from "#contract/fonds";
import { templateOf } from "#contract/code-template";
import { Refusal } from "#contract/refusal";
import { retentionRank, type Retention } from "#contract/retention";
import { findUnit, lastNumberOf, listDraftsOf, listFiledOf, type UnitClass } from "#db/filing-unit";
import { getCategory, getFonds, listMatters } from "#db/fonds";
import type { ItemRecord } from "#db/item";
import type { ReadDb } from "#db/open";
import { composeArchivalCode } from "./compose-archival-code.ts";
import { findFilingProblems } from "./find-filing-problems.ts";

export type PlannedClass = {
  readonly unit: UnitClass;
  readonly matter: Matter | null;
  /** Drafts with the numbers they would get. */
  readonly drafts: readonly { item: ItemRecord; itemNumber: number; archivalCode: string }[];
  readonly filed: readonly ItemRecord[];
};
export type FilingPlan = {
  readonly classes: readonly PlannedClass[];
  readonly problems: readonly FilingProblem[];
  readonly digest: string;
};

/** Plans one 全宗 × 门类 × 年度: drafts follow after what is filed, by time, gap-free in each lowest class. Refuses fonds-not-found. */
export function planFiling(db: ReadDb, scope: Input<"filing.preview">): FilingPlan {
  const fonds = getFonds(db, scope.fondsId);
  if (!fonds) throw new Refusal("fonds-not-found");
  const matters = listMatters(db).filter((matter) => matter.fondsId === fonds.id);
  const drafts = listDraftsOf(db, fonds.id, scope.category, scope.year);
  const filed = listFiledOf(db, scope).map((row) => row.item);
  const problems = drafts.flatMap((item) => findFilingProblems(item, matters.length > 0));
  const ready = drafts.filter((item) => item.retention !== null);
  const classes = classesOf([...filed, ...ready], matters).map(({ retention, matter }) => {
    const unit: UnitClass = {
      fondsId: fonds.id,
      category: scope.category,
      year: scope.year,
      retention,
      matterId: matter?.id ?? null,
    };
    const isHere = (item: ItemRecord): boolean => item.retention === retention && item.matterId === unit.matterId;
    return {
      unit,
      matter,
      filed: filed.filter(isHere),
      drafts: numberDrafts(db, fonds, unit, matter, ready.filter(isHere)),
    };
  });
  const numbered = classes.flatMap((each) =>
    each.drafts.map(({ item, archivalCode }) => [item.id, item.revision, archivalCode]),
  );
  const digest = createHash("sha256")
    .update(JSON.stringify([scope, numbered, problems.length]))
    .digest("hex");
  return { classes, problems, digest };
}

function classesOf(
  items: readonly ItemRecord[],
  matters: readonly Matter[],
): { retention: Retention; matter: Matter | null }[] {
  const seen = new Map<string, { retention: Retention; matter: Matter | null }>();
  for (const { retention, matterId } of items) {
    if (retention === null) continue;
    seen.set(`${retention} ${matterId ?? ""}`, {
      retention,
      matter: matters.find((matter) => matter.id === matterId) ?? null,
    });
  }
  return [...seen.values()].sort(
    (a, b) =>
      retentionRank(a.retention) - retentionRank(b.retention) || compare(a.matter?.code ?? "", b.matter?.code ?? ""),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function numberDrafts(
  db: ReadDb,
  fonds: Fonds,
  unit: UnitClass,
  matter: Matter | null,
  drafts: readonly ItemRecord[],
): PlannedClass["drafts"] {
  const opened = findUnit(db, unit);
  const template = templateOf(fonds.codeStandard, getCategory(db, unit.category) ?? { unit: "item", codeTemplate: "" });
  const last = opened ? lastNumberOf(db, opened) : 0;
  return drafts.map((item, at) => {
    const itemNumber = last + at + 1;
    const elements = {
      fonds: fonds.code,
      category: unit.category,
      year: unit.year,
      retention: unit.retention,
      matter: matter?.code ?? "",
      itemNumber,
    };
    return { item, itemNumber, archivalCode: composeArchivalCode(template, elements) };
  });
}

/** The plan as the window shows it. */
export function previewFiling(db: ReadDb, scope: Input<"filing.preview">): Output<"filing.preview"> {
  const { classes, problems, digest } = planFiling(db, scope);
  const line = (item: ItemRecord, itemNumber: number, archivalCode: string, isNew: boolean) => ({
    itemId: item.id,
    title: item.title,
    documentDate: item.documentDate,
    pageCount: item.pageCount,
    itemNumber,
    archivalCode,
    isNew,
  });
  const units = classes.map(({ unit, matter, filed, drafts }) => ({
    retention: unit.retention,
    matter,
    items: [
      ...filed.map((item) => line(item, item.itemNumber ?? 0, item.archivalCode, false)),
      ...drafts.map(({ item, itemNumber, archivalCode }) => line(item, itemNumber, archivalCode, true)),
    ],
  }));
  return {
    units,
    problems: [...problems],
    newCount: classes.reduce((sum, each) => sum + each.drafts.length, 0),
    planDigest: digest,
  };
}
