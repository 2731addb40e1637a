// What follows a page that is in: marked when it falls short of DA/T 31-2017, and the steps of its profile made of it. The
// feeder does not wait for either; the scan itself stays as it came.
import type { PageId } from "#contract/scan";
import type { ScanProfile } from "#contract/scan-profile";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import { addPageMark } from "#db/page-mark";
import { getPageVersion } from "#db/scan";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { makeDerivative } from "#engine/page/make-derivative";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";

/** DA/T 31-2017, 9.4: no page under 200 dpi. */
export const leastDpi = 200;

export type PagesFollowed = {
  /** Puts pages in the line; returns at once. */
  take(pages: readonly PageId[]): void;
  /** Waits until the line is empty. */
  settle(): Promise<void>;
  notes(): readonly string[];
};

/** Follows the pages of one run. */
export function followPages(
  house: House,
  archive: OpenArchive,
  profile: ScanProfile | undefined,
  job: Job,
): PagesFollowed {
  const notes = new Set<string>();
  let line: Promise<void> = Promise.resolve();

  async function mark(pageId: PageId): Promise<void> {
    const version = getPageVersion(archive.connection.read, pageId);
    const wanted = Math.max(leastDpi, profile?.dpi ?? 0);
    if (!version?.dpi || version.dpi >= wanted) return;
    const value = String(version.dpi);
    await writeStep(house, archive, "device.scan", (db) => {
      addPageMark(db, pageId, "low-resolution", value);
      return {
        output: undefined,
        objectId: pageId,
        after: value,
        reasonCode: "low-resolution",
        keepsUndo: true,
        nouns: ["page"],
      };
    });
    notes.add(`有页面只有 ${value} dpi，低于${profile ? "方案的" : "规定的"} ${wanted} dpi，已加提示。`);
  }
  async function follow(pageId: PageId): Promise<void> {
    await mark(pageId);
    if (!profile || profile.recipe.length === 0) return;
    try {
      await makeDerivative(house, archive, pageId, profile.recipe, job, { action: "device.scan" });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      notes.add(
        error.code === "task-cancelled"
          ? "停止后有页面没有按方案处理，原图都在，可在图像处理中再做。"
          : `有页面没有按方案处理，原图都在：${sayRefusal(error.code, error.details)}`,
      );
    }
  }
  return {
    take(pages) {
      for (const pageId of pages) line = line.then(() => follow(pageId));
      // A fault waits until somebody asks for the end of the line.
      line.catch(() => undefined);
    },
    settle: () => line,
    notes: () => [...notes],
  };
}
