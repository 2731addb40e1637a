// The archive's key by a passphrase of the day of the backup or of today, or by the recovery sheet. The key itself never changes
// (tech: 0.6), so whatever slot opens, it is the same.
import { existsSync } from "node:fs";
import { Refusal } from "#contract/refusal";
import type { RestoreSecret } from "#contract/restore";
import type { House } from "#engine/house";
import { archivePaths } from "#engine/vault/archive-folder";
import { noteWrongTry, refuseDuringWait } from "#engine/vault/attempts";
import { readSlots, type SlotFile } from "#engine/vault/key-slot";
import { secretOfGroups } from "#engine/vault/recovery-code";
import { openAnySlot } from "#engine/vault/sit-down";

export type OpenedSecret = {
  readonly archiveKey: Buffer;
  /** Slots the restored archive gets: those of today where the secret opened one of them, else those of the backup. */
  readonly slots: SlotFile;
  /** Slots of people in the database that are others by now: old id, new id. */
  readonly rebound: readonly { readonly from: string; readonly to: string }[];
};

/** Today's slots for the people of then: by id, else by label; the recovery sheet of today is the one in the cupboard. */
function joinSlots(then: SlotFile, now: SlotFile): Pick<OpenedSecret, "slots" | "rebound"> {
  const rebound: { from: string; to: string }[] = [];
  const people = then.slots.filter((slot) => slot.kind === "passphrase");
  const today = now.slots.filter((slot) => slot.kind === "passphrase");
  const kept = people.map((slot) => {
    const same = today.find(({ id }) => id === slot.id) ?? today.find(({ label }) => label === slot.label);
    if (same && same.id !== slot.id) rebound.push({ from: slot.id, to: same.id });
    return same ?? slot;
  });
  const sheets = now.slots.filter((slot) => slot.kind === "recovery");
  return { slots: { ...then, slots: [...kept, ...sheets] }, rebound };
}

/**
 * Refuses passphrase-wrong, recovery-wrong, recovery-group-wrong, passphrase-wait (wrong tries count at the present archive, whose
 * secret it is), backup-of-another-archive when one secret opens two different archives, backup-damaged.
 */
export async function openSecret(
  house: House,
  given: { readonly backup: string; readonly target: string; readonly secret: RestoreSecret },
): Promise<OpenedSecret> {
  const isSheet = "groups" in given.secret;
  const secret = "groups" in given.secret ? secretOfGroups(given.secret.groups) : given.secret.passphrase;
  const kind = isSheet ? "recovery" : "passphrase";
  const isCounted = existsSync(archivePaths(given.target).slots);
  if (isCounted) await refuseDuringWait(given.target, house.clock);
  const then = await readSlots(given.backup).catch(() => {
    throw new Refusal("backup-damaged");
  });
  const now = await readSlots(given.target).catch(() => undefined);
  const fit = (file: SlotFile) =>
    openAnySlot(
      file.slots.filter((slot) => slot.kind === kind),
      secret,
    );
  const byNow = now && (await fit(now));
  const byThen = await fit(then);
  if (byNow && byThen && !byNow.archiveKey.equals(byThen.archiveKey)) throw new Refusal("backup-of-another-archive");
  if (now && byNow) return { archiveKey: byNow.archiveKey, ...joinSlots(then, now) };
  if (byThen) return { archiveKey: byThen.archiveKey, slots: then, rebound: [] };
  if (isCounted) await noteWrongTry(given.target, house.clock);
  throw new Refusal(isSheet ? "recovery-wrong" : "passphrase-wrong");
}
