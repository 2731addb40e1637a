// 拼接: two scans of one large sheet become one image; the second page is set aside as joined and can be brought back.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import type { ReadDb } from "#db/open";
import { listPlaces, setPageAside } from "#db/page-place";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { refusalOfIo } from "#engine/refuse-io";
import { forgetFiles } from "#engine/vault/keep-file";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { noteDerivative, prepareDerivative } from "./make-derivative.ts";
import { refuseFixedPages } from "./refuse-fixed-pages.ts";
import { touchItems } from "./touch-items.ts";

/** Both of the tray, both of one item, or the other one of the tray. */
function refuseApart(db: ReadDb, pageId: PageId, otherId: PageId): void {
  const found = refuseFixedPages(db, [pageId, otherId]);
  const own = found.get(pageId) ?? null;
  const theirs = found.get(otherId) ?? null;
  if (theirs !== null && theirs !== own) throw new Refusal("page-in-other-item");
  if (listPlaces(db, [pageId, otherId]).some((place) => place.setAside !== "")) throw new Refusal("page-set-aside");
}

/** Refuses as page.join declares. */
export async function joinPages(
  house: House,
  archive: OpenArchive,
  { pageId, otherId, side }: Input<"page.join">,
  job: Job,
): Promise<Output<"page.join">> {
  if (pageId === otherId) throw new Refusal("join-unlike");
  refuseApart(archive.connection.read, pageId, otherId);
  job.progress("拼接", 0, 2, "page");
  const recipe = [{ kind: "join" as const, pageId: otherId, side }];
  const prepared = await prepareDerivative(house, archive, pageId, recipe, job);
  job.progress("拼接", 1, 2, "page");
  try {
    return await writeStep(house, archive, "page.join", (db) => {
      refuseApart(db, pageId, otherId);
      const places = listPlaces(db, [pageId, otherId]);
      const number = noteDerivative(db, house, archive, pageId, prepared);
      setPageAside(db, otherId, "joined");
      const items = touchItems(
        db,
        places.filter((place) => place.pageId === otherId).map((place) => place.itemId),
      );
      return {
        output: { pageId, number },
        objectId: pageId,
        before: places,
        after: [otherId, side],
        undo: { name: "page.put-back", input: { places, items } },
        nouns: ["page", "scan", "item"],
      };
    });
  } catch (error) {
    await forgetFiles(archive, [prepared.file]);
    throw refusalOfIo(error);
  }
}
