// One finished file: written, read again, judged once more, and only then named; noted in the journal.
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { DoubleLayerFormat } from "#contract/double-layer";
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import type { Sketch } from "#engine/helper/proof";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import type { Bookmark, DocumentFacts } from "./document.ts";
import { gatherItems, type GatheredItem } from "./gather-items.ts";
import { makePages, type MadePage } from "./make-pages.ts";
import { writeOutFile, type Sink } from "./out-file.ts";
import { proveOfd } from "./prove-ofd.ts";
import { provePdf } from "./prove-pdf.ts";
import { writeOfd } from "./write-ofd.ts";
import { writePdf } from "./write-pdf.ts";

/** One double-layer file to be written. */
export type DoubleLayer = {
  readonly format: DoubleLayerFormat;
  readonly into: string;
  /** Without its ending. */
  readonly name: string;
  readonly title: string;
  readonly author: string;
  readonly pages: readonly (MadePage & { readonly itemId: ItemId })[];
  readonly bookmarks: readonly Bookmark[];
};
export const programName = "邻档 Lindang";

function factsOf(house: House, { title, author, pages }: DoubleLayer): DocumentFacts {
  const newest =
    pages
      .map(({ page }) => page.enteredAt)
      .toSorted()
      .at(-1) ?? "1980-01-01T00:00:00Z";
  const hash = createHash("sha256").update("lindang double-layer 1");
  for (const { page } of pages) hash.update(`\n${page.id} ${page.fileId}`);
  const id = hash.digest("hex").slice(0, 32);
  return { title, author, madeAt: newest, program: programName, version: house.programVersion, id };
}

/** Refuses what became of an item meanwhile: restricted, taken apart, its pages changed. */
function judgeAgain(archive: OpenArchive, { pages }: DoubleLayer, items: readonly GatheredItem[]): void {
  const ids = items.map(({ item }) => item.id);
  const now = gatherItems(archive.connection.read, ids);
  for (const { refused } of now) if (refused) throw refused;
  const shown = new Map(now.flatMap((each) => each.pages).map((page) => [page.id, page.fileId]));
  if (pages.some(({ page }) => shown.get(page.id) !== page.fileId)) throw new Refusal("item-changed-meanwhile");
}

/**
 * Writes one file and resolves to its path. `items` are those whose pages it holds. `step` is told after every page
 * written and every page read again.
 */
export async function writeOneFile(
  house: House,
  archive: OpenArchive,
  order: DoubleLayer,
  items: readonly GatheredItem[],
  job: Job,
  step: () => void,
): Promise<string> {
  const path = join(order.into, `${order.name}.${order.format}`);
  const facts = factsOf(house, order);
  const sketches: (Sketch | undefined)[] = [];
  const seen = (sketch: Sketch | undefined): void => {
    sketches.push(sketch);
    step();
  };
  const pages = (): ReturnType<typeof makePages> => makePages(house, archive, order.pages, job, seen);
  const last = (): void => {
    refuseWhenCancelled(job.signal);
    judgeAgain(archive, order, items);
  };
  const written =
    order.format === "pdf"
      ? await writeOutFile(
          path,
          (sink: Sink) => writePdf(sink, facts, pages(), { bookmarks: order.bookmarks }),
          async (bytes, { texts }) => {
            await provePdf(house.helpers, bytes, { texts, sketches }, job.signal, step);
            last();
          },
        )
      : await writeOutFile(
          path,
          (sink: Sink) => writeOfd(sink, facts, pages(), order.bookmarks),
          async (bytes, made) => {
            await proveOfd(bytes, made);
            order.pages.forEach(step);
            last();
          },
        );
  // That copies left the archive stands in the journal; where to does not.
  await writeStep(house, archive, "double-layer.write", () => ({
    output: undefined,
    objectId: items[0]?.item.id ?? "",
    after: [written.sha256, ...items.map(({ item }) => item.id)],
    keepsUndo: true,
    nouns: [],
  }));
  return path;
}
