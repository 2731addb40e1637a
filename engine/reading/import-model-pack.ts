// 导入文字识别模型: a folder on a USB stick becomes a pack of this archive, or nothing at all does.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Input } from "#contract/contract";
import { modelPackManifest, type ModelPackManifest, type ShownModelPack } from "#contract/model-pack";
import { Refusal } from "#contract/refusal";
import { getSetting, putSetting } from "#db/setting";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { refusalOfIo } from "#engine/refuse-io";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { packFolder, packsOf, sizeOfPack } from "./model-pack.ts";
import { tryModelPack } from "./try-model-pack.ts";

const manifestName = "pack.json";
/** Bytes of a manifest at most; four files need a few hundred. */
const manifestLimit = 65_536;
/** Bytes of a pack at most: larger networks do not fit into the helper's memory anyway. */
const packLimit = 400 * 1024 ** 2;

async function readManifest(folder: string): Promise<ModelPackManifest> {
  const path = join(folder, manifestName);
  try {
    const there = await lstat(path);
    if (!there.isFile() || there.size > manifestLimit) throw new Error("no manifest");
    return modelPackManifest.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    throw new Refusal("model-pack-invalid", { name: manifestName });
  }
}

/** Copies one file and proves on the way that it is the one the manifest names; links are not followed. */
async function copyFile(
  from: string,
  to: string,
  { size, sha256 }: { readonly size: number; readonly sha256: string },
  { signal, damaged, counted }: { signal: AbortSignal; damaged: () => Refusal; counted: (bytes: number) => void },
): Promise<void> {
  const there = await lstat(from).catch(() => undefined);
  if (!there?.isFile() || there.size !== size) throw damaged();
  const digest = createHash("sha256");
  const target = await open(to, "wx");
  try {
    let copied = 0;
    for await (const chunk of createReadStream(from)) {
      refuseWhenCancelled(signal);
      const bytes = chunk as Buffer;
      copied += bytes.length;
      if (copied > size) throw damaged();
      digest.update(bytes);
      await target.write(bytes);
      counted(bytes.length);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  if (digest.digest("hex") !== sha256) throw damaged();
}

/** Imports a pack; whatever fails leaves the archive's packs as they were. Refusals stand in contract/model-pack.ts. */
export async function importModelPack(
  house: House,
  archive: OpenArchive,
  { path }: Input<"model-pack.import">,
  { signal, progress }: Job,
): Promise<ShownModelPack> {
  const source = basename(path) === manifestName ? dirname(path) : path;
  const manifest = await readManifest(source);
  const { name, title } = manifest;
  const total = sizeOfPack(manifest);
  if (total > packLimit) throw new Refusal("model-pack-too-large", { name: title });
  if (packsOf(archive.connection.read, archive).some((pack) => pack.manifest.name === name))
    throw new Refusal("model-pack-taken", { name: title });
  const folder = packFolder(archive.folder, name);
  const draft = `${folder}.partial`;
  try {
    // A folder of that name which no setting knows was left by an import that was cut off.
    for (const left of [draft, folder]) await rm(left, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
    let done = 0;
    const damaged = (): Refusal => new Refusal("model-pack-damaged", { name: title });
    const counted = (bytes: number): void => progress("复制模型", (done += bytes), total, "byte");
    for (const file of Object.values(manifest.files))
      await copyFile(join(source, file.file), join(draft, file.file), file, { signal, damaged, counted });
    progress("试读", 0, 1, "page");
    await tryModelPack(draft, manifest, signal);
    progress("试读", 1, 1, "page");
    refuseWhenCancelled(signal);
    await rename(draft, folder);
    await writeStep(house, archive, "model-pack.import", (db) => {
      const kept = getSetting(db, "modelPacks");
      const imported = [...(kept?.imported ?? []), manifest];
      putSetting(db, "modelPacks", { chosen: kept?.chosen ?? "", imported });
      return { output: undefined, objectId: archive.id, after: manifest, keepsUndo: true, nouns: ["model-pack"] };
    });
  } catch (error) {
    for (const left of [draft, folder]) await rm(left, { recursive: true, force: true }).catch(() => undefined);
    throw refusalOfIo(error);
  }
  return { name, title, version: manifest.version, isShipped: false, isChosen: false, isWhole: true, size: total };
}
