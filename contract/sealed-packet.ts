// 封存件 — 选票, 委托书: counted, sealed by two persons under a numbered label, never scanned, always restricted.
import { z } from "zod";
import { item, itemId } from "./item.ts";
import { keepers, read, write } from "./procedure.ts";

/** A day on which something was done, YYYY-MM-DD; apart from the time it was entered. */
const day = z.iso.date();
/** Two persons by name; that they differ is judged by the engine. */
const twoPersons = z.tuple([z.string().trim().max(40), z.string().trim().max(40)]);
const label = z.string().trim().min(1).max(40);

/** One sealing, and its opening once that came. */
export const sealedPacket = z
  .object({
    number: z.number().int(),
    labelNumber: z.string(),
    count: z.number().int(),
    unit: z.string(),
    sealedOn: z.string(),
    sealers: z.tuple([z.string(), z.string()]),
    opening: z
      .object({ openedOn: z.string(), openers: z.tuple([z.string(), z.string()]), reason: z.string() })
      .nullable(),
  })
  .readonly();
export type SealedPacket = z.infer<typeof sealedPacket>;

const sealing = {
  labelNumber: label,
  count: z.number().int().min(1).max(1_000_000),
  unit: z.string().trim().min(1).max(4).default("张"),
  sealedOn: day,
  sealers: twoPersons,
};
const sealingRefusals = ["item-not-found", "two-persons-needed", "seal-label-taken", "seal-date-order"] as const;

export const sealedPacketProcedures = {
  /** All sealings and openings of an item, oldest first; empty for what was never sealed. */
  "sealed-packet.read": read({
    roles: keepers,
    input: z.object({ itemId }),
    output: z.array(sealedPacket).readonly(),
    refusals: ["item-not-found"],
  }),
  /** A draft without page images becomes a sealed packet: carrier 封存件, access 限制. */
  "sealed-packet.seal": write({
    roles: keepers,
    input: z.object({ itemId, revision: z.number().int(), ...sealing }),
    output: item,
    refusals: [...sealingRefusals, "item-filed", "item-changed-meanwhile", "item-has-pages", "item-sealed"],
  }),
  /** 启封: two persons and a reason; written down for ever. */
  "sealed-packet.open": write({
    roles: keepers,
    input: z.object({ itemId, openedOn: day, openers: twoPersons, reason: z.string().trim().max(300) }),
    output: z.array(sealedPacket).readonly(),
    refusals: ["item-not-found", "packet-not-sealed", "two-persons-needed", "seal-date-order", "reason-missing"],
  }),
  /** 重新封存 under a new label, counted anew. */
  "sealed-packet.reseal": write({
    roles: keepers,
    input: z.object({ itemId, ...sealing }),
    output: z.array(sealedPacket).readonly(),
    refusals: [...sealingRefusals, "packet-not-open"],
  }),
  /** The way back of a first sealing that nothing followed. */
  "sealed-packet.take-back": write({
    roles: keepers,
    seat: "shell",
    input: z.object({
      itemId,
      revision: z.number().int(),
      carrier: z.enum(["paper", "digital", "object"]),
      access: z.enum(["open", "internal", "restricted"]),
      paperPageCount: z.number().int().min(0),
    }),
    output: item,
    refusals: ["item-not-found", "item-filed", "item-changed-meanwhile", "packet-not-sealed"],
  }),
};
