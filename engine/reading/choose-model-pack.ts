// Which packs there are, and which of them reads.
import type { Input } from "#contract/contract";
import type { ShownModelPack } from "#contract/model-pack";
import { Refusal } from "#contract/refusal";
import type { ReadDb, WriteDb } from "#db/open";
import { getSetting, putSetting } from "#db/setting";
import type { Desk } from "#engine/desk";
import type { OpenArchive } from "#engine/vault/open-archive";
import type { Written } from "#engine/written";
import { workerOf } from "./reading-desk.ts";
import { chosenPack, isWhole, packsOf, shippedPack, sizeOfPack } from "./model-pack.ts";

/** All packs, the shipped one first; a pack whose files are gone cannot be chosen. */
export function listModelPacks(db: ReadDb, archive: OpenArchive): ShownModelPack[] {
  const chosen = chosenPack(db, archive).manifest.name;
  return packsOf(db, archive).map((pack) => {
    const { name, title, version } = pack.manifest;
    const isShipped = name === shippedPack().manifest.name;
    const size = sizeOfPack(pack.manifest);
    return { name, title, version, isShipped, isChosen: name === chosen, isWhole: isWhole(pack), size };
  });
}

/** Reads with this pack from now on; the way back chooses the one before. Refuses model-pack-not-found. */
export function chooseModelPack(
  db: WriteDb,
  { name }: Input<"model-pack.choose">,
  { archive }: Desk,
): Written<ShownModelPack> {
  const before = chosenPack(db, archive).manifest.name;
  const found = listModelPacks(db, archive).find((pack) => pack.name === name);
  if (!found?.isWhole) throw new Refusal("model-pack-not-found", { name: found?.title ?? name });
  putSetting(db, "modelPacks", { imported: getSetting(db, "modelPacks")?.imported ?? [], chosen: name });
  // Pages another pack read wait again; the worker looks for them.
  workerOf(archive)?.wake();
  return {
    output: { ...found, isChosen: true },
    objectId: archive.id,
    before,
    after: name,
    undo: { name: "model-pack.choose", input: { name: before } },
    nouns: ["model-pack", "reading", "undo"],
  };
}
