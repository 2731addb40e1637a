// What any page may ask of the desk: items written as double-layer files, the received PDF of a page opened.
import type { ItemId } from "#contract/item";
import type { PageId } from "#contract/scan";
import { makeStore } from "./store.ts";

/** One wish to export; it stays until its outcome was read, and several may be under way. */
export type ExportWish = { readonly key: string; readonly itemIds: readonly ItemId[] };
export const exportWishes = makeStore<readonly ExportWish[]>([]);

/** Opens the dialog for these items. */
export const wishExport = (itemIds: readonly ItemId[]): void =>
  exportWishes.set((now) => [...now, { key: crypto.randomUUID(), itemIds }]);
export const dropWish = (key: string): void => exportWishes.set((now) => now.filter((wish) => wish.key !== key));

/** The page whose received PDF is shown over the desk. */
export const shownSource = makeStore<PageId | undefined>(undefined);
