// 可读性检测: sealed files are opened whole and digested anew; what does not come back as it went in is named.
import { createHash, randomInt } from "node:crypto";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { getContentKey } from "#db/keys";
import type { ReadDb, WriteDb } from "#db/open";
import {
  addReadabilityTest,
  codeOfFile,
  getReadabilityTest,
  listReadabilityFaults,
  noteReadabilityTest,
  type ReadabilityLine,
  type ReadabilityResult,
} from "#db/readability-test";
import { getVaultFiles, listVaultFileIds, type VaultFile } from "#db/vault-file";
import type { TaskHandler } from "#engine/handler";
import { refuseWhenCancelled } from "#engine/job";
import { sealedPath } from "#engine/vault/archive-folder";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import type { Written } from "#engine/written";
import { openPart } from "#vault-format/open-file";

const nouns = ["readability-test", "custody"];

/** Opens one sealed file whole; reads every byte, so that both digests are of what is on the disk now. */
async function openAndDigest(archive: OpenArchive, file: VaultFile): Promise<ReadabilityResult> {
  const key = getContentKey(archive.connection.read, archive.keys, file.id);
  if (!key) return "unreadable";
  const sha256 = createHash("sha256");
  const sm3 = createHash("sm3");
  try {
    for await (const piece of openPart(sealedPath(archive.folder, file.id), key, 0)) {
      sha256.update(piece);
      sm3.update(piece);
    }
  } catch (error) {
    return (error as { code?: string }).code === "ENOENT" ? "missing" : "unreadable";
  }
  return sha256.digest("hex") === file.plainSha256 && sm3.digest("hex") === file.plainSm3 ? "same" : "differs";
}

/** `count` names by chance; all when there are no more. */
function sampleOf(ids: readonly string[], count: number | undefined): string[] {
  const left = [...ids];
  if (count === undefined || count >= left.length) return left;
  for (let at = 0; at < count; at++) {
    const other = at + randomInt(left.length - at);
    [left[at], left[other]] = [left[other] ?? "", left[at] ?? ""];
  }
  return left.slice(0, count);
}

/** Refuses readability-nothing, task-cancelled; stopped half way nothing is kept. */
export const runReadabilityTest: TaskHandler<"readability-test.run"> = async (house, archive, input, job) => {
  const { read } = archive.connection;
  const all = listVaultFileIds(read);
  if (all.length === 0) throw new Refusal("readability-nothing");
  const chosen = [...getVaultFiles(read, sampleOf(all, input.sample)).values()];
  const total = chosen.reduce((sum, file) => sum + file.plainSize, 0);
  const id = house.makeId();
  const lines: ReadabilityLine[] = [];
  let done = 0;
  for (const file of chosen) {
    refuseWhenCancelled(job.signal);
    job.progress("verifying", done, total, "byte");
    const result = await openAndDigest(archive, file);
    lines.push({ testId: id, fileId: file.id, archivalCode: codeOfFile(read, file.id), result });
    done += file.plainSize;
  }
  refuseWhenCancelled(job.signal);
  job.progress("verifying", total, total, "byte");
  const test = {
    id,
    testedAt: house.clock.now(),
    tester: input.tester,
    kind: chosen.length < all.length ? ("random" as const) : ("full" as const),
    fileTotal: all.length,
    fileCount: chosen.length,
    byteCount: total,
    faultCount: lines.filter((line) => line.result !== "same").length,
    note: "",
  };
  return writeStep(house, archive, "readability-test.run", (db) => {
    addReadabilityTest(db, test, lines);
    return { output: test, objectId: id, after: [test, lines], nouns };
  });
};

/** The files that did not come back as they went in. Refuses custody-record-missing. */
export function listFaults(db: ReadDb, { id }: Input<"readability-test.faults">): Output<"readability-test.faults"> {
  if (!getReadabilityTest(db, id)) throw new Refusal("custody-record-missing");
  return listReadabilityFaults(db, id).flatMap(({ fileId, archivalCode, result }) =>
    result === "same" ? [] : [{ fileId, archivalCode, result }],
  );
}

/** Writes what was done about it. Refuses custody-record-missing. */
export function noteTest(
  db: WriteDb,
  { id, note }: Input<"readability-test.note">,
): Written<Output<"readability-test.note">> {
  const before = getReadabilityTest(db, id);
  if (!before) throw new Refusal("custody-record-missing");
  noteReadabilityTest(db, id, note);
  return {
    output: { ...before, note },
    objectId: id,
    before: before.note,
    after: note,
    undo: { name: "readability-test.note", input: { id, note: before.note } },
    nouns,
  };
}
