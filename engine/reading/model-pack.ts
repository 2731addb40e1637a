// Which model pack reads the pages: the shipped one, or one the office imported and chose. Imported packs lie in the
// archive's folder; what they must be (size, SHA-256) is kept in its database, so a file changed on the disk is noticed.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { modelPackManifest, type ModelPackManifest } from "#contract/model-pack";
import type { ReadDb } from "#db/open";
import { getSetting } from "#db/setting";
import type { ModelPack } from "#engine/helper/read-page";
import { resourcePath } from "#engine/resources";
import type { OpenArchive } from "#engine/vault/open-archive";

/** The folder of an imported pack inside an archive. */
export const packFolder = (archiveFolder: string, name: string): string => join(archiveFolder, "models", name);

let shipped: ModelPack | undefined;

/** The pack that came with the program. Throws when it was not shipped. */
export function shippedPack(): ModelPack {
  if (shipped) return shipped;
  const folder = resourcePath("models/ppocr-v4-mobile");
  const manifest = modelPackManifest.parse(JSON.parse(readFileSync(join(folder, "pack.json"), "utf8")));
  return (shipped = { folder, manifest });
}

/** All packs of this archive, the shipped one first. */
export function packsOf(db: ReadDb, archive: OpenArchive): ModelPack[] {
  const imported = getSetting(db, "modelPacks")?.imported ?? [];
  return [
    shippedPack(),
    ...imported.map((manifest) => ({ folder: packFolder(archive.folder, manifest.name), manifest })),
  ];
}

/** The pack the office reads with; the shipped one when it chose none, or when the files of its choice are gone. */
export function chosenPack(db: ReadDb, archive: OpenArchive): ModelPack {
  const name = getSetting(db, "modelPacks")?.chosen;
  const chosen = packsOf(db, archive).find((pack) => pack.manifest.name === name);
  return chosen && isWhole(chosen) ? chosen : shippedPack();
}

/** True when its four files are there in their sizes; their SHA-256 is checked whenever they are loaded. */
export function isWhole({ folder, manifest }: ModelPack): boolean {
  return Object.values(manifest.files).every(
    ({ file, size }) => statSync(join(folder, file), { throwIfNoEntry: false })?.size === size,
  );
}

/** Bytes of the four files of a pack. */
export function sizeOfPack({ files }: ModelPackManifest): number {
  return Object.values(files).reduce((sum, { size }) => sum + size, 0);
}
