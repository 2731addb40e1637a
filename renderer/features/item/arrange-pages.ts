// Moving pages within and between the parts of one item; every rule answers a new arrangement, empty parts fall away.
import type { PartKind } from "#contract/item";
import type { PageId } from "#contract/scan";

export type PartPlan = { readonly kind: PartKind; readonly title: string; readonly pageIds: readonly PageId[] };
export type Plan = readonly PartPlan[];
type Place = { readonly part: number; readonly place: number };

const withoutEmpty = (plan: Plan): Plan => plan.filter((part) => part.pageIds.length > 0);
const change = (plan: Plan, part: number, pageIds: readonly PageId[]): Plan =>
  plan.map((each, index) => (index === part ? { ...each, pageIds } : each));

export function findPage(plan: Plan, pageId: PageId): Place | undefined {
  for (const [part, { pageIds }] of plan.entries()) {
    const place = pageIds.indexOf(pageId);
    if (place >= 0) return { part, place };
  }
  return undefined;
}

const insert = (plan: Plan, pageId: PageId, { part, place }: Place): Plan => {
  const target = plan[part];
  return target ? change(plan, part, target.pageIds.toSpliced(place, 0, pageId)) : plan;
};

/** Takes a page out; it goes back to the tray. */
export function takeOut(plan: Plan, pageId: PageId): Plan {
  return withoutEmpty(plan.map((part) => ({ ...part, pageIds: part.pageIds.filter((each) => each !== pageId) })));
}

/** Puts a page before the page that stands at the place now. */
export function putBefore(plan: Plan, pageId: PageId, before: PageId): Plan {
  if (pageId === before) return plan;
  const lifted = plan.map((part) => ({ ...part, pageIds: part.pageIds.filter((each) => each !== pageId) }));
  const place = findPage(lifted, before);
  return place ? withoutEmpty(insert(lifted, pageId, place)) : plan;
}

/** Puts a page at the end of a part. */
export function putAtEnd(plan: Plan, pageId: PageId, part: number): Plan {
  const lifted = plan.map((each) => ({ ...each, pageIds: each.pageIds.filter((id) => id !== pageId) }));
  const target = lifted[part];
  return target ? withoutEmpty(insert(lifted, pageId, { part, place: target.pageIds.length })) : plan;
}

/** One place forward or back; at the end of a part it steps into the next one. */
export function shiftPage(plan: Plan, pageId: PageId, by: 1 | -1): Plan {
  const at = findPage(plan, pageId);
  if (!at) return plan;
  const own = plan[at.part];
  if (!own) return plan;
  const place = at.place + by;
  if (place >= 0 && place < own.pageIds.length) {
    return change(plan, at.part, own.pageIds.toSpliced(at.place, 1).toSpliced(place, 0, pageId));
  }
  return shiftPart(plan, pageId, by);
}

/** Into the part before (at its end) or the part after (at its head). */
export function shiftPart(plan: Plan, pageId: PageId, by: 1 | -1): Plan {
  const at = findPage(plan, pageId);
  const target = at && plan[at.part + by];
  if (!at || !target) return plan;
  const lifted = change(plan, at.part, plan[at.part]?.pageIds.filter((each) => each !== pageId) ?? []);
  return withoutEmpty(insert(lifted, pageId, { part: at.part + by, place: by > 0 ? 0 : target.pageIds.length }));
}

/** From this page on a part of its own. */
export function startPart(plan: Plan, pageId: PageId, kind: PartKind): Plan {
  const at = findPage(plan, pageId);
  const own = at && plan[at.part];
  if (!at || !own) return plan;
  return withoutEmpty(
    plan.toSpliced(
      at.part,
      1,
      { ...own, pageIds: own.pageIds.slice(0, at.place) },
      { kind, title: "", pageIds: own.pageIds.slice(at.place) },
    ),
  );
}

/** The part joins the one before it. */
export function joinPart(plan: Plan, part: number): Plan {
  const before = plan[part - 1];
  const own = plan[part];
  if (!before || !own) return plan;
  return plan.toSpliced(part - 1, 2, { ...before, pageIds: [...before.pageIds, ...own.pageIds] });
}

export function nameKind(plan: Plan, part: number, kind: PartKind): Plan {
  return plan.map((each, index) => (index === part ? { ...each, kind } : each));
}

/** True when both arrangements hold the same pages in the same order and parts. */
export const isSamePlan = (one: Plan, other: Plan): boolean => JSON.stringify(one) === JSON.stringify(other);
