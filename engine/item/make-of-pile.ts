// 成件: the runs of a pile become items in one go, what is blank or a 隔页 is set aside; one way back for all of it.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { getCategory, getMatter } from "#db/fonds";
import type { WriteDb } from "#db/open";
import { bringBack, countInTray, layAside } from "#db/pile";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { dissolveItem } from "./dissolve-item.ts";
import { makeItem } from "./make-item.ts";

type Run = Input<"pile.make">["runs"][number];

/** What a run is described with; the rest is carried forward from the last item, as for one made by hand. */
function fieldsOf(db: WriteDb, { category, retention, matterId }: Run) {
  if (category !== null && !getCategory(db, category)) throw new Refusal("category-not-found");
  const matter = matterId === null ? undefined : getMatter(db, matterId);
  if (matterId !== null && !matter) throw new Refusal("matter-not-found");
  return {
    ...(category !== null && { category }),
    ...(retention !== null && { retention }),
    ...(matter && { matterId, fondsId: matter.fondsId, category: matter.category }),
  };
}

/** Refuses pile-stale, fonds-not-found, fonds-closed, category-not-found, matter-not-found, matter-closed; nothing is made then. */
export function makeOfPile(db: WriteDb, input: Input<"pile.make">, desk: Desk): Written<Output<"pile.make">> {
  const placed = [...input.runs.flatMap((run) => run.pageIds), ...input.aside.map(({ pageId }) => pageId)];
  // What was looked at must still lie there, each page once.
  if (new Set(placed).size !== placed.length || countInTray(db, placed) !== placed.length)
    throw new Refusal("pile-stale");
  const made = input.runs.map((run) =>
    makeItem(db, { pageIds: run.pageIds, fileIds: [], fields: fieldsOf(db, run), securityMark: "" }, desk),
  );
  for (const why of ["blank", "separator"] as const)
    layAside(
      db,
      input.aside.filter((each) => each.why === why).map(({ pageId }) => pageId),
      why,
    );
  const items = made.map(({ output: { item } }) => ({
    id: item.id,
    revision: item.revision,
    imageCount: item.imageCount,
  }));
  return {
    output: { items: items.map(({ id, imageCount }) => ({ id, imageCount })), asideCount: input.aside.length },
    objectId: items[0]?.id ?? "",
    after: made.map((each) => each.after),
    undo: {
      name: "pile.unmake",
      input: {
        items: items.map(({ id, revision }) => ({ id, revision })),
        asideIds: input.aside.map(({ pageId }) => pageId),
      },
    },
    nouns: ["item", "scan", "page"],
  };
}

/** Refuses what item.dissolve refuses of any of the items, and pile-stale when a page set aside is no more. */
export function unmakePile(db: WriteDb, { items, asideIds }: Input<"pile.unmake">): Written<Output<"pile.unmake">> {
  const dissolved = items.map((each) => dissolveItem(db, each));
  if (bringBack(db, asideIds) !== asideIds.length) throw new Refusal("pile-stale");
  const pageCount = dissolved.reduce((sum, { output }) => sum + output.pageCount, asideIds.length);
  return {
    output: { pageCount },
    objectId: items[0]?.id ?? "",
    keepsUndo: true,
    droppedFiles: [],
    nouns: ["item", "scan", "page", "cross-reference", "volume", "register"],
  };
}
