// Pages whose pixels are known, and what an archive shows of them.
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import type { SealedPlace } from "#contract/page-image";
import type { PageId } from "#contract/scan";
import type { Raster } from "#engine/helper/raster";
import { readPart } from "#vault-format/open-file";
import type { TestArchive } from "./archive.ts";

let taken = 0;

/** Pictures taken in as files, losslessly, 150 dpi; one page each, in order. */
export async function takePictures(archive: TestArchive, pictures: readonly Raster[]): Promise<PageId[]> {
  const folder = join(archive.around, `图${++taken}`);
  await mkdir(folder);
  const paths: string[] = [];
  for (const [at, { data, width, height, channels }] of pictures.entries()) {
    const path = join(folder, `${String(at + 1).padStart(4, "0")}.png`);
    const image = sharp(data, { raw: { width, height, channels } }).withDensity(150);
    await writeFile(path, await (channels === 1 ? image.toColourspace("b-w") : image).png().toBuffer());
    paths.push(path);
  }
  const { outcomes } = await archive.engine.ask("scan.accept", { paths });
  const refused = outcomes.find((each) => each.outcome === "reject");
  if (refused) throw new Error(`a picture was not taken in: ${refused.code}`);
  return outcomes.flatMap((each) => each.pageIds);
}

/** Bytes of a version as the window would be given them. */
export async function imageBytes(
  archive: TestArchive,
  id: PageId,
  version?: number,
  variant: "image" | "thumbnail" = "image",
): Promise<Buffer> {
  const input = { id, variant, ...(version !== undefined && { version }) };
  const place: SealedPlace = await archive.engine.ask("page.open", input);
  return readPart(place.path, Buffer.from(place.key, "hex"), place.part);
}

/** The same as pixels of one channel. */
export async function imagePixels(archive: TestArchive, id: PageId, version?: number): Promise<Raster> {
  const image = sharp(await imageBytes(archive, id, version));
  const { data, info } = await image.toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 1, data, isBitonal: false };
}

export const digestOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
