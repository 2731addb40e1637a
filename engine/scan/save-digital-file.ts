// 另存原件 (or its reading copy): the bytes as they came, written beside their place, read again, compared, and only then named.
import { createHash, randomBytes } from "node:crypto";
import { open, rename, rm, type FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { getDigitalFile } from "#db/digital-file";
import { getItemRow } from "#db/item";
import { getContentKey } from "#db/keys";
import { getReadingCopy } from "#db/reading-copy";
import { getVaultFiles } from "#db/vault-file";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { refuseExisting } from "#engine/paper/write-checked-file";
import { refusalOfIo } from "#engine/refuse-io";
import { sealedPath } from "#engine/vault/archive-folder";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { openPart } from "#vault-format/open-file";
import { SealBroken } from "#vault-format/segment";
import { syncFolder } from "#vault-format/seal-file";

const chunkSize = 1024 * 1024;

function refuseWriting(error: unknown, name: string): unknown {
  if (error instanceof SealBroken) return new Refusal("digital-file-damaged", { name });
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code === "EFBIG") return new Refusal("target-file-limit", { name });
  if (code === "EIO" || code === "ENXIO" || code === "ENODEV") return new Refusal("target-lost");
  if (["ENOENT", "ENAMETOOLONG", "EISDIR"].includes(code)) return new Refusal("target-not-writable");
  return refusalOfIo(error);
}

/** SHA-256 of a file as the disk gives it back. */
async function readAgain(draft: FileHandle, size: number, job: Job): Promise<string> {
  const digest = createHash("sha256");
  const piece = Buffer.allocUnsafe(chunkSize);
  for (let at = 0; ;) {
    refuseWhenCancelled(job.signal);
    const { bytesRead } = await draft.read(piece, 0, piece.length, at);
    if (bytesRead === 0) return digest.digest("hex");
    digest.update(piece.subarray(0, bytesRead));
    at += bytesRead;
    job.progress("复核", at, Math.max(size, at), "byte");
  }
}

/** Refuses as digital-file.save-as declares; nothing half written stays behind. */
export async function saveDigitalFile(
  house: House,
  archive: OpenArchive,
  input: Input<"digital-file.save-as">,
  job: Job,
): Promise<Output<"digital-file.save-as">> {
  const { read } = archive.connection;
  const found = getDigitalFile(read, input.id);
  const fileId = input.isCopy ? getReadingCopy(read, input.id)?.fileId : found?.fileId;
  const facts = fileId ? getVaultFiles(read, [fileId]).get(fileId) : undefined;
  const key = facts && getContentKey(read, archive.keys, facts.id);
  if (!found || !facts || !key) throw new Refusal("digital-file-not-found");
  if (found.itemId && getItemRow(read, found.itemId)?.access === "restricted")
    throw new Refusal("digital-file-restricted");
  await refuseExisting(input.path, input.mayReplace);
  const draft = join(dirname(input.path), `.lindang-${randomBytes(6).toString("hex")}.part`);
  const name = basename(input.path);
  try {
    const file = await open(draft, "wx+");
    try {
      let done = 0;
      for await (const piece of openPart(sealedPath(archive.folder, facts.id), key, 0)) {
        refuseWhenCancelled(job.signal);
        await file.writeFile(piece);
        done += piece.length;
        job.progress("写出", done, facts.plainSize, "byte");
      }
      await file.sync();
      const sha256 = await readAgain(file, facts.plainSize, job);
      if (sha256 !== facts.plainSha256) throw new Refusal("digital-file-damaged", { name: found.file.sourceName });
    } finally {
      await file.close();
    }
    await refuseExisting(input.path, input.mayReplace);
    await rename(draft, input.path);
    await syncFolder(dirname(input.path));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw refuseWriting(error, name);
  }
  // That an original left the archive stands in the journal; where to does not.
  await writeStep(house, archive, "digital-file.save-as", () => ({
    output: undefined,
    objectId: input.id,
    after: facts.plainSha256,
    keepsUndo: true,
    nouns: [],
  }));
  return { path: input.path, size: facts.plainSize, sha256: facts.plainSha256 };
}
