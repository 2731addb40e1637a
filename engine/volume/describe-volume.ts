// 案卷著录 and the order of its items (GB/T 11822-2008; DA/T 39-2008).
import type { Input } from "#contract/contract";
import type { FondsId, MatterId } from "#contract/fonds";
import { Refusal } from "#contract/refusal";
import type { Volume } from "#contract/volume";
import { getMatter } from "#db/fonds";
import type { ReadDb, WriteDb } from "#db/open";
import { setVolume } from "#db/volume";
import { givenFields } from "#engine/item/given-fields";
import { settleTerm } from "#engine/item/settle-term";
import type { Written } from "#engine/written";
import { placeItems, refuseTakenItems } from "./place-items.ts";
import { readVolume, readVolumeForChange, volumeFieldsOf } from "./read-volume.ts";

/** Refuses matter-not-found: a second level of another fonds or 门类. */
export function refuseForeignMatter(
  db: ReadDb,
  id: MatterId | null | undefined,
  of: { fondsId: FondsId; category: string },
): void {
  if (!id) return;
  const matter = getMatter(db, id);
  if (matter?.fondsId !== of.fondsId || matter.category !== of.category) throw new Refusal("matter-not-found");
}

/** Refuses volume-not-found, volume-filed, volume-changed-meanwhile, matter-not-found, and as settleTerm. */
export function describeVolume(db: WriteDb, input: Input<"volume.describe">): Written<Volume> {
  const before = readVolumeForChange(db, input.id, input.revision);
  refuseForeignMatter(db, input.fields.matterId, before);
  setVolume(db, input.id, { ...givenFields(input.fields), ...settleTerm(db, before, input.fields) });
  const volume = readVolume(db, input.id);
  const fields = volumeFieldsOf(before);
  return {
    output: volume,
    objectId: volume.id,
    before: fields,
    after: volumeFieldsOf(volume),
    undo: { name: "volume.describe", input: { id: volume.id, revision: volume.revision, fields } },
    nouns: ["volume"],
  };
}

/** Refuses volume-not-found, volume-filed, volume-changed-meanwhile, item-not-found, item-filed, volume-item-taken, volume-class-differs. */
export function arrangeVolume(db: WriteDb, input: Input<"volume.arrange">): Written<Volume> {
  const before = readVolumeForChange(db, input.id, input.revision);
  refuseTakenItems(db, before, input.itemIds);
  placeItems(db, input.id, input.itemIds);
  setVolume(db, input.id, {});
  const volume = readVolume(db, input.id);
  const itemIds = before.items.map((item) => item.id);
  return {
    output: volume,
    objectId: volume.id,
    before: itemIds,
    after: input.itemIds,
    undo: { name: "volume.arrange", input: { id: volume.id, revision: volume.revision, itemIds } },
    nouns: ["volume", "item"],
  };
}
