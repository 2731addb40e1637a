// 排列 and 编号 planned, before anything is written: the same plan is shown, digested and committed.
import { createHash } from "node:crypto";
import type { Input, Output } from "#contract/contract";
import type { FilingProblem } from "#contract/filing-unit";
import type { Matter } from "#contract/fonds";
import { Refusal } from "#contract/refusal";
import { retentionRank, type Retention } from "#contract/retention";
import type { LevelOrder } from "#contract/scheme";
import { findUnit, lastNumberOf, listDraftsOf, listFiledOf, type UnitClass } from "#db/filing-unit";
import { getCategory, getFonds, listMatters } from "#db/fonds";
import type { ItemRecord } from "#db/item";
import type { ReadDb } from "#db/open";
import { isYearClosed } from "#db/filing-year";
import { levelOrderOf } from "#db/scheme";
import { arrangeDrafts } from "./arrange-drafts.ts";
import { codeMaker } from "./code-maker.ts";
import { findFilingProblems } from "./find-filing-problems.ts";
import { matterRuleOf } from "./matter-rule.ts";
import { shownTitle } from "./shown-title.ts";

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

/**
 * Plans one 全宗 × 门类 × 年度: drafts follow after what is filed, gap-free in each lowest class, by time combined with 事由
 * or as a hand placed them. What lies in 案卷 or 组 is numbered there. Refuses fonds-not-found.
 */
export function planFiling(db: ReadDb, scope: Input<"filing.preview">): FilingPlan {
  const fonds = getFonds(db, scope.fondsId);
  if (!fonds) throw new Refusal("fonds-not-found");
  const matters = listMatters(db).filter((matter) => matter.fondsId === fonds.id);
  const levelOrder = levelOrderOf(db, fonds.id, scope.year);
  const rule = matterRuleOf(db, scope);
  const drafts = listDraftsOf(db, fonds.id, scope.category, scope.year).filter((item) => item.volumeId === null);
  const filed = listFiledOf(db, scope).flatMap(({ item }) => (item.volumeId === null ? [item] : []));
  const about = {
    needsVolume: (getCategory(db, scope.category)?.unit ?? "item") !== "item",
    isYearClosed: isYearClosed(db, scope),
  };
  const problems = drafts.flatMap((item) => findFilingProblems(item, rule, about));
  const ready = about.needsVolume ? [] : drafts.filter((item) => item.retention !== null);
  const classes = classesOf([...filed, ...ready], matters, levelOrder).map(({ retention, matter }) => {
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
      drafts: numberDrafts(db, unit, arrangeDrafts(ready.filter(isHere))),
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
  levelOrder: LevelOrder,
): { retention: Retention; matter: Matter | null }[] {
  const seen = new Map<string, { retention: Retention; matter: Matter | null }>();
  for (const { retention, matterId } of items) {
    if (retention === null) continue;
    seen.set(`${retention} ${matterId ?? ""}`, {
      retention,
      matter: matters.find((matter) => matter.id === matterId) ?? null,
    });
  }
  return [...seen.values()].sort((a, b) => {
    const byRetention = retentionRank(a.retention) - retentionRank(b.retention);
    const byMatter = compare(a.matter?.code ?? "", b.matter?.code ?? "");
    return levelOrder === "year-matter-retention" ? byMatter || byRetention : byRetention || byMatter;
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function numberDrafts(db: ReadDb, unit: UnitClass, drafts: readonly ItemRecord[]): PlannedClass["drafts"] {
  const opened = findUnit(db, unit);
  const last = opened ? lastNumberOf(db, opened) : 0;
  const makeCode = codeMaker(db, unit);
  return drafts.map((item, at) => ({ item, itemNumber: last + at + 1, archivalCode: makeCode(last + at + 1) }));
}

/** The plan as the window shows it. */
export function previewFiling(db: ReadDb, scope: Input<"filing.preview">): Output<"filing.preview"> {
  const { classes, problems, digest } = planFiling(db, scope);
  const line = (item: ItemRecord, itemNumber: number, archivalCode: string, isNew: boolean) => ({
    itemId: item.id,
    title: shownTitle(item),
    documentDate: item.documentDate,
    affair: item.access === "restricted" ? "" : item.affair,
    pageCount: item.pageCount,
    itemNumber,
    archivalCode,
    isNew,
  });
  const units = classes.map(({ unit, matter, filed, drafts }) => ({
    retention: unit.retention,
    matter,
    isOrderedByHand: drafts.some(({ item }) => item.rank !== null),
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
