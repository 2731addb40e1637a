// Everything a register of deletions names, done in an older copy in one transaction: persons who had themselves deleted, and papers
// taken away as state secrets (personal-data P14, P15).
import type { Name } from "#contract/contract";
import { listSecretRemains } from "#db/secret-remains";
import { noteTakenAway } from "#db/taken-away";
import type { WriteDb } from "#db/open";
import type { House } from "#engine/house";
import { dropSecretPages } from "#engine/item/drop-secret";
import type { DeletionRegister } from "#engine/vault/deletion-register";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { eraseAgain } from "./erase-again.ts";

/** What was done: deletions the copy did not know, and papers that lay in it still. */
export type ErasedAgain = { readonly deletions: number; readonly takenAway: number };

function takeSecretsAway(db: WriteDb, ids: readonly string[]): { count: number; droppedFiles: string[] } {
  const { itemIds, pageIds } = listSecretRemains(db, ids);
  const droppedFiles = itemIds.flatMap((id) => dropSecretPages(db, id, pageIds).droppedFiles ?? []);
  const loose = listSecretRemains(db, ids);
  droppedFiles.push(...(dropSecretPages(db, undefined, loose.pageIds, loose.fileIds).droppedFiles ?? []));
  noteTakenAway(db, ids);
  return { count: itemIds.length + loose.pageIds.length + loose.fileIds.length, droppedFiles };
}

/** One journal entry for all of it, under `action`. */
export function eraseRegistered(
  house: House,
  archive: OpenArchive,
  register: DeletionRegister,
  action: Name,
): Promise<ErasedAgain> {
  const at = house.clock.now();
  return writeStep(house, archive, action, (db) => {
    const again = register.deletions.filter((deletion) => eraseAgain(db, archive, deletion, at));
    const { count, droppedFiles } = takeSecretsAway(db, register.takenAway);
    const output = { deletions: again.length, takenAway: count };
    return {
      output,
      objectId: archive.id,
      reasonCode: `deletions-${output.deletions} taken-away-${output.takenAway}`,
      after: output,
      keepsUndo: true,
      nouns: [],
      droppedFiles,
    };
  });
}
