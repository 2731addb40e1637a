// What else holds the image of a page that must go with a state secret (personal-data P15): pages joined into it, pages it was
// taken again for, and the other half of a spread, which still has the whole scan as its first version.
import { and, desc, eq, inArray, ne, notInArray } from "drizzle-orm";
import type { ImageRecipe } from "#contract/derivative";
import type { PageId } from "#contract/scan";
import type { WriteDb } from "./open.ts";
import { pageMarkTable } from "./page-mark.ts";
import { countItemPages } from "./page-place.ts";
import { unindexPageText } from "./page-words.ts";
import { dropReadingText, setWaiting } from "./reading.ts";
import { dropPages, pageTable, pageVersionTable, whereaboutsOf } from "./scan.ts";
import { setItem } from "./item.ts";

const asideAmong = (db: WriteDb, ids: readonly PageId[]): PageId[] =>
  db
    .select({ id: pageTable.id })
    .from(pageTable)
    .where(and(ne(pageTable.setAside, ""), inArray(pageTable.id, [...ids])))
    .all()
    .map((row) => row.id);

/** The pages themselves, and those set aside because they were joined into them or taken again. */
function pagesOfSecret(db: WriteDb, ids: readonly PageId[]): PageId[] {
  const all = new Set(ids);
  let fresh = [...ids];
  while (fresh.length > 0) {
    const joined = db
      .select({ recipe: pageVersionTable.recipe })
      .from(pageVersionTable)
      .where(inArray(pageVersionTable.pageId, fresh))
      .all()
      .flatMap(({ recipe }) =>
        (JSON.parse(recipe) as ImageRecipe).flatMap((step) => (step.kind === "join" ? [step.pageId as PageId] : [])),
      );
    const retaken = db
      .select({ id: pageMarkTable.pageId })
      .from(pageMarkTable)
      .where(and(eq(pageMarkTable.mark, "same-page"), inArray(pageMarkTable.value, fresh)))
      .all()
      .map((row) => row.id);
    fresh = asideAmong(db, [...joined, ...retaken]).filter((id) => !all.has(id));
    for (const id of fresh) all.add(id);
  }
  return [...all];
}

/**
 * Takes versions of other pages away that are kept in these files; a page keeps the newest version of its own. Returns pages
 * that have none: they are the secret itself and must go too.
 */
function stripSharedVersions(db: WriteDb, files: readonly string[], dropped: readonly PageId[]): PageId[] {
  const shared = and(inArray(pageVersionTable.fileId, [...files]), notInArray(pageVersionTable.pageId, [...dropped]));
  const owners = new Set(
    db
      .select({ id: pageVersionTable.pageId })
      .from(pageVersionTable)
      .where(shared)
      .all()
      .map((row) => row.id),
  );
  db.delete(pageVersionTable).where(shared).run();
  const bare: PageId[] = [];
  for (const id of owners) {
    const own = eq(pageVersionTable.pageId, id);
    const left = db.select().from(pageVersionTable).where(own).orderBy(desc(pageVersionTable.number)).all();
    const page = db.select().from(pageTable).where(eq(pageTable.id, id)).get();
    const newest = left[0];
    if (!newest) bare.push(id);
    else if (!left.some((version) => version.number === page?.shownVersion))
      db.update(pageTable).set({ shownVersion: newest.number }).where(eq(pageTable.id, id)).run();
    // What was read there may be the secret's words, and its key went with the first version.
    dropReadingText(db, id);
    setWaiting(db, [id]);
    if (page) unindexPageText(db, page.seq);
  }
  return bare;
}

/** Forgets pages and everything that still shows what is on them; returns the files to remove, keys dropped. */
export function dropSecretImages(db: WriteDb, ids: readonly PageId[]): string[] {
  const all = pagesOfSecret(db, ids);
  const ofPages = inArray(pageVersionTable.pageId, all);
  const versions = db.select({ fileId: pageVersionTable.fileId }).from(pageVersionTable).where(ofPages).all();
  const bare = stripSharedVersions(
    db,
    versions.map((row) => row.fileId),
    all,
  );
  const items = new Set(whereaboutsOf(db, bare).values());
  const files = dropPages(db, [...all, ...bare], true);
  for (const id of items) if (id !== null) setItem(db, id, { imageCount: countItemPages(db, id) });
  return files;
}
