// Which of the chosen items may leave, and what stays: judged again for each item right before it is written.
import type { Output } from "#contract/contract";
import type { Input } from "#contract/contract";
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { countUnjudged, listLayerItems, listLayerPages, type LayerItem, type LayerPage } from "#db/double-layer";
import type { ReadDb } from "#db/open";

/** An item with its pages, or the reason it stays. */
export type GatheredItem = {
  readonly item: LayerItem;
  readonly label: string;
  /** The title outside the archive: of a restricted item the neutral one alone (P6). */
  readonly title: string;
  readonly pages: readonly LayerPage[];
  readonly refused: Refusal | null;
};

/** 档号, or what stands for it; a restricted item without one keeps its title to itself too. */
export const labelOf = ({ archivalCode, seq }: LayerItem): string =>
  archivalCode === "" ? `未归档-${seq}` : archivalCode;

/** Has a reading of the very version that is shown: the text of another would lie beside its words. */
export const isRead = (page: LayerPage): boolean =>
  page.readingState === "read" && page.readVersion === page.shownVersion;

function judge(item: LayerItem, pages: readonly LayerPage[], unjudged: number): Refusal | null {
  const name = labelOf(item);
  if (item.access === "restricted") return new Refusal("double-layer-restricted", { name });
  if (unjudged > 0) return new Refusal("double-layer-unjudged", { name, count: unjudged });
  return pages.length === 0 ? new Refusal("item-without-pages") : null;
}

/** The items in the order asked for. Pages of one that stays are not given. */
export function gatherItems(db: ReadDb, ids: readonly ItemId[]): GatheredItem[] {
  const items = listLayerItems(db, ids);
  const found = items.map(({ id }) => id);
  const pages = listLayerPages(db, found);
  const unjudged = countUnjudged(db, found);
  return items.map((item) => {
    const own = pages.get(item.id) ?? [];
    const refused = judge(item, own, unjudged.get(item.id) ?? 0);
    const title = item.access === "restricted" ? item.neutralTitle : item.title;
    return { item, label: labelOf(item), title, pages: refused ? [] : own, refused };
  });
}

/** What would leave. */
export function planDoubleLayer(db: ReadDb, { itemIds }: Input<"double-layer.plan">): Output<"double-layer.plan"> {
  const gathered = gatherItems(db, itemIds);
  const leaving = gathered.filter(({ refused }) => refused === null);
  const pages = leaving.flatMap((each) => each.pages);
  const count = (code: Refusal["code"]): number => gathered.filter(({ refused }) => refused?.code === code).length;
  return {
    itemCount: leaving.length,
    pageCount: pages.length,
    unreadPageCount: pages.filter((page) => !isRead(page)).length,
    bytes: pages.reduce((sum, { size }) => sum + size, 0),
    restrictedCount: count("double-layer-restricted"),
    unjudgedCount: count("double-layer-unjudged"),
    pagelessCount: count("item-without-pages"),
    digitalFileCount: leaving.reduce((sum, { item }) => sum + item.fileCount, 0),
  };
}
