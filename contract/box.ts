// 装盒 — boxes of one class; never mixing year, term or matter (DA/T 22-2015, 6.4).
import { z } from "zod";
import { archivalDate } from "./archival-date.ts";
import { boxingRules, spineMm } from "./boxing-rules.ts";
import { filingUnitId } from "./filing-unit.ts";
import { categoryCode, fondsId, matterId } from "./fonds.ts";
import { boxId } from "./place-of-item.ts";
import { keepers, read, write } from "./procedure.ts";
import { retention } from "./retention.ts";
import { shelfPlace, shelfPlaceId } from "./shelf-place.ts";

/** What lies in a box: a 件, or a 卷 or 组 with all its paper. */
export const boxEntry = z
  .object({
    kind: z.enum(["item", "volume"]),
    id: z.string(),
    number: z.number().int(),
    archivalCode: z.string(),
    /** The neutral title where the item is restricted (personal-data P6). */
    title: z.string(),
    pageCount: z.number().int(),
    /** mm; null when it must be measured first (objects, sealed packets, no pages). */
    thicknessMm: z.number().nullable(),
    /** Measured by hand; otherwise reckoned from the pages (估算). */
    isMeasured: z.boolean(),
    boxId: boxId.nullable(),
  })
  .readonly();
export type BoxEntry = z.infer<typeof boxEntry>;

/** What is worth a look; it stops nothing. */
export const boxFinding = z
  .object({
    code: z.enum(["too-thick", "thickness-missing", "overfull", "underfilled", "out-of-order", "empty", "not-boxed"]),
    unitId: filingUnitId,
    boxId: boxId.nullable(),
    entryId: z.string().nullable(),
    archivalCode: z.string(),
    message: z.string(),
  })
  .readonly();
export type BoxFinding = z.infer<typeof boxFinding>;

/** The five fields of the 备考表 (DA/T 22-2015, Annex E). */
const noteFields = z.object({
  note: z.string().trim().max(2000),
  arrangedBy: z.string().trim().max(40),
  arrangedOn: archivalDate,
  checkedBy: z.string().trim().max(40),
  checkedOn: archivalDate,
});

const contents = z.object({
  boxNumber: z.number().int(),
  spineMm,
  /** mm of paper it holds: the spine less the walls. */
  usableMm: z.number(),
  thicknessMm: z.number(),
  entryCount: z.number().int(),
  pageSum: z.number().int(),
  firstNumber: z.number().int().nullable(),
  lastNumber: z.number().int().nullable(),
  firstCode: z.string(),
  lastCode: z.string(),
});

/** A box that exists, with what it holds. */
export const box = contents
  .extend({
    id: boxId,
    unitId: filingUnitId.nullable(),
    fondsId,
    category: categoryCode,
    year: z.number().int(),
    retention,
    matterId: matterId.nullable(),
    matterName: z.string(),
    place: shelfPlace.nullable(),
    ...noteFields.shape,
  })
  .readonly();
export type Box = z.infer<typeof box>;

/** A box as the plan has it; id is null for one that is still to be made. */
export const plannedBox = contents.extend({ id: boxId.nullable(), isChanged: z.boolean() }).readonly();
export type PlannedBox = z.infer<typeof plannedBox>;

/** A box put back as it was: how every change of boxes is undone. */
const keptBox = noteFields
  .extend({ id: boxId, boxNumber: z.number().int().min(1), spineMm, placeId: shelfPlaceId.nullable() })
  .readonly();
export const boxedUnit = z
  .object({
    unitId: filingUnitId,
    /** Names the state the way back starts from; another state is not undone. */
    digest: z.string(),
    boxes: z.array(keptBox).readonly(),
    entries: z.array(z.object({ id: z.string(), boxId })).readonly(),
  })
  .readonly();
export type BoxedUnit = z.infer<typeof boxedUnit>;

const year = z.object({ fondsId, category: categoryCode.default("WS"), year: z.number().int() });
const planInput = year.extend({
  /** Only these classes; all of the year when left out. */
  unitIds: z.array(filingUnitId).max(500).optional(),
  /** rest: what lies in no box yet. all: everything anew. */
  mode: z.enum(["rest", "all"]).default("rest"),
});

export const boxProcedures = {
  "box.rules": read({ roles: keepers, input: z.object({}), output: boxingRules }),
  "box.set-rules": write({ roles: keepers, input: boxingRules.unwrap(), output: boxingRules }),
  "box.plan": read({
    roles: keepers,
    input: planInput,
    output: z.object({
      units: z
        .array(
          z.object({
            unitId: filingUnitId,
            retention,
            matterName: z.string(),
            boxes: z.array(plannedBox).readonly(),
            entryCount: z.number().int(),
            digitalCount: z.number().int(),
          }),
        )
        .readonly(),
      findings: z.array(boxFinding).readonly(),
      newBoxCount: z.number().int(),
      newEntryCount: z.number().int(),
      planDigest: z.string(),
    }),
    refusals: ["filing-unit-not-found", "year-closed"],
  }),
  "box.commit": write({
    roles: keepers,
    input: planInput.extend({ planDigest: z.string() }),
    output: z.object({ boxCount: z.number().int(), entryCount: z.number().int() }),
    refusals: ["filing-unit-not-found", "box-plan-stale", "year-closed"],
  }),
  "box.list": read({
    roles: keepers,
    input: year.extend({ unitId: filingUnitId.optional() }),
    output: z.object({
      boxes: z.array(box).readonly(),
      findings: z.array(boxFinding).readonly(),
      isClosed: z.boolean(),
    }),
    refusals: ["filing-unit-not-found"],
  }),
  "box.read": read({
    roles: keepers,
    input: z.object({ id: boxId }),
    output: z.object({
      box,
      entries: z.array(boxEntry).readonly(),
      /** 盒内文件情况说明 as the program would write it. */
      proposedNote: z.string(),
      isClosed: z.boolean(),
    }),
    refusals: ["box-not-found"],
  }),
  /** Entries of a class that lie in no box; digital ones need none and are left out. */
  "box.loose": read({
    roles: keepers,
    input: z.object({ unitId: filingUnitId }),
    output: z.array(boxEntry).readonly(),
    refusals: ["filing-unit-not-found"],
  }),
  /** Moves by hand into another box of the class, or out of the boxes (null). After closing only with a reason. */
  "box.move-items": write({
    roles: keepers,
    input: z.object({
      entryIds: z.array(z.string().min(1)).min(1).max(5000),
      boxId: boxId.nullable(),
      reason: z.string().trim().max(200).default(""),
    }),
    output: z.object({ movedCount: z.number().int(), findings: z.array(boxFinding).readonly() }),
    refusals: ["box-not-found", "item-not-found", "box-mixed", "reason-missing", "box-entry-digital"],
  }),
  "box.add": write({
    roles: keepers,
    input: z.object({ unitId: filingUnitId, spineMm }),
    output: box,
    refusals: ["filing-unit-not-found"],
  }),
  "box.remove": write({
    roles: keepers,
    input: z.object({ id: boxId }),
    output: z.object({ entryCount: z.number().int() }),
    refusals: ["box-not-found", "year-closed"],
  }),
  "box.resize": write({
    roles: keepers,
    input: z.object({ id: boxId, spineMm }),
    output: box,
    refusals: ["box-not-found", "year-closed"],
  }),
  "box.renumber": write({
    roles: keepers,
    input: z.object({ id: boxId, boxNumber: z.number().int().min(1).max(9999) }),
    output: box,
    refusals: ["box-not-found", "year-closed", "box-number-taken"],
  }),
  /** Writes the 备考表 of boxes, also after closing. */
  "box.note": write({
    roles: keepers,
    input: z.object({
      notes: z
        .array(noteFields.extend({ id: boxId }))
        .min(1)
        .max(2000),
    }),
    output: z.object({ boxCount: z.number().int() }),
    refusals: ["box-not-found"],
  }),
  /** Fills what is blank in the 备考表 of all boxes asked: the proposed note, who arranged and checked them and when. */
  "box.sign": write({
    roles: keepers,
    input: planInput.omit({ mode: true }).extend(noteFields.omit({ note: true }).shape),
    output: z.object({ boxCount: z.number().int() }),
    refusals: ["filing-unit-not-found"],
  }),
  /** The way back of a change of boxes; refuses when they are no longer as that change left them. */
  "box.restore": write({
    roles: keepers,
    seat: "shell",
    input: z.object({ units: z.array(boxedUnit).max(500) }),
    output: z.object({ boxCount: z.number().int() }),
    refusals: ["filing-unit-not-found", "box-plan-stale", "year-closed", "shelf-place-taken", "box-number-taken"],
  }),
};
