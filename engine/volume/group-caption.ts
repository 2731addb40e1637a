// Captions written one by one or filled in for many at once; 题名, 摄影者 and 日期 go to the item itself.
import { createHash } from "node:crypto";
import { archivalDate, unknownDate, type ArchivalDate } from "#contract/archival-date";
import type { CaptionChange, CaptionedItem, CaptionFields } from "#contract/caption";
import type { Input, Output } from "#contract/contract";
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { getCaptioned, putCaption } from "#db/caption";
import { getGroup } from "#db/group";
import { getItemRow, setItem } from "#db/item";
import type { ReadDb, WriteDb } from "#db/open";
import { hasPersonalWords } from "#engine/item/find-personal-words";
import { givenFields } from "#engine/item/given-fields";
import type { Written } from "#engine/written";

type Fields = { readonly [K in keyof CaptionFields]?: CaptionFields[K] | undefined };
type Planned = { readonly item: CaptionedItem; readonly fields: Fields };

/** The camera's day, as far as it says one. */
export const cameraDay = (item: Pick<CaptionedItem, "camera">): ArchivalDate =>
  item.camera?.takenAt ? archivalDate.parse(item.camera.takenAt.slice(0, 10)) : unknownDate;

/** Refuses item-not-found. */
export function readCaption(db: ReadDb, id: ItemId): CaptionedItem {
  const found = getCaptioned(db, [id]).get(id);
  if (!found) throw new Refusal("item-not-found");
  return found;
}

/** Writes one caption over the one that is there; a stated date is the date of the item, without one the camera's day is. */
export function writeCaption(db: WriteDb, before: CaptionedItem, given: Fields): CaptionFields {
  const after: CaptionFields = { ...before.caption, ...givenFields(given) };
  const { title, photographer, ...caption } = after;
  const hasNewDate = caption.statedDate !== before.caption.statedDate;
  putCaption(db, { itemId: before.itemId, ...caption });
  setItem(db, before.itemId, {
    title,
    creator: photographer,
    ...(hasNewDate && { documentDate: caption.statedDate || cameraDay(before) }),
  });
  return after;
}

function writePlanned(db: WriteDb, planned: readonly Planned[]): Written<Output<"caption.describe">> {
  let personalCount = 0;
  const changed = planned.map(({ item, fields }) => {
    const after = writeCaption(db, item, fields);
    if (Object.values(after).some(hasPersonalWords)) personalCount += 1;
    return { itemId: item.itemId, revision: getItemRow(db, item.itemId)?.revision ?? 0, before: item.caption, after };
  });
  const revisions = changed.map(({ itemId, revision }) => ({ itemId, revision }));
  return {
    output: { changedCount: changed.length, revisions, personalCount },
    objectId: changed[0]?.itemId ?? "",
    before: changed.map((each) => each.before),
    after: changed.map((each) => each.after),
    undo: {
      name: "caption.describe",
      input: { captions: changed.map(({ itemId, revision, before }) => ({ itemId, revision, fields: before })) },
    },
    nouns: ["item", "group"],
  };
}

/** The captions of drafts. Refuses item-not-found, item-filed. */
function readForChange(db: ReadDb, ids: readonly ItemId[]): CaptionedItem[] {
  const found = getCaptioned(db, ids);
  return ids.map((id) => {
    const item = found.get(id);
    if (!item) throw new Refusal("item-not-found");
    if (item.state === "filed") throw new Refusal("item-filed");
    return item;
  });
}

/** Refuses item-not-found, item-filed, item-changed-meanwhile. */
export function describeCaptions(
  db: WriteDb,
  { captions }: Input<"caption.describe">,
): Written<Output<"caption.describe">> {
  const items = readForChange(
    db,
    captions.map((each) => each.itemId),
  );
  const planned = captions.map(({ revision, fields }, at): Planned => {
    const item = items[at];
    if (!item || item.revision !== revision) throw new Refusal("item-changed-meanwhile");
    return { item, fields };
  });
  return writePlanned(db, planned);
}

function fromGroupOf(db: ReadDb, id: ItemId, names: Input<"caption.fill-preview">["fromGroup"]): Fields {
  if (names.length === 0) return {};
  const volumeId = getItemRow(db, id)?.volumeId;
  const group = volumeId ? getGroup(db, volumeId) : undefined;
  if (!group) throw new Refusal("group-not-found");
  const all = { ...group, statedDate: group.beginDate };
  return Object.fromEntries(names.map((name) => [name, all[name]]).filter(([, value]) => value !== ""));
}

function planFilling(
  db: ReadDb,
  input: Input<"caption.fill-preview">,
): { planned: Planned[]; changes: CaptionChange[]; digest: string } {
  const changes: CaptionChange[] = [];
  const planned = readForChange(db, [...new Set(input.itemIds)]).flatMap((item): Planned[] => {
    const wanted: Record<string, string> = {
      ...givenFields(fromGroupOf(db, item.itemId, input.fromGroup)),
      ...givenFields(input.fields),
    };
    const now: Record<string, string> = item.caption;
    const kept = Object.entries(wanted).filter(
      ([field, value]) => value !== now[field] && (!input.onlyBlank || now[field] === ""),
    );
    for (const [field, after] of kept) changes.push({ itemId: item.itemId, field, before: now[field] ?? "", after });
    return kept.length > 0 ? [{ item, fields: Object.fromEntries(kept) }] : [];
  });
  const seen = planned.map(({ item, fields }) => [item.itemId, item.revision, fields]);
  return { planned, changes, digest: createHash("sha256").update(JSON.stringify(seen)).digest("hex") };
}

/** How many changes are told one by one; the counts are of all. */
const mostTold = 500;

/** Refuses item-not-found, item-filed, group-not-found. */
export function previewFilling(db: ReadDb, input: Input<"caption.fill-preview">): Output<"caption.fill-preview"> {
  const { planned, changes, digest } = planFilling(db, input);
  return {
    changes: changes.slice(0, mostTold),
    changeCount: changes.length,
    itemCount: planned.length,
    keptCount: new Set(input.itemIds).size - planned.length,
    previewDigest: digest,
  };
}

/** Refuses what the preview refuses, and caption-preview-stale. */
export function fillCaptions(db: WriteDb, input: Input<"caption.fill">): Written<Output<"caption.fill">> {
  const { planned, digest } = planFilling(db, input);
  if (digest !== input.previewDigest) throw new Refusal("caption-preview-stale");
  return writePlanned(db, planned);
}
