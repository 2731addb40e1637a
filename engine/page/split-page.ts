// 双页切分: a spread taken as one image becomes two pages, in reading order. Both keep the image as it was received.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { pageId as asPageId } from "#contract/scan";
import { listPlaces, makeRoom, placeInTray } from "#db/page-place";
import { copyPage } from "#db/page-version";
import { placePage } from "#db/scan";
import { measurePicture } from "#engine/helper/measure-picture-question";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { refusalOfIo } from "#engine/refuse-io";
import { forgetFiles } from "#engine/vault/keep-file";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { noteDerivative, type PreparedDerivative, prepareDerivative } from "./make-derivative.ts";
import { openVersion } from "./open-version.ts";
import { refuseFixedPages } from "./refuse-fixed-pages.ts";
import { touchItems } from "./touch-items.ts";

/** Both pages or none. Refuses as page.split declares. */
export async function splitPage(
  house: House,
  archive: OpenArchive,
  { pageId, at: asked }: Input<"page.split">,
  job: Job,
): Promise<Output<"page.split">> {
  refuseFixedPages(archive.connection.read, [pageId]);
  job.progress("切分", 0, 3, "page");
  const { version, picture } = await openVersion(archive, pageId);
  const at = asked ?? (await measurePicture(house.helpers, picture, job.signal)).fold;
  const prepared: PreparedDerivative[] = [];
  try {
    for (const half of ["first", "second"] as const) {
      job.progress("切分", prepared.length + 1, 3, "page");
      const recipe = [{ kind: "half" as const, half, at }];
      prepared.push(await prepareDerivative(house, archive, pageId, recipe, job, version.number));
    }
    const [first, second] = prepared;
    if (!first || !second) throw new Error("a spread has two halves");
    return await writeStep(house, archive, "page.split", (db) => {
      refuseFixedPages(db, [pageId]);
      const places = listPlaces(db, [pageId]);
      const [place] = places;
      if (!place) throw new Refusal("page-not-found");
      const secondId = asPageId.parse(house.makeId());
      copyPage(db, pageId, secondId, version.number);
      noteDerivative(db, house, archive, pageId, first);
      noteDerivative(db, house, archive, secondId, second);
      const { itemId, partNumber, position } = place;
      if (itemId !== null && partNumber !== null && position !== null) {
        makeRoom(db, place);
        placePage(db, secondId, itemId, partNumber, position + 1);
      } else if (place.setAside === "") placeInTray(db, [secondId], pageId);
      const items = touchItems(db, [itemId]);
      return {
        output: { pageIds: [pageId, secondId], at },
        objectId: pageId,
        before: places,
        after: [secondId, at],
        undo: { name: "page.put-back", input: { places, items, drop: listPlaces(db, [secondId]) } },
        nouns: ["page", "scan", "item"],
      };
    });
  } catch (error) {
    await forgetFiles(
      archive,
      prepared.map((each) => each.file),
    );
    throw refusalOfIo(error);
  }
}
