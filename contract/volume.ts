// 案卷 — items of 科技 and 会计 with one 档号 above them (GB/T 11822-2008; DA/T 39-2008), described, ordered and filed.
import { z } from "zod";
import { securityLevel } from "./access.ts";
import { archivalDate } from "./archival-date.ts";
import { categoryCode, fondsId, matter, matterId } from "./fonds.ts";
import { itemId, itemRow } from "./item.ts";
import { boxId, scheduleRowId, volumeId } from "./place-of-item.ts";
import { keepers, read, write } from "./procedure.ts";
import { retention } from "./retention.ts";

/** What the clerk writes of a volume: cover, spine and 备考表; blank means not (yet) known. */
export const volumeFields = z
  .object({
    title: z.string().trim().max(500),
    /** 立卷单位. */
    unit: z.string().trim().max(200),
    beginDate: archivalDate,
    endDate: archivalDate,
    year: z.number().int().min(1900).max(2200).nullable(),
    retention: retention.nullable(),
    /** Second level of the 门类: KJ·JJ 基建, KU·01 凭证. */
    matterId: matterId.nullable(),
    scheduleRowId: scheduleRowId.nullable(),
    securityLevel,
    /** 凭证起止号 of accounting vouchers. */
    voucherFrom: z.string().trim().max(40),
    voucherTo: z.string().trim().max(40),
    /** 卷内备考表 (GB/T 11822-2008): 互见号, 说明, 立卷人, 立卷日期, 检查人, 检查日期. */
    seeAlso: z.string().trim().max(200),
    note: z.string().trim().max(1000),
    compiledBy: z.string().trim().max(40),
    compiledOn: archivalDate,
    checkedBy: z.string().trim().max(40),
    checkedOn: archivalDate,
  })
  .readonly();
export type VolumeFields = z.infer<typeof volumeFields>;

/** A row of the list of volumes. */
export const volumeRow = volumeFields
  .unwrap()
  .extend({
    id: volumeId,
    fondsId,
    category: categoryCode,
    state: z.enum(["draft", "filed"]),
    volumeNumber: z.number().int().nullable(),
    archivalCode: z.string(),
    boxId: boxId.nullable(),
    revision: z.number().int(),
    enteredAt: z.string(),
    filedAt: z.string().nullable(),
    itemCount: z.number().int(),
    pageSum: z.number().int(),
  })
  .readonly();
export type VolumeRow = z.infer<typeof volumeRow>;

/** One volume with its items in order. */
export const volume = volumeRow
  .unwrap()
  .extend({ items: z.array(itemRow).readonly() })
  .readonly();
export type Volume = z.infer<typeof volume>;

/** What to look at in a volume. Those marked as blocking stand in the way of filing. */
export const volumeProblem = z
  .object({
    volumeId,
    itemId: itemId.nullable(),
    title: z.string(),
    code: z.enum([
      "volume-title-missing",
      "volume-unit-missing",
      "volume-dates-missing",
      "volume-dates-reversed",
      "volume-year-missing",
      "volume-retention-missing",
      "volume-matter-missing",
      "volume-empty",
      "volume-unsigned",
      "voucher-numbers-missing",
      "annual-report-mixed",
      "item-title-missing",
      "item-creator-missing",
      "item-date-missing",
      "item-date-outside",
      "item-pages-missing",
      "item-neutral-title-missing",
      "item-term-differs",
      "volume-year-closed",
    ]),
    message: z.string(),
    isBlocking: z.boolean(),
  })
  .readonly();
export type VolumeProblem = z.infer<typeof volumeProblem>;

/** One volume of the plan: the number it would get, or has already, and its items numbered from 1. */
export const plannedVolume = z
  .object({
    volumeId,
    title: z.string(),
    retention,
    matter: matter.nullable(),
    volumeNumber: z.number().int(),
    archivalCode: z.string(),
    itemCount: z.number().int(),
    pageSum: z.number().int(),
    isNew: z.boolean(),
  })
  .readonly();
export type PlannedVolume = z.infer<typeof plannedVolume>;

/** One volume whose number changes when another is taken back; null: it has none afterwards. */
export const volumeNumberChange = z
  .object({
    volumeId,
    title: z.string(),
    oldCode: z.string(),
    newCode: z.string(),
    oldNumber: z.number().int(),
    newNumber: z.number().int().nullable(),
    itemCount: z.number().int(),
  })
  .readonly();
export type VolumeNumberChange = z.infer<typeof volumeNumberChange>;

const seen = { id: volumeId, revision: z.number().int() };
const given = volumeFields.unwrap().partial();
const itemIds = z.array(itemId).max(5000);
const scope = z.object({ fondsId, category: categoryCode, year: z.number().int() });
const forChange = ["volume-not-found", "volume-filed", "volume-changed-meanwhile"] as const;
const forTerm = ["schedule-row-not-found", "term-under-minimum"] as const;
const forItems = ["item-not-found", "item-filed", "volume-item-taken", "volume-class-differs"] as const;

export const volumeProcedures = {
  "volume.list": read({
    roles: keepers,
    input: z.object({
      fondsId: fondsId.optional(),
      category: categoryCode.optional(),
      year: z.number().int().optional(),
      state: z.enum(["draft", "filed"]).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ rows: z.array(volumeRow).readonly(), total: z.number().int() }),
  }),
  "volume.read": read({
    roles: keepers,
    input: z.object({ id: volumeId }),
    output: volume,
    refusals: ["volume-not-found"],
  }),
  "volume.make": write({
    roles: keepers,
    input: z.object({ fondsId, category: categoryCode, fields: given.default({}), itemIds: itemIds.default([]) }),
    output: volume,
    refusals: ["fonds-not-found", "fonds-closed", "category-not-volume", "matter-not-found", ...forTerm, ...forItems],
  }),
  "volume.describe": write({
    roles: keepers,
    input: z.object({ ...seen, fields: given }),
    output: volume,
    refusals: [...forChange, "matter-not-found", ...forTerm],
  }),
  /** Which items lie in it, in this order; those left out leave it. */
  "volume.arrange": write({
    roles: keepers,
    input: z.object({ ...seen, itemIds }),
    output: volume,
    refusals: [...forChange, ...forItems],
  }),
  /** Takes an unfiled volume apart: its items stay, outside any volume. */
  "volume.dissolve": write({
    roles: keepers,
    input: z.object(seen),
    output: z.object({ itemCount: z.number().int() }),
    refusals: [...forChange],
  }),
  /** The way back of a dissolving: the same volume under its own id. */
  "volume.restore": write({
    roles: keepers,
    seat: "shell",
    input: z.object({
      id: volumeId,
      fondsId,
      category: categoryCode,
      fields: volumeFields,
      revision: z.number().int(),
      enteredAt: z.string(),
      items: z.array(z.object({ id: itemId, rank: z.number().nullable() })),
    }),
    output: volume,
    refusals: ["volume-changed-meanwhile", "item-not-found", "item-filed", "volume-item-taken"],
  }),
  "volume.check": read({
    roles: keepers,
    input: z.object({ id: volumeId }),
    output: z.array(volumeProblem).readonly(),
    refusals: ["volume-not-found"],
  }),
  "volume.preview-filing": read({
    roles: keepers,
    input: scope,
    output: z.object({
      volumes: z.array(plannedVolume).readonly(),
      problems: z.array(volumeProblem).readonly(),
      newCount: z.number().int(),
      /** Names exactly this plan; filing under another is refused. */
      planDigest: z.string(),
    }),
    refusals: ["fonds-not-found", "category-not-volume", "archival-code-template-invalid"],
  }),
  "volume.file": write({
    roles: keepers,
    input: scope.extend({ planDigest: z.string() }),
    output: z.object({ filedCount: z.number().int(), itemCount: z.number().int() }),
    refusals: [
      "fonds-not-found",
      "category-not-volume",
      "year-closed",
      "filing-preview-stale",
      "filing-not-ready",
      "archival-code-taken",
      "archival-code-template-invalid",
    ],
  }),
  /** Every number that changes when this volume is taken back. */
  "volume.preview-unfile": read({
    roles: keepers,
    input: z.object({ id: volumeId }),
    output: z.object({ changes: z.array(volumeNumberChange).readonly(), planDigest: z.string() }),
    refusals: ["volume-not-found", "volume-not-filed", "year-closed", "archival-code-template-invalid"],
  }),
  /** 撤回: a draft again with all its items; later volumes of its class close the gap and keep their former 档号. */
  "volume.unfile": write({
    roles: keepers,
    input: z.object({ id: volumeId, reason: z.string().trim().max(300), planDigest: z.string() }),
    output: volume,
    refusals: [
      "volume-not-found",
      "volume-not-filed",
      "year-closed",
      "reason-missing",
      "record-altered",
      "filing-preview-stale",
      "archival-code-template-invalid",
    ],
  }),
  /** 原档号 of a volume, oldest first. */
  "volume.former-codes": read({
    roles: keepers,
    input: z.object({ id: volumeId }),
    output: z.array(z.object({ archivalCode: z.string(), until: z.string(), reason: z.string() })).readonly(),
  }),
};
