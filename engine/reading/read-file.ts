// A loose file into plain text: no archive, no key, nothing kept but the text that was asked for.
import { existsSync } from "node:fs";
import { mkdir, realpath } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { Input } from "#contract/contract";
import type { FileReading } from "#contract/read-file";
import type { PageReading } from "#contract/reading";
import { Refusal } from "#contract/refusal";
import { decodeSource } from "#engine/helper/decode";
import { readerName, readPicture, type PictureToRead } from "#engine/helper/read-page";
import type { House } from "#engine/house";
import { formatName, identifyFormat } from "#engine/input/identify-format";
import { readSource } from "#engine/input/read-source";
import type { Job } from "#engine/job";
import { writeCheckedFile } from "#engine/paper/write-checked-file";
import { refusalOfIo } from "#engine/refuse-io";
import { archivePaths } from "#engine/vault/archive-folder";
import { shippedPack } from "./model-pack.ts";

/** Refuses read-inside-archive for a path in, or under, the folder of an archive or of its backup, links resolved. */
async function refuseInsideArchive(path: string): Promise<void> {
  let folder = resolve(path);
  // What does not exist yet lies where its nearest folder lies.
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  folder = await realpath(folder).catch(() => folder);
  for (; ; folder = dirname(folder)) {
    const { database, slots } = archivePaths(folder);
    if (existsSync(database) && existsSync(slots)) throw new Refusal("read-inside-archive");
    if (dirname(folder) === folder) return;
  }
}

async function* picturesOf(house: House, path: string, signal: AbortSignal): AsyncGenerator<PictureToRead, void> {
  const { bytes } = await readSource(path, signal);
  const format = identifyFormat(bytes);
  if (format !== "jpeg" && format !== "png" && format !== "tiff" && format !== "pdf")
    throw new Refusal("format-unsupported", { format: formatName[format] });
  for await (const part of decodeSource(house.helpers, { bytes, format }, { signal })) {
    if (part.kind !== "page") continue;
    if (part.rendition) yield { bytes: Buffer.from(part.rendition.bytes), mediaType: `image/${part.rendition.format}` };
    else if (format === "jpeg" || format === "png") yield { bytes, mediaType: `image/${format}` };
  }
}

/** One page that cannot be made out does not lose the others: it is undefined here and told by its number. */
async function readOrSayNo(
  house: House,
  picture: PictureToRead,
  signal: AbortSignal,
): Promise<PageReading | undefined> {
  try {
    return await readPicture(house.readers, picture, shippedPack(), signal);
  } catch (error) {
    if (error instanceof Refusal && error.code === "page-unreadable") return undefined;
    throw error;
  }
}

/** Reads one loose file page by page; the text is written only when every page was read. */
export async function readFile(
  house: House,
  { path, folder }: Input<"reading.read-file">,
  { signal, progress }: Job,
): Promise<FileReading> {
  const started = performance.now();
  await refuseInsideArchive(path);
  await refuseInsideArchive(folder);
  const readings: (PageReading | undefined)[] = [];
  for await (const picture of picturesOf(house, path, signal)) {
    readings.push(await readOrSayNo(house, picture, signal));
    progress("识别", readings.length, readings.length + 1, "page");
  }
  const unreadable = readings.flatMap((reading, at) => (reading ? [] : [at + 1]));
  if (unreadable.length === readings.length) throw new Refusal("page-unreadable");
  const pages = readings.map((reading) => (reading?.lines ?? []).map(({ text }) => `${text}\n`).join(""));
  const text = join(resolve(folder), `${basename(path, extname(path))}.txt`);
  const isReplaced = existsSync(text);
  try {
    await mkdir(resolve(folder), { recursive: true });
  } catch (error) {
    throw refusalOfIo(error);
  }
  const content = Buffer.from(pages.join("\f"), "utf8");
  await writeCheckedFile(text, true, content, (written) => {
    if (!written.equals(content)) throw new Refusal("target-not-writable");
    return Promise.resolve();
  });
  const confidences = readings.flatMap((reading) => reading?.lines.flatMap((line) => line.confidences) ?? []);
  return {
    ...{ text, isReplaced, pages: pages.length, unreadable },
    characters: [...pages.join("").replaceAll(/\s/gu, "")].length,
    lowestConfidence: confidences.length === 0 ? null : confidences.reduce((least, each) => Math.min(least, each)),
    seconds: Math.round(performance.now() - started) / 1000,
    engine: readerName(shippedPack()),
  };
}
