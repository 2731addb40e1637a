// Key slots: each wraps the archive's one random key under a secret of its own (tech: 0.6; package-and-trust B1, Keys).
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { z } from "zod";
import { Refusal } from "#contract/refusal";
import { archivePaths } from "./archive-folder.ts";
import { deriveKey, type KeyCost } from "./derive-key.ts";
import { readJson, writeJson } from "./write-json.ts";

const hex = z.string().regex(/^[0-9a-f]+$/);
/** One slot as it stands in slots.json; the label is the only personal word kept in clear. */
const keySlot = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(["passphrase", "recovery"]),
  salt: hex.length(32),
  memoryKib: z
    .number()
    .int()
    .min(8)
    .max(4 * 1024 * 1024),
  passes: z.number().int().min(1).max(1000),
  nonce: hex.length(24),
  wrapped: hex.length(96),
});
export type KeySlot = z.infer<typeof keySlot>;

/** The label of the recovery sheet's slot. */
export const recoveryLabel = "恢复单";
const slotFile = z.object({
  format: z.literal(1),
  /** Shown on the unlock screen; null until there is a backup. */
  lastBackupDate: z.string().nullable(),
  slots: z.array(keySlot).min(1),
});
export type SlotFile = z.infer<typeof slotFile>;

/** Everything of a slot but the wrap itself is authenticated: a lowered cost or a changed label is noticed. */
const boundFacts = (slot: Omit<KeySlot, "nonce" | "wrapped">): Buffer =>
  Buffer.from(JSON.stringify([slot.id, slot.label, slot.kind, slot.salt, slot.memoryKib, slot.passes]));

/** Makes a slot that opens `archiveKey` with `secret`. */
export async function makeSlot(
  given: { id: string; label: string; kind: KeySlot["kind"]; secret: string; cost: KeyCost },
  archiveKey: Buffer,
): Promise<KeySlot> {
  const salt = randomBytes(16);
  const facts = { id: given.id, label: given.label, kind: given.kind, salt: salt.toString("hex"), ...given.cost };
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", await deriveKey(given.secret, salt, given.cost), nonce);
  cipher.setAAD(boundFacts(facts));
  const wrapped = Buffer.concat([cipher.update(archiveKey), cipher.final(), cipher.getAuthTag()]);
  return { ...facts, nonce: nonce.toString("hex"), wrapped: wrapped.toString("hex") };
}

/** The archive's key, or undefined when the secret is not this slot's. */
export async function openSlot(slot: KeySlot, secret: string): Promise<Buffer | undefined> {
  const key = await deriveKey(secret, Buffer.from(slot.salt, "hex"), slot);
  const wrapped = Buffer.from(slot.wrapped, "hex");
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(slot.nonce, "hex"));
  decipher.setAAD(boundFacts(slot));
  decipher.setAuthTag(wrapped.subarray(32));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(0, 32)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Reads slots.json; refuses archive-missing when there is none, archive-damaged when it is not one of ours. */
export async function readSlots(folder: string): Promise<SlotFile> {
  const found = await readJson(archivePaths(folder).slots);
  if (found === undefined) throw new Refusal("archive-missing");
  const parsed = slotFile.safeParse(found);
  if (!parsed.success) throw new Refusal("archive-damaged");
  return parsed.data;
}

/** Writes slots.json whole or not at all. */
export const writeSlots = (folder: string, slots: SlotFile): Promise<void> =>
  writeJson(archivePaths(folder).slots, slotFile.parse(slots));
