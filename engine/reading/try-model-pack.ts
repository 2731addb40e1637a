// A model pack is tried before it is accepted: one shipped line whose words are known must come out right.
import { readFileSync } from "node:fs";
import type { ModelPackManifest } from "#contract/model-pack";
import type { PageReading } from "#contract/reading";
import { Refusal } from "#contract/refusal";
import { openHelperPool } from "#engine/helper/helper-pool";
import { readerPool, readPicture } from "#engine/helper/read-page";
import { resourcePath } from "#engine/resources";

/** What stands in resources/models/known-line.png. */
export const knownLine = "关于做好2024年度社区档案整理归档工作的通知";

const plain = (text: string): string => text.normalize("NFKC").replaceAll(/\s/gu, "");

/**
 * Loads the pack in a helper of its own and reads the known line. Refuses model-pack-damaged (cannot be loaded or run),
 * model-pack-too-large (the helper's memory or time did not suffice), model-pack-misreads, task-cancelled.
 */
export async function tryModelPack(folder: string, manifest: ModelPackManifest, signal: AbortSignal): Promise<void> {
  const pool = openHelperPool(readerPool);
  const name = manifest.title;
  let reading: PageReading;
  try {
    const picture = { bytes: readFileSync(resourcePath("models/known-line.png")), mediaType: "image/png" as const };
    reading = await readPicture(pool, picture, { folder, manifest }, signal);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === "task-cancelled") throw error;
    throw new Refusal(error.code === "helper-limit" ? "model-pack-too-large" : "model-pack-damaged", { name });
  } finally {
    pool.close();
  }
  const read = reading.lines.map(({ text }) => text).join("");
  if (plain(read) !== plain(knownLine)) throw new Refusal("model-pack-misreads", { name });
}
