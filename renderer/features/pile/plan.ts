// The plan of a pile as it lies on the screen: pages in order, where items begin, what is set aside. Plain values only.
import type { Output } from "#contract/contract";
import type { PileRole, PileRun } from "#contract/pile";
import type { Page, PageId } from "#contract/scan";

type Proposal = Output<"pile.propose">;
export type PlanFields = Pick<PileRun, "category" | "retention" | "matterId">;
export type PlanPage = { readonly page: Page; readonly role: PileRole; readonly isBlank: boolean };
export type Plan = {
  readonly pages: readonly PlanPage[];
  /** Pages an item begins at; only of role page. */
  readonly starts: ReadonlySet<PageId>;
  /** Why the program proposed it, by the first page. */
  readonly proposed: ReadonlyMap<PageId, PileRun>;
  readonly fields: ReadonlyMap<PageId, PlanFields>;
  readonly isEdited: boolean;
};
/** An item to be made: what lies in its row, and what of it will be its pages. */
export type PlanRun = {
  readonly firstId: PageId | undefined;
  readonly pages: readonly { readonly place: number; readonly entry: PlanPage }[];
  readonly pageIds: readonly PageId[];
};

/** The plan as proposed. */
export function planOf({ pages, runs }: Proposal): Plan {
  const proposed = new Map(runs.map((run) => [run.firstPageId, run]));
  return { pages, starts: new Set(proposed.keys()), proposed, fields: new Map(), isEdited: false };
}

/** Rows: a 隔页 lies before the item it opens, everything else set aside behind the page before it. */
export function rowsOf({ pages, starts }: Plan): PlanRun[] {
  const rows: { firstId: PageId | undefined; pages: PlanRun["pages"][number][]; pageIds: PageId[] }[] = [];
  let opening: PlanRun["pages"][number][] = [];
  pages.forEach((entry, place) => {
    const { id } = entry.page;
    const last = rows.at(-1);
    if (entry.role === "separator") return void opening.push({ place, entry });
    const isStart = entry.role === "page" && (starts.has(id) || last?.firstId === undefined);
    if (isStart && !(last && last.firstId === undefined))
      rows.push({ firstId: id, pages: opening.splice(0), pageIds: [] });
    else if (!last) rows.push({ firstId: undefined, pages: opening.splice(0), pageIds: [] });
    const row = rows.at(-1);
    if (!row) return;
    row.pages.push(...opening, { place, entry });
    opening = [];
    if (entry.role !== "page") return;
    row.firstId ??= id;
    row.pageIds.push(id);
  });
  const end = rows.at(-1);
  if (opening.length > 0) {
    if (end) end.pages.push(...opening);
    else rows.push({ firstId: undefined, pages: opening, pageIds: [] });
  }
  return rows;
}

const edited = (plan: Plan, starts: ReadonlySet<PageId>): Plan => ({ ...plan, starts, isEdited: true });

/** An item begins at this page; nothing changes for a page that is set aside. */
export function splitAt(plan: Plan, place: number): Plan {
  const entry = plan.pages[place];
  if (entry?.role !== "page" || plan.starts.has(entry.page.id)) return plan;
  return edited(plan, new Set([...plan.starts, entry.page.id]));
}

/** The item this page lies in becomes one with the item before it. */
export function joinBefore(plan: Plan, place: number): Plan {
  const rows = rowsOf(plan);
  const at = rows.findIndex((row) => row.pages.some((each) => each.place === place));
  const first = rows[at]?.firstId;
  if (at <= 0 || first === undefined) return plan;
  return edited(plan, new Set([...plan.starts].filter((id) => id !== first)));
}

/** A page of a neighbouring item is dropped on a row: the boundary moves so that it lies there. */
export function moveBoundary(plan: Plan, place: number, onto: number): Plan {
  const rows = rowsOf(plan);
  const from = rows.findIndex((row) => row.pages.some((each) => each.place === place));
  const [row, target] = [rows[from], rows[onto]];
  if (!row || !target || Math.abs(from - onto) !== 1) return plan;
  const starts = new Set(plan.starts);
  if (onto < from) {
    if (row.firstId !== undefined) starts.delete(row.firstId);
    const next = row.pages.find((each) => each.place > place && each.entry.role === "page");
    if (next) starts.add(next.entry.page.id);
  } else {
    if (target.firstId !== undefined) starts.delete(target.firstId);
    const entry = plan.pages[place];
    const first = row.pages.find((each) => each.place >= place && each.entry.role === "page")?.entry.page.id;
    if (entry && first !== undefined) starts.add(first);
  }
  return edited(plan, starts);
}

/** Sets a page aside, or keeps it as a page; a beginning set aside passes on to the next page of its item. */
export function toggleAside(plan: Plan, place: number): Plan {
  const entry = plan.pages[place];
  if (!entry) return plan;
  const role: PileRole = entry.role === "page" ? "blank" : "page";
  const starts = new Set(plan.starts);
  if (entry.role === "page" && starts.delete(entry.page.id)) {
    const next = plan.pages.slice(place + 1).find((each) => each.role === "page");
    if (next) starts.add(next.page.id);
  }
  const pages = plan.pages.map((each, at) => (at === place ? { ...each, role } : each));
  return { ...edited(plan, starts), pages };
}

/** Pages that are no longer in the tray leave the plan; what the clerk did with the others stays. */
export function withoutGone(plan: Plan, proposal: Proposal): Plan {
  const there = new Map(proposal.pages.map((each) => [each.page.id, each]));
  const pages = plan.pages.filter((each) => there.has(each.page.id));
  const known = new Set(pages.map((each) => each.page.id));
  const added = proposal.pages.filter((each) => !known.has(each.page.id));
  const starts = new Set([...plan.starts].filter((id) => there.has(id)));
  if (added[0]?.role === "page") starts.add(added[0].page.id);
  return { ...plan, pages: [...pages, ...added], starts };
}

/** Term and class of an item: as said by hand, else by its 隔页. */
export const fieldsOf = (plan: Plan, firstId: PageId | undefined): PlanFields => {
  const none = { category: null, retention: null, matterId: null };
  if (firstId === undefined) return none;
  const { category, retention, matterId } = plan.fields.get(firstId) ?? plan.proposed.get(firstId) ?? none;
  return { category, retention, matterId };
};
