// What this room answers of the pages beside their image.
import { listAside, standingOf } from "#db/page-place";
import type { Reads, Tasks, Writes } from "#engine/handler";
import { insertionPoint, setInsertionPoint } from "#engine/scan/insertion-point";
import { joinPages } from "./join-pages.ts";
import { movePages, refuseOutsideTray } from "./move-pages.ts";
import { measurePage, previewPage } from "./preview-page.ts";
import { processPages } from "./process-pages.ts";
import { putPagesBack } from "./put-back.ts";
import { replacePage } from "./replace-page.ts";
import { bringPagesBack, setAsidePages } from "./set-aside.ts";
import { listPageVersions, showVersions } from "./show-version.ts";
import { splitPage } from "./split-page.ts";

export const pageReads = {
  "page.versions": listPageVersions,
  "page.insertion": (db, _input, { archive }) => {
    const pageId = insertionPoint(archive);
    return { pageId: pageId !== undefined && standingOf(db, pageId) !== undefined ? pageId : null };
  },
  "page.aside": (db, { offset, limit }) => listAside(db, offset, limit),
} satisfies Partial<Reads>;

export const pageWrites = {
  "page.show-version": showVersions,
  "page.set-aside": setAsidePages,
  "page.bring-back": bringPagesBack,
  "page.move": movePages,
  "page.replace": replacePage,
  "page.put-back": putPagesBack,
} satisfies Partial<Writes>;

export const pageTasks = {
  "page.process": processPages,
  "page.preview": previewPage,
  "page.measure": measurePage,
  "page.split": splitPage,
  "page.join": joinPages,
  "page.insert-after": (house, archive, { pageId }) => {
    if (pageId !== null) refuseOutsideTray(archive.connection.read, [pageId]);
    setInsertionPoint(archive, pageId);
    house.announce({ kind: "changed", nouns: ["page"] });
    return Promise.resolve({ pageId });
  },
} satisfies Partial<Tasks>;

export const pageWaysBack = {
  "page.show-version": showVersions,
  "page.put-back": putPagesBack,
};
