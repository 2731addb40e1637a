// One 案卷 as the window shows it: description, and its items in order.
import type { VolumeId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import { volumeFields, type Volume, type VolumeFields } from "#contract/volume";
import type { ReadDb } from "#db/open";
import { getVolumeRow, listVolumeItems } from "#db/volume";
import { pickFields } from "#engine/item/pick-fields";

/** Refuses volume-not-found. */
export function readVolume(db: ReadDb, id: VolumeId, mayBeGroup = false): Volume {
  const row = getVolumeRow(db, id, mayBeGroup);
  if (!row) throw new Refusal("volume-not-found");
  return { ...row, items: listVolumeItems(db, id) };
}

/** The volume for a change: must exist, be unfiled, and be as the clerk last saw it. */
export function readVolumeForChange(db: ReadDb, id: VolumeId, revision: number): Volume {
  const volume = readVolume(db, id);
  if (volume.state === "filed") throw new Refusal("volume-filed");
  if (volume.revision !== revision) throw new Refusal("volume-changed-meanwhile");
  return volume;
}

const describedNames = Object.keys(volumeFields.unwrap().shape) as (keyof VolumeFields)[];

/** Fields of a volume as the clerk may describe them; for the journal and the way back. */
export const volumeFieldsOf = (volume: Volume): VolumeFields => pickFields(volume, describedNames);
