// 组 made, described and removed. What it is classed by goes over to all that is in it.
import { unknownDate } from "#contract/archival-date";
import type { Input, Output } from "#contract/contract";
import type { FondsId, MatterId } from "#contract/fonds";
import { groupFields, type Group, type GroupFields } from "#contract/group";
import { volumeId, type VolumeId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import { getFonds, getMatter, listCategories } from "#db/fonds";
import { getGroup, listGroupItemIds, putGroupEvent } from "#db/group";
import { setItem } from "#db/item";
import type { ReadDb, WriteDb } from "#db/open";
import { addVolume, removeVolume, setVolume } from "#db/volume";
import type { Desk } from "#engine/desk";
import { givenFields } from "#engine/item/given-fields";
import { refuseClosedFonds } from "#engine/item/refuse-wrong-class";
import { settleTerm } from "#engine/item/settle-term";
import { pickFields } from "#engine/item/pick-fields";
import type { Written } from "#engine/written";

const fieldNames = Object.keys(groupFields.unwrap().shape) as (keyof GroupFields)[];
const eventNames = ["photographer", "place", "people", "affair", "background"] as const;
const volumeNames = fieldNames.filter((name) => !eventNames.some((each) => each === name)) as Exclude<
  keyof GroupFields,
  (typeof eventNames)[number]
>[];
/** What an item shares with the group it lies in. */
const sharedNames = ["year", "retention", "matterId", "scheduleRowId", "securityLevel"] as const;

const blank: GroupFields = {
  ...{ title: "", unit: "", beginDate: unknownDate, endDate: unknownDate, year: null, retention: null },
  ...{ matterId: null, scheduleRowId: null, securityLevel: "", seeAlso: "", note: "" },
  ...{ photographer: "", place: "", people: "", affair: "", background: "" },
};

/** Refuses group-not-found. */
export function readGroup(db: ReadDb, id: VolumeId): Group {
  const found = getGroup(db, id);
  if (!found) throw new Refusal("group-not-found");
  return found;
}

/** The group for a change of what is in it. Refuses group-not-found, group-filed. */
export function readDraftGroup(db: ReadDb, id: VolumeId): Group {
  const found = readGroup(db, id);
  if (found.state === "filed") throw new Refusal("group-filed");
  return found;
}

function readAsSeen(db: ReadDb, id: VolumeId, revision: number): Group {
  const found = readDraftGroup(db, id);
  if (found.revision !== revision) throw new Refusal("group-changed-meanwhile");
  return found;
}

function refuseForeignMatter(db: ReadDb, fondsId: FondsId, matterId: MatterId | null): void {
  if (matterId && getMatter(db, matterId)?.fondsId !== fondsId) throw new Refusal("matter-not-found");
}

/** Refuses fonds-not-found, fonds-closed, matter-not-found, group-category. */
export function makeGroup(db: WriteDb, input: Input<"group.make">, desk: Desk): Written<Group> {
  const { fondsId, category } = input;
  if (!getFonds(db, fondsId)) throw new Refusal("fonds-not-found");
  refuseClosedFonds(db, fondsId);
  const known = listCategories(db).find((each) => each.code === category);
  if (known?.unit !== "group") throw new Refusal("group-category", { category: known?.name ?? category });
  const fields: GroupFields = { ...blank, ...givenFields(input.fields), ...settleTerm(db, blank, input.fields) };
  refuseForeignMatter(db, fondsId, fields.matterId);
  const id = volumeId.parse(desk.makeId());
  const own = pickFields(fields, volumeNames);
  addVolume(db, { id, kind: "group", fondsId, category, ...own, state: "draft", enteredAt: desk.clock.now() });
  putGroupEvent(db, { volumeId: id, ...pickFields(fields, eventNames) });
  const output = readGroup(db, id);
  return {
    ...{ output, objectId: id, after: fields, nouns: ["group"] },
    undo: { name: "group.remove", input: { id, revision: output.revision } },
  };
}

/** Refuses group-not-found, group-filed, group-changed-meanwhile, matter-not-found. */
export function describeGroup(db: WriteDb, input: Input<"group.describe">): Written<Group> {
  const before = readAsSeen(db, input.id, input.revision);
  const term = settleTerm(db, before, input.fields);
  const fields: GroupFields = { ...pickFields(before, fieldNames), ...givenFields(input.fields), ...term };
  refuseForeignMatter(db, before.fondsId, fields.matterId);
  setVolume(db, input.id, pickFields(fields, volumeNames));
  putGroupEvent(db, { volumeId: input.id, ...pickFields(fields, eventNames) });
  const shared = pickFields(fields, sharedNames);
  const isReclassed = sharedNames.some((name) => shared[name] !== before[name]);
  if (isReclassed) for (const id of listGroupItemIds(db, input.id)) setItem(db, id, shared);
  const output = readGroup(db, input.id);
  const old = pickFields(before, fieldNames);
  return {
    ...{ output, objectId: input.id, before: old, after: fields, nouns: isReclassed ? ["group", "item"] : ["group"] },
    undo: { name: "group.describe", input: { id: input.id, revision: output.revision, fields: old } },
  };
}

/** Refuses group-not-found, group-filed, group-changed-meanwhile, group-not-empty. */
export function removeGroup(db: WriteDb, { id, revision }: Input<"group.remove">): Written<Output<"group.remove">> {
  const before = readAsSeen(db, id, revision);
  if (before.itemCount > 0) throw new Refusal("group-not-empty", { count: before.itemCount });
  removeVolume(db, id);
  const { fondsId, category } = before;
  const fields = pickFields(before, fieldNames);
  return {
    ...{ output: {}, objectId: id, before: fields, nouns: ["group"] },
    undo: { name: "group.make", input: { fondsId, category, fields } },
  };
}
