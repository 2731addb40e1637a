// 挂接: files taken in as any others are, and put into their items; an item gets all of its files or none. A filed item
// keeps its 档号: its record is frozen anew, because the digest of a record holds the digests of its pages.
import type { Input, Output } from "#contract/contract";
import type { ImageMatch } from "#contract/image-matching";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import type { PageId, ScanOutcome } from "#contract/scan";
import { isYearClosed } from "#db/filing-year";
import { getItemRecord } from "#db/image-match";
import { listParts, setItem } from "#db/item";
import type { WriteDb } from "#db/open";
import { dropPages } from "#db/scan";
import { freezeRecord } from "#engine/filing-unit/freeze-record";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { placeParts } from "#engine/item/place-parts";
import { acceptScans } from "#engine/scan/accept-scans";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { matchImages } from "./match-images.ts";

/** Files taken in before their items are written: several items share one wait for the disk. */
const together = 64;

type Failure = Output<"image-matching.attach">["failures"][number];
type Taken = { readonly match: ImageMatch; readonly outcomes: readonly ScanOutcome[] };

/** Refuses source-missing, image-match-empty, image-match-stale, disk-full. Stopped, it keeps the items that are whole. */
export async function attachImages(
  house: House,
  archive: OpenArchive,
  input: Input<"image-matching.attach">,
  job: Job,
): Promise<Output<"image-matching.attach">> {
  const plan = await matchImages(house, archive, input, job);
  if (input.planDigest !== undefined && input.planDigest !== plan.planDigest) throw new Refusal("image-match-stale");
  const wanted = plan.matches.filter(({ outcome }) => outcome === "ready" || outcome === "pages-differ");
  const total = wanted.reduce((sum, { files }) => sum + files.length, 0);
  const failures: Failure[] = [];
  let [itemCount, pageCount, done] = [0, 0, 0];
  for (const batch of batches(wanted)) {
    refuseWhenCancelled(job.signal);
    const paths = batch.flatMap(({ itemId }) => plan.pathsOf.get(itemId) ?? []);
    const quiet: Job = { ...job, progress: (_, some) => job.progress("挂接", done + some, total, "file") };
    const { outcomes } = await acceptScans(house, archive, { paths, securityMark: "" }, quiet);
    const byPath = new Map(outcomes.map((each) => [each.path, each]));
    const taken = batch.map((match) => ({
      match,
      outcomes: (plan.pathsOf.get(match.itemId) ?? []).flatMap((path) => byPath.get(path) ?? []),
    }));
    const written = await writeBatch(house, archive, taken);
    itemCount += written.itemCount;
    pageCount += written.pageCount;
    failures.push(...written.failures);
    done += paths.length;
  }
  return { itemCount, pageCount, failures };
}

function* batches(matches: readonly ImageMatch[]): Generator<ImageMatch[]> {
  let batch: ImageMatch[] = [];
  let files = 0;
  for (const match of matches) {
    batch.push(match);
    files += match.files.length;
    if (files < together) continue;
    yield batch;
    [batch, files] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

async function writeBatch(
  house: House,
  archive: OpenArchive,
  taken: readonly Taken[],
): Promise<Output<"image-matching.attach">> {
  return writeStep(house, archive, "image-matching.attach", (db) => {
    const failures: Failure[] = [];
    const useless: PageId[] = [];
    const attached: Input<"image-matching.detach">["items"] = [];
    let pageCount = 0;
    for (const { match, outcomes } of taken) {
      const pageIds = outcomes.flatMap((outcome) => outcome.pageIds);
      const failure = failureOf(db, match, outcomes);
      if (failure) {
        failures.push(failure);
        useless.push(...pageIds);
        continue;
      }
      const hadParts = listParts(db, match.itemId).length > 0;
      putPages(db, match, pageIds);
      attached.push({ itemId: match.itemId, pageIds, hadParts });
      pageCount += pageIds.length;
    }
    return {
      output: { itemCount: attached.length, pageCount, failures },
      objectId: attached[0]?.itemId ?? "",
      after: attached,
      keepsUndo: true,
      // One step of a large folder is one way back.
      ...(attached.length > 0 && { undo: { name: "image-matching.detach" as const, input: { items: attached } } }),
      nouns: ["item", "scan"],
      ...(useless.length > 0 && { droppedFiles: dropPages(db, useless) }),
    };
  });
}

/** What keeps the files of one item out; looked at again inside the transaction. */
function failureOf(
  db: WriteDb,
  { itemId, archivalCode, files }: ImageMatch,
  outcomes: readonly ScanOutcome[],
): Failure | null {
  const rejected = outcomes.findIndex(({ outcome }) => outcome === "reject");
  if (rejected >= 0) return { archivalCode, path: files[rejected] ?? "", message: outcomes[rejected]?.message ?? "" };
  const item = getItemRecord(db, itemId);
  const isOpen = item && item.imageCount === 0 && item.carrier !== "sealed" && !isYearClosed(db, item);
  const noPages = outcomes.every(({ pageIds }) => pageIds.length === 0);
  if (isOpen && !noPages) return null;
  return { archivalCode, path: files[0] ?? "", message: sayRefusal("image-match-stale") };
}

function putPages(db: WriteDb, { itemId }: ImageMatch, pageIds: readonly PageId[]): void {
  const listed = listParts(db, itemId);
  const known = listed.length > 0 ? listed : [{ kind: "正文" as const, title: "" }];
  const body = Math.max(
    0,
    known.findIndex(({ kind }) => kind === "正文" || kind === "正本"),
  );
  const parts = known.map(({ kind, title }, at) => ({ kind, title, pageIds: at === body ? pageIds : [] }));
  setItem(db, itemId, { imageCount: placeParts(db, itemId, parts) });
  const item = getItemRecord(db, itemId);
  if (item?.state === "filed") setItem(db, itemId, { recordHash: freezeRecord(db, item, item.archivalCode) });
}
