// A foreign OFD by its own words: opened for one answer, described by a helper, nothing of it kept or laid out.
import { z } from "zod";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { getDigitalFile } from "#db/digital-file";
import { getContentKey } from "#db/keys";
import { askOnce } from "#engine/helper/helper-pool";
import type { OfdFacts, OfdQuestion } from "#engine/helper/ofd-facts";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { sealedPath } from "#engine/vault/archive-folder";
import type { OpenArchive } from "#engine/vault/open-archive";
import { readPart } from "#vault-format/open-file";
import { SealBroken } from "#vault-format/segment";

const words = z.string().max(200);
const ofdFacts = z.object({
  kind: z.literal("ofd-facts"),
  ...{ docId: words, title: words, author: words, createdOn: words },
  pageCount: z.number().int().nullable(),
  isSigned: z.boolean(),
}) satisfies z.ZodType<OfdFacts>;

/** Refuses digital-file-not-found (also one that is no OFD), digital-file-damaged, document-damaged, helper-limit. */
export async function describeOfd(
  house: House,
  archive: OpenArchive,
  { digitalFileId }: Input<"source.describe-ofd">,
  job: Job,
): Promise<Output<"source.describe-ofd">> {
  const db = archive.connection.read;
  const found = getDigitalFile(db, digitalFileId);
  const key = found?.fileId ? getContentKey(db, archive.keys, found.fileId) : undefined;
  if (!found?.fileId || !key || found.file.format !== "ofd") throw new Refusal("digital-file-not-found");
  const bytes = await readPart(sealedPath(archive.folder, found.fileId), key, 0).catch((error: unknown) => {
    throw error instanceof SealBroken ? new Refusal("digital-file-damaged", { name: found.file.sourceName }) : error;
  });
  const question: OfdQuestion = { task: "ofd-facts", bytes };
  const answer = await askOnce(house.helpers, question, job.signal).catch((error: unknown) => {
    // A reader that crashes on a file says no more than that it is damaged.
    throw error instanceof Refusal && error.code === "image-damaged" ? new Refusal("document-damaged") : error;
  });
  const known = ofdFacts.safeParse(answer);
  if (!known.success) throw new Refusal("document-damaged");
  const { kind: _, ...facts } = known.data;
  return facts;
}
