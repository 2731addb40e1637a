// One finding of the check of a year, made the same way everywhere.
import type { ConsistencyCode, ConsistencyFinding, FilingStage } from "#contract/consistency";
import type { BoxRecord } from "#db/box";
import type { ItemRecord } from "#db/item";
import type { VolumeRecord } from "#db/volume";
import { shownTitle } from "#engine/filing-unit/shown-title";

/** What each finding belongs to, and whether it stands in the way of closing. */
const kinds: Record<ConsistencyCode, { stage: FilingStage; isBlocking: boolean }> = {
  "field-missing": { stage: "check", isBlocking: true },
  "date-after-year": { stage: "check", isBlocking: true },
  // A matter closed in a later year, a meeting over the turn of the year: allowed, but looked at (DA/T 22-2015, 5.2).
  "date-before-year": { stage: "check", isBlocking: false },
  "pages-differ": { stage: "check", isBlocking: false },
  "title-twice": { stage: "check", isBlocking: false },
  "series-thin": { stage: "check", isBlocking: false },
  "term-missing": { stage: "terms", isBlocking: true },
  "term-differs": { stage: "terms", isBlocking: false },
  "term-below-minimum": { stage: "terms", isBlocking: true },
  "number-gap": { stage: "order", isBlocking: true },
  "number-twice": { stage: "order", isBlocking: true },
  "draft-left": { stage: "order", isBlocking: true },
  "volume-draft": { stage: "order", isBlocking: true },
  "box-mixed": { stage: "box", isBlocking: true },
  // Where paper stands is no part of its record: it may still be boxed after the close.
  unboxed: { stage: "box", isBlocking: false },
  "box-note-missing": { stage: "box", isBlocking: false },
  "collection-open": { stage: "collect", isBlocking: false },
  "record-altered": { stage: "close", isBlocking: true },
};

type About = { readonly item?: ItemRecord; readonly box?: BoxRecord; readonly volume?: VolumeRecord };

/** A finding about an item, a box or a volume; `change` says where it differs from its kind. */
export function finding(
  code: ConsistencyCode,
  { item, box, volume }: About,
  message: string,
  change: Partial<Pick<ConsistencyFinding, "title" | "archivalCode" | "isBlocking" | "stage">> = {},
): ConsistencyFinding {
  const title = item ? shownTitle(item) : box ? `第 ${box.boxNumber} 盒` : (volume?.title ?? "");
  return {
    code,
    ...kinds[code],
    itemId: item?.id ?? null,
    boxId: box?.id ?? null,
    volumeId: volume?.id ?? null,
    archivalCode: item?.archivalCode ?? volume?.archivalCode ?? "",
    title,
    message,
    ...change,
  };
}
