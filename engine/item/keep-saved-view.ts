// 常用筛选: a filter is kept under a name, or dropped.
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { savedViewId, type SavedView } from "#contract/saved-view";
import type { WriteDb } from "#db/open";
import { dropSavedView, listSavedViews, putSavedView } from "#db/saved-view";
import type { Desk } from "#engine/desk";
import { isRefusedPhrase } from "#engine/input/refused-heading";
import { findRefusedWords } from "#engine/input/refused-words";
import type { Written } from "#engine/written";

/** Keeps a view; one of the same name is replaced, and comes back with the undo. Refuses field-refused: no view is of a people or a watch list (P2, P3). */
export function keepSavedView(db: WriteDb, input: Input<"saved-view.keep">, desk: Desk): Written<SavedView> {
  if (isRefusedPhrase(input.name) || findRefusedWords(input.name).length > 0)
    throw new Refusal("field-refused", { where: "「筛选的名称」" });
  const before = listSavedViews(db).find((view) => view.name === input.name);
  const view = { ...input, id: before?.id ?? savedViewId.parse(desk.makeId()) };
  putSavedView(db, view);
  const { id: _, ...earlier } = before ?? view;
  return {
    output: view,
    objectId: view.id,
    ...(before && { before }),
    after: view,
    undo: before ? { name: "saved-view.keep", input: earlier } : { name: "saved-view.drop", input: { id: view.id } },
    nouns: ["saved-view"],
  };
}

/** Refuses saved-view-not-found. */
export function removeSavedView(db: WriteDb, { id }: Input<"saved-view.drop">): Written<Record<string, never>> {
  const before = listSavedViews(db).find((view) => view.id === id);
  if (!before) throw new Refusal("saved-view-not-found");
  dropSavedView(db, id);
  const { id: _, ...earlier } = before;
  return { output: {}, objectId: id, before, undo: { name: "saved-view.keep", input: earlier }, nouns: ["saved-view"] };
}
