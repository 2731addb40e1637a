// 高拍仪: a still is durable as it came before anything is made of it; then it is flattened, turned, split, and takes the
// place of the page it was taken again for. What cannot be flattened is kept and shown whole (product W15, J3).
import type { Input, Output } from "#contract/contract";
import type { ImageRecipe, ImageStep } from "#contract/derivative";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import type { PageId } from "#contract/scan";
import type { WriteDb } from "#db/open";
import { addPageMark, setByClerk } from "#db/page-mark";
import { countCaptures, swapPlaces, takePlaces } from "#db/retake";
import { getPageVersion } from "#db/scan";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { refusalOfIo } from "#engine/refuse-io";
import { acceptCapture } from "#engine/scan/accept-capture";
import { judgeSecurityMark } from "#engine/scan/judge-security-mark";
import { refuseForeignPages } from "#engine/scan/refuse-foreign-pages";
import { forgetFiles } from "#engine/vault/keep-file";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import type { Written } from "#engine/written";
import { noteDerivative, type PreparedDerivative, prepareDerivative } from "./make-derivative.ts";

type Asked = Input<"capture.keep">;

/** What is made of a still, one recipe per page in reading order; an empty recipe shows the still as it came. */
export function recipesOf({ corners, quarters, isSpread, foldAt }: Asked): ImageRecipe[] {
  const sheet: ImageStep[] = corners ? [{ kind: "flatten", corners }] : [];
  if (quarters !== 0) sheet.push({ kind: "turn", quarters });
  if (!isSpread) return [sheet];
  return (["first", "second"] as const).map((half) => [...sheet, { kind: "half" as const, half, at: foldAt }]);
}

/**
 * Keeps one still; it is durable when this answers, and nothing of it was a file outside the archive.
 * Refuses state-secret, disk-full, image-damaged, image-too-large, duplicate-file, page-not-found, page-in-use.
 */
export async function keepCapture(
  house: House,
  archive: OpenArchive,
  input: Asked,
  job: Job,
): Promise<Output<"capture.keep">> {
  // A state secret is not even looked at (P15).
  judgeSecurityMark(input.securityMark);
  refuseForeignPages(archive.connection.read, input.replaces, null);
  const number = countCaptures(archive.connection.read, input.capture.pileId) + 1;
  const name = `高拍仪 ${String(number).padStart(3, "0")}.jpg`;
  const { bytes, capture, isSpread } = input;
  house.lastStillMs = house.clock.monotonicMs();
  const outcome = await acceptCapture(
    house,
    archive,
    { name, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), capture, copies: isSpread ? 2 : 1 },
    job,
  ).catch((error: unknown) => {
    throw refusalOfIo(error);
  });
  if (outcome.outcome === "reject") throw refusalFrom(outcome.code, name);
  // From here on the still is kept: what goes wrong costs its shape, never the page.
  const made = await makeAll(house, archive, outcome.pageIds, recipesOf(input), job);
  try {
    await writeStep(house, archive, "capture.keep", (db) =>
      note(db, house, archive, input, outcome.pageIds, made.done),
    );
  } catch (error) {
    await forgetFiles(
      archive,
      made.done.flatMap((each) => (each ? [each.file] : [])),
    );
    throw refusalOfIo(error);
  }
  const pages = outcome.pageIds.map((id) => {
    const version = getPageVersion(archive.connection.read, id);
    return { id, width: version?.width ?? 0, height: version?.height ?? 0 };
  });
  return { pages, code: made.refused?.code ?? "ok", message: made.refused ? sayRefusal(made.refused.code) : "" };
}

/** The way back of a 重拍; its own way back is the same call turned round. Refuses page-not-found, page-in-use. */
export function swapCaptures(db: WriteDb, { aside, back }: Input<"capture.swap">): Written<Record<string, never>> {
  refuseForeignPages(db, [...aside, ...back], null, { mayBeAside: true });
  if (swapPlaces(db, aside, back) !== back.length) throw new Refusal("page-not-found");
  return {
    output: {},
    objectId: back[0] ?? "",
    after: { aside, back },
    undo: { name: "capture.swap", input: { aside: back, back: aside } },
    nouns: ["scan", "page"],
  };
}

const known = ["disk-full", "image-damaged", "image-too-large", "duplicate-file"] as const;

function refusalFrom(code: string, name: string): Refusal {
  return new Refusal(known.find((each) => each === code) ?? "image-damaged", { name });
}

type Made = { readonly done: readonly (PreparedDerivative | null)[]; readonly refused: Refusal | undefined };

/** Makes every picture there is to make, side by side; one that is refused leaves all pages whole. */
async function makeAll(
  house: House,
  archive: OpenArchive,
  ids: readonly PageId[],
  recipes: readonly ImageRecipe[],
  job: Job,
): Promise<Made> {
  const tries = await Promise.allSettled(
    ids.map(async (id, at) => {
      const recipe = recipes[at] ?? [];
      return recipe.length === 0 ? null : prepareDerivative(house, archive, id, recipe, job, 1);
    }),
  );
  const done = tries.map((each) => (each.status === "fulfilled" ? each.value : null));
  const thrown: unknown[] = tries.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
  if (thrown.length === 0) return { done, refused: undefined };
  await forgetFiles(
    archive,
    done.flatMap((each) => (each ? [each.file] : [])),
  );
  const refused = thrown.map(refusalOfIo).find((each) => each instanceof Refusal);
  if (!refused) throw thrown[0];
  return { done: ids.map(() => null), refused };
}

function note(
  db: WriteDb,
  house: House,
  archive: OpenArchive,
  input: Asked,
  ids: readonly PageId[],
  made: readonly (PreparedDerivative | null)[],
): Written<undefined> {
  ids.forEach((id, at) => {
    const prepared = made[at];
    if (prepared) noteDerivative(db, house, archive, id, prepared);
    for (const { mark, value } of input.marks) addPageMark(db, id, mark, value);
    if (input.isFirstPage && at === 0) addPageMark(db, id, "first-page", setByClerk);
  });
  const { replaces } = input;
  if (replaces.length > 0) {
    // Somebody may have made an item of it meanwhile.
    refuseForeignPages(db, replaces, null);
    takePlaces(db, ids, replaces);
  }
  return {
    output: undefined,
    objectId: ids[0] ?? "",
    after: made.map((each) => each?.file.plainSha256 ?? ""),
    ...(replaces.length > 0
      ? { undo: { name: "capture.swap" as const, input: { aside: ids, back: replaces } } }
      : { keepsUndo: true as const }),
    nouns: ["scan", "page"],
  };
}
