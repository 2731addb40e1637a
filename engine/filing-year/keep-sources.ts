// 移交单位 and 岗位: who is expected to hand in.
import { collectionSourceId, type CollectionSource } from "#contract/collection-list";
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { addSource, findSource, getSource, listSources, setSource } from "#db/collection-list";
import { getFonds } from "#db/fonds";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";

/** Refuses fonds-not-found, collection-source-taken. */
export function addCollectionSource(
  db: WriteDb,
  { fondsId, kind, name }: Input<"collection.add-source">,
  desk: Desk,
): Written<CollectionSource> {
  if (!getFonds(db, fondsId)) throw new Refusal("fonds-not-found");
  if (findSource(db, fondsId, name)) throw new Refusal("collection-source-taken", { name });
  const position = (listSources(db, fondsId).at(-1)?.position ?? 0) + 1;
  const source = { id: collectionSourceId.parse(desk.makeId()), fondsId, kind, name, position, isUsed: true };
  addSource(db, source);
  const unused = { id: source.id, kind, name, isUsed: false };
  return {
    output: source,
    objectId: source.id,
    after: source,
    undo: { name: "collection.revise-source", input: unused },
    nouns: ["collection"],
  };
}

/** Refuses collection-not-found, collection-source-taken. */
export function reviseCollectionSource(
  db: WriteDb,
  { id, ...change }: Input<"collection.revise-source">,
): Written<CollectionSource> {
  const before = getSource(db, id);
  if (!before) throw new Refusal("collection-not-found");
  const same = findSource(db, before.fondsId, change.name);
  if (same && same.id !== id) throw new Refusal("collection-source-taken", { name: change.name });
  setSource(db, id, change);
  const { kind, name, isUsed } = before;
  return {
    output: { ...before, ...change },
    objectId: id,
    before,
    after: change,
    undo: { name: "collection.revise-source", input: { id, kind, name, isUsed } },
    nouns: ["collection"],
  };
}
