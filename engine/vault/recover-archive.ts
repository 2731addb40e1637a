// 打开档案库 by recovery sheet, with a new passphrase in the place of the first person's old one.
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { rebindPerson } from "#db/person";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { writeStep } from "#engine/write-step";
import { noteWrongTry, refuseDuringWait } from "./attempts.ts";
import { readSlots, writeSlots } from "./key-slot.ts";
import { newSlot } from "./new-slot.ts";
import type { OpenArchive } from "./open-archive.ts";
import { secretOfGroups } from "./recovery-code.ts";
import { refuseShortPassphrase } from "./refuse-short-passphrase.ts";
import { openAnySlot, sitDownAt } from "./sit-down.ts";

/** Refuses recovery-group-wrong, recovery-wrong, passphrase-too-short, passphrase-wait, and as sitDownAt. */
export function recoverArchive(house: House, input: Input<"archive.recover">, job: Job): Promise<OpenArchive> {
  const { folder, groups, newPassphrase } = input;
  const secret = secretOfGroups(groups);
  refuseShortPassphrase(newPassphrase);
  return sitDownAt(house, folder, job, async (open) => {
    const file = await readSlots(folder);
    await refuseDuringWait(folder, house.clock);
    const sheets = file.slots.filter((slot) => slot.kind === "recovery");
    const opened = await openAnySlot(sheets, secret);
    if (!opened) {
      await noteWrongTry(folder, house.clock);
      throw new Refusal("recovery-wrong");
    }
    const archive = await open(opened.archiveKey, undefined);
    const old = file.slots.find((slot) => slot.kind === "passphrase");
    const given = { label: old?.label ?? "档案员", kind: "passphrase", secret: newPassphrase } as const;
    const slot = await newSlot(house, given, archive.archiveKey);
    // Both slots stand until the person is bound to the new one: a crash in between leaves one that opens (F33).
    await writeSlots(folder, { ...file, slots: [...file.slots, slot] });
    await writeStep(house, archive, "archive.recover", (db) => {
      rebindPerson(db, archive.person.id, slot.id);
      return { output: undefined, objectId: archive.person.id, reasonCode: "recovery-sheet-used", nouns: [] };
    });
    await writeSlots(folder, { ...file, slots: [...file.slots.filter((each) => each.id !== old?.id), slot] });
    return archive;
  });
}
