// 阅读副本: a PDF or OFD somebody made of a digital file, attached for reading. The file itself is not touched.
import { basename } from "node:path";
import type { Input, Output } from "#contract/contract";
import type { DigitalFile } from "#contract/digital-file";
import { Refusal } from "#contract/refusal";
import { getDigitalFile, listAwaiting } from "#db/digital-file";
import { getItemRow } from "#db/item";
import type { ReadDb } from "#db/open";
import { putReadingCopy } from "#db/reading-copy";
import { decodeSource } from "#engine/helper/decode";
import { describeSource } from "#engine/helper/describe";
import type { House } from "#engine/house";
import { printableName } from "#engine/input/check-name";
import { judgeName } from "#engine/input/check-source";
import { identifyFormat } from "#engine/input/identify-format";
import { readSource } from "#engine/input/read-source";
import type { Job } from "#engine/job";
import { refusalOfIo } from "#engine/refuse-io";
import { forgetFiles, keepFile, noteFile } from "#engine/vault/keep-file";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";

/** A PDF counts as whole when every page of it can be drawn, an OFD when every part of it can be read. */
async function checkWhole(house: House, bytes: Buffer, job: Job): Promise<"pdf" | "ofd"> {
  const format = identifyFormat(bytes);
  if (format === "pdf") {
    let total = 1;
    for await (const part of decodeSource(house.helpers, { bytes, format }, { signal: job.signal })) {
      if (part.kind === "opened") total = part.pageCount;
      if (part.kind === "page") job.progress("核对副本", part.pageNumber, total, "page");
    }
    return format;
  }
  if (format !== "ofd") throw new Refusal(format === "empty" ? "file-empty" : "reading-copy-format");
  await describeSource(house.helpers, { format, bytes, size: bytes.length }, job.signal);
  return format;
}

/** Refuses as reading-copy.supply declares. */
export async function supplyReadingCopy(
  house: House,
  archive: OpenArchive,
  { id, path }: Input<"reading-copy.supply">,
  job: Job,
): Promise<DigitalFile> {
  const found = getDigitalFile(archive.connection.read, id);
  if (!found) throw new Refusal("digital-file-not-found");
  judgeName(path);
  const source = await readSource(path, job.signal);
  const format = await checkWhole(house, source.bytes, job);
  const kept = await keepFile(archive, house.makeId, source.bytes, Buffer.alloc(0), source).catch((error: unknown) => {
    throw refusalOfIo(error);
  });
  try {
    return await writeStep(house, archive, "reading-copy.supply", (db) => {
      noteFile(db, archive, kept);
      const droppedFiles = putReadingCopy(db, {
        ...{ digitalFileId: id, fileId: kept.id, format, sourceName: printableName(basename(path)) },
        suppliedBy: archive.person.name,
        suppliedAt: house.clock.now(),
      });
      const now = getDigitalFile(db, id);
      if (!now) throw new Refusal("digital-file-not-found");
      return {
        output: now.file,
        objectId: id,
        before: found.file.readingCopy ?? undefined,
        after: kept.plainSha256,
        nouns: ["digital-file"],
        ...(droppedFiles.length > 0 && { droppedFiles }),
      };
    });
  } catch (error) {
    await forgetFiles(archive, [kept]);
    throw error;
  }
}

/** 待转换; of a restricted item only the 档号 and the neutral title are told (personal-data P6). */
export function listWaiting(db: ReadDb, input: Input<"reading-copy.waiting">): Output<"reading-copy.waiting"> {
  const { rows, total } = listAwaiting(db, input.offset, input.limit);
  return {
    rows: rows.map((row) => {
      const item = row.itemId ? getItemRow(db, row.itemId) : undefined;
      const isHidden = item?.access === "restricted";
      return {
        ...row,
        sourceName: isHidden ? "" : row.sourceName,
        archivalCode: item?.archivalCode ?? "",
        itemTitle: (isHidden ? item.neutralTitle : item?.title) ?? "",
      };
    }),
    total,
  };
}
