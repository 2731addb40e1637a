// 移交数据包 built from the archive; the journal keeps its fingerprint, so the package can be traced to this chain.
import type { Input, Output } from "#contract/contract";
import { journalHead } from "#db/journal";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { gatherContent, usualPackageId } from "./gather-content.ts";
import { writePackage } from "./write-package.ts";

/** Writes and verifies a package. Date and anchor may be given, so that the same archive gives the same bytes again. */
export async function buildPackage(
  house: House,
  archive: OpenArchive,
  input: Input<"package.write">,
  job: Job,
): Promise<Output<"package.write">> {
  const db = archive.connection.read;
  const content = gatherContent(db, archive, input);
  const head = journalHead(db);
  const packageId = input.packageId ?? usualPackageId(content);
  const written = await writePackage({
    content,
    target: input.into,
    packageId,
    baggingDate: input.baggingDate ?? house.clock.now().slice(0, 10),
    anchor: input.anchor ?? `${head.sequence}:${head.hash}`,
    appVersion: house.programVersion,
    progress: ({ phase, bytesDone, bytesTotal }) =>
      job.progress(phase === "write" ? "写入" : "核对", bytesDone, bytesTotal, "byte"),
    signal: job.signal,
  });
  await writeStep(house, archive, "package.write", () => ({
    output: undefined,
    objectId: packageId,
    after: written.fingerprint,
    keepsUndo: true,
    nouns: ["package"],
  }));
  const { path, files, bytes, fingerprint, report } = written;
  return {
    path,
    packageId,
    itemCount: content.items.length,
    restrictedCount: content.excludedRestrictedCount,
    paperCount: content.excludedPaperCount,
    fileCount: files,
    bytes,
    fingerprint,
    report,
  };
}
