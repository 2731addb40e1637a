// Further sheets of a paper whose marked sheet was taken away: they bear no mark of their own, so the clerk is asked, and one
// act takes them all (personal-data P15). Where they lie is known in memory alone, until the archive is locked.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import type { ReadDb, WriteDb } from "#db/open";
import { listRestOfPile, type PlaceInPile, placesInPiles } from "#db/rest-of-pile";
import { findPaperOf } from "#db/secret-paper";
import { dropUndoOf } from "#db/undo";
import type { Desk } from "#engine/desk";
import { dropSecretPages } from "#engine/item/drop-secret";
import type { OpenArchive } from "#engine/vault/open-archive";
import type { Written } from "#engine/written";

type Asking = Pick<Desk, "archive">;

const placesOf = new WeakMap<OpenArchive, readonly PlaceInPile[]>();

/** Before pages of a secret paper go: what comes behind them in their pile will be asked about. */
export function noteRest(db: ReadDb, archive: OpenArchive, ids: readonly PageId[]): void {
  placesOf.set(archive, [...(placesOf.get(archive) ?? []), ...placesInPiles(db, ids)]);
}

/** Pages of the tray that came with a paper taken away, in the order of the tray. */
export function showRest(db: ReadDb, _: unknown, { archive }: Asking): Output<"reading.secret-rest"> {
  const pages = (placesOf.get(archive) ?? []).flatMap((place) => listRestOfPile(db, place));
  const byId = new Map(pages.map((each) => [each.pageId, each]));
  return { pages: [...byId.values()].sort((one, other) => one.place - other.place) };
}

/** Takes these pages of the tray away like the paper itself; the journal has the code alone. Refuses page-not-found. */
export function dropRest(db: WriteDb, { pageIds }: Input<"reading.drop-rest">): Written<Output<"reading.drop-rest">> {
  const all = new Set<PageId>();
  for (const id of pageIds) {
    const paper = findPaperOf(db, id);
    if (!paper || paper.itemId !== null) throw new Refusal("page-not-found");
    for (const each of paper.pageIds) all.add(each);
  }
  dropUndoOf(db, [...all]);
  const { droppedFiles } = dropSecretPages(db, undefined, [...all]);
  return {
    output: { count: all.size },
    objectId: "",
    reasonCode: "state-secret",
    droppedFiles: droppedFiles ?? [],
    nouns: ["scan", "page"],
  };
}

/** They belong to other papers: not asked about any more; the journal tells who said so. */
export function keepRest(_db: WriteDb, _input: unknown, { archive }: Asking): Written<Record<never, never>> {
  placesOf.delete(archive);
  return { output: {}, objectId: archive.id, keepsUndo: true, nouns: ["reading"] };
}
