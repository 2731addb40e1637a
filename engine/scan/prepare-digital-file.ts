// A born-digital file made ready: recognised by content, described by a helper, sealed as it came. Nothing of it is run or laid out.
import { digitalFileId, type DigitalFileId, type DigitalFormat, type RecordingFacts } from "#contract/digital-file";
import type { InputWarning } from "#contract/input-check";
import { Refusal } from "#contract/refusal";
import type { House } from "#engine/house";
import { checkDigital, checkRecording, type DigitalJudgement } from "#engine/input/check-digital";
import { formatName } from "#engine/input/identify-format";
import { withSource, type Source } from "#engine/input/read-source";
import { flow } from "#engine/input/stream-source";
import type { Job } from "#engine/job";
import { freeBytes } from "#engine/vault/ballast";
import { keepFile, keepFlowing, type KeptFile } from "#engine/vault/keep-file";
import type { OpenArchive } from "#engine/vault/open-archive";

export type PreparedDigital = {
  readonly id: DigitalFileId;
  readonly format: DigitalFormat;
  readonly formatVersion: string;
  readonly madeWith: string;
  readonly hasMacro: boolean;
  readonly recording: RecordingFacts | null;
};
export type KeptDigital = {
  readonly original: KeptFile;
  readonly digital: PreparedDigital;
  readonly warnings: readonly InputWarning[];
  readonly message: string;
  readonly modifiedAt: string;
};

/** A file larger than this tells how much of it is done. */
const tellsBytes = 64 * 1024 * 1024;
/** What must be free beside the file itself. */
const spare = 16 * 1024 * 1024;

function keptOf(house: House, judged: DigitalJudgement): Omit<KeptDigital, "original" | "modifiedAt"> {
  const { warnings, message, ...facts } = judged;
  return {
    digital: { id: digitalFileId.parse(house.makeId()), ...facts },
    warnings,
    message: message || `已录入电子文件（${formatName[facts.format]}），原样保存。`,
  };
}

/** A document already read. Refuses format-mismatch, document-damaged, document-password and what its ZIP is refused for. */
export async function keepDocument(
  house: House,
  archive: OpenArchive,
  path: string,
  format: DigitalFormat,
  source: Source,
  signal: AbortSignal,
): Promise<KeptDigital> {
  const judged = await checkDigital(house.helpers, path, format, source, signal);
  const original = await keepFile(archive, house.makeId, source.bytes, Buffer.alloc(0), source);
  return { ...keptOf(house, judged), original, modifiedAt: source.modifiedAt };
}

/**
 * A recording of any size: its headers are read, then it flows through both digests into its sealed file. Refuses what
 * keepDocument refuses, and file-too-large, source-changed, disk-full, task-cancelled.
 */
export function keepRecording(house: House, archive: OpenArchive, path: string, job: Job): Promise<KeptDigital> {
  return withSource(path, async (opened) => {
    const judged = await checkRecording(house.helpers, path, opened, job.signal);
    if ((await freeBytes(archive.folder)) < opened.size + spare) throw new Refusal("disk-full");
    const tell = (done: number): void => {
      if (opened.size > tellsBytes) job.progress(`封存「${opened.name}」`, done, opened.size, "byte");
    };
    const original = await keepFlowing(archive, house.makeId, flow(opened, tell, job.signal));
    return { ...keptOf(house, judged), original, modifiedAt: opened.modifiedAt };
  });
}
