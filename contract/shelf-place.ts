// 柜-层-位 — where a box stands (DA/T 22-2015, 6.5).
import { z } from "zod";
import { boxId } from "./place-of-item.ts";
import { keepers, read, write } from "./procedure.ts";

export const shelfPlaceId = z.string().min(1).brand<"ShelfPlaceId">();
export type ShelfPlaceId = z.infer<typeof shelfPlaceId>;

const number = z.number().int().min(1).max(999);
const room = z.string().trim().min(1).max(40);

/** One place: 库房, 柜, 层 from the top, 位 from the left. */
export const shelfPlace = z.object({ id: shelfPlaceId, room, cabinet: number, tier: number, slot: number }).readonly();
export type ShelfPlace = z.infer<typeof shelfPlace>;

/** 第 3 柜第 2 层第 5 位. */
export const shelfLabel = ({ cabinet, tier, slot }: Pick<ShelfPlace, "cabinet" | "tier" | "slot">): string =>
  `第 ${cabinet} 柜第 ${tier} 层第 ${slot} 位`;

/** What was typed of a place: the later parts may be missing. */
export type ShelfWords = { readonly cabinet: number; readonly tier?: number; readonly slot?: number };

/** Reads 3-2-5, 柜3层2位5, 第3柜第2层, 3柜2层5位; undefined when it names no place. A number alone is none. */
export function parseShelfWords(typed: string): ShelfWords | undefined {
  const text = typed
    .normalize("NFKC")
    .replaceAll(/\s/g, "")
    .replaceAll(/[–—‐‑−]/g, "-");
  const found =
    /^(\d{1,3})-(\d{1,3})-(\d{1,3})$/.exec(text) ??
    /^柜(\d{1,3})(?:层(\d{1,3}))?(?:位(\d{1,3}))?$/.exec(text) ??
    /^第?(\d{1,3})柜(?:第?(\d{1,3})层)?(?:第?(\d{1,3})位)?$/.exec(text);
  if (!found) return undefined;
  const [cabinet = 0, tier, slot] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  return { cabinet, ...(tier !== undefined && { tier }), ...(slot !== undefined && { slot }) };
}

/** A box as it is named on the map. */
const standing = z
  .object({
    boxId,
    boxNumber: z.number().int(),
    spineMm: z.number().int(),
    category: z.string(),
    year: z.number().int(),
    retention: z.string(),
    matterName: z.string(),
    firstNumber: z.number().int().nullable(),
    lastNumber: z.number().int().nullable(),
    itemCount: z.number().int(),
    placeId: shelfPlaceId.nullable(),
  })
  .readonly();
export const shelvedBox = standing;
export type ShelvedBox = z.infer<typeof shelvedBox>;

const cabinets = z.object({
  room,
  from: number,
  count: z.number().int().min(1).max(200),
  tiers: number,
  slots: number,
});
const moves = z.array(z.object({ boxId, placeId: shelfPlaceId.nullable() })).max(2000);

export const shelfPlaceProcedures = {
  /** Every place there is, what stands where, and the boxes that stand nowhere yet. */
  "shelf-place.map": read({
    roles: keepers,
    input: z.object({}),
    output: z.object({
      places: z.array(shelfPlace).readonly(),
      boxes: z.array(shelvedBox).readonly(),
    }),
  }),
  /** Boxes at a place as typed: 3-2-5, 柜3层2. Nothing that names a place finds nothing. */
  "shelf-place.find": read({
    roles: keepers,
    input: z.object({ words: z.string().max(40) }),
    output: z.array(shelvedBox).readonly(),
  }),
  /** Sets up `count` cabinets numbered on from `from`, each of `tiers` × `slots`. */
  "shelf-place.define": write({
    roles: keepers,
    input: cabinets,
    output: z.object({ placeCount: z.number().int() }),
    refusals: ["shelf-cabinet-exists"],
  }),
  /** Takes empty cabinets away again. */
  "shelf-place.remove": write({
    roles: keepers,
    input: cabinets.pick({ room: true, from: true, count: true }),
    output: z.object({ placeCount: z.number().int() }),
    refusals: ["shelf-cabinet-missing", "shelf-not-empty"],
  }),
  /** Puts boxes side by side from a place on, tier after tier, leaving taken places out. */
  "shelf-place.fill": write({
    roles: keepers,
    input: z.object({ boxIds: z.array(boxId).min(1).max(2000), from: shelfPlaceId }),
    output: z.object({ places: z.array(shelfPlace).readonly() }),
    refusals: ["box-not-found", "shelf-place-missing", "shelf-full"],
  }),
  /** Puts each box at exactly this place, or takes it off its shelf (null). */
  "shelf-place.put": write({
    roles: keepers,
    input: z.object({ moves }),
    output: z.object({ boxCount: z.number().int() }),
    refusals: ["box-not-found", "shelf-place-missing", "shelf-place-taken"],
  }),
};
