// 组卷: a volume of a 门类 that is kept by volumes; taken apart again while unfiled.
import { unknownDate } from "#contract/archival-date";
import type { Input, Output } from "#contract/contract";
import { volumeId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import type { Volume, VolumeFields } from "#contract/volume";
import { getFonds, listCategories } from "#db/fonds";
import type { WriteDb } from "#db/open";
import { addVolume, getVolumeRow, removeVolume } from "#db/volume";
import type { Desk } from "#engine/desk";
import { givenFields } from "#engine/item/given-fields";
import { refuseClosedFonds } from "#engine/item/refuse-wrong-class";
import { settleTerm } from "#engine/item/settle-term";
import type { Written } from "#engine/written";
import { listRanks, placeItems, refuseTakenItems } from "./place-items.ts";
import { refuseForeignMatter } from "./describe-volume.ts";
import { readVolume, readVolumeForChange, volumeFieldsOf } from "./read-volume.ts";

const blankFields: VolumeFields = {
  title: "",
  unit: "",
  beginDate: unknownDate,
  endDate: unknownDate,
  year: null,
  retention: null,
  matterId: null,
  scheduleRowId: null,
  securityLevel: "",
  voucherFrom: "",
  voucherTo: "",
  seeAlso: "",
  note: "",
  compiledBy: "",
  compiledOn: unknownDate,
  checkedBy: "",
  checkedOn: unknownDate,
};

/** Refuses fonds-not-found, fonds-closed, category-not-volume, matter-not-found, item-not-found, item-filed, volume-item-taken, volume-class-differs, and as settleTerm. */
export function makeVolume(db: WriteDb, input: Input<"volume.make">, desk: Desk): Written<Volume> {
  const fonds = getFonds(db, input.fondsId);
  if (!fonds) throw new Refusal("fonds-not-found");
  refuseClosedFonds(db, fonds.id);
  const category = listCategories(db).find((each) => each.code === input.category);
  if (category?.unit !== "volume")
    throw new Refusal("category-not-volume", { category: category?.name ?? input.category });
  const given = { ...givenFields(input.fields), ...settleTerm(db, blankFields, input.fields) };
  const fields = { ...blankFields, unit: fonds.unit || fonds.name, ...given };
  refuseForeignMatter(db, fields.matterId, input);
  const id = volumeId.parse(desk.makeId());
  const { fondsId } = input;
  addVolume(db, {
    ...fields,
    id,
    kind: "volume",
    fondsId,
    category: category.code,
    state: "draft",
    enteredAt: desk.clock.now(),
  });
  refuseTakenItems(db, { id, fondsId, category: category.code }, input.itemIds);
  placeItems(db, id, input.itemIds);
  const volume = readVolume(db, id);
  return {
    output: volume,
    objectId: id,
    after: volumeFieldsOf(volume),
    undo: { name: "volume.dissolve", input: { id, revision: volume.revision } },
    nouns: ["volume", "item"],
  };
}

/** Refuses volume-not-found, volume-filed, volume-changed-meanwhile. The items stay, outside any volume. */
export function dissolveVolume(db: WriteDb, input: Input<"volume.dissolve">): Written<Output<"volume.dissolve">> {
  const before = readVolumeForChange(db, input.id, input.revision);
  const items = listRanks(db, before.id);
  placeItems(db, before.id, []);
  removeVolume(db, before.id);
  const { id, fondsId, category, revision, enteredAt } = before;
  return {
    output: { itemCount: items.length },
    objectId: id,
    undo: {
      name: "volume.restore",
      input: { id, fondsId, category, fields: volumeFieldsOf(before), revision, enteredAt, items },
    },
    nouns: ["volume", "item", "cross-reference"],
  };
}

/** The way back of a dissolving. Refuses volume-changed-meanwhile when the id stands again, and what its items refuse. */
export function restoreVolume(db: WriteDb, input: Input<"volume.restore">): Written<Volume> {
  const { id, fondsId, category, fields, revision, enteredAt, items } = input;
  if (getVolumeRow(db, id)) throw new Refusal("volume-changed-meanwhile");
  addVolume(db, { ...fields, id, kind: "volume", fondsId, category, state: "draft", revision, enteredAt });
  const itemIds = items.map((item) => item.id);
  refuseTakenItems(db, { id, fondsId, category }, itemIds);
  placeItems(db, id, itemIds);
  const volume = readVolume(db, id);
  return { output: volume, objectId: id, after: fields, keepsUndo: true, nouns: ["volume", "item"] };
}
