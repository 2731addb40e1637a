// 恢复单 as paper: written where the clerk chose, or shown before printing. The digits come from the window and stay nowhere.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { listFonds } from "#db/fonds";
import type { House } from "#engine/house";
import { refuseExisting, writeCheckedFile } from "#engine/paper/write-checked-file";
import type { Job } from "#engine/job";
import type { OpenArchive } from "./open-archive.ts";
import { keepPreview } from "./preview.ts";
import { secretOfGroups } from "./recovery-code.ts";
import { recoverySheetPdf } from "./recovery-sheet-pdf.ts";

/** The sheet of an archive as PDF bytes. Refuses recovery-group-wrong. */
export async function makeSheet(house: House, archive: OpenArchive, groups: readonly string[]): Promise<Buffer> {
  secretOfGroups(groups);
  const unit = listFonds(archive.connection.read)[0]?.unit ?? archive.name;
  return recoverySheetPdf({
    archiveName: archive.name,
    unit,
    date: house.clock.now().slice(0, 10),
    groups: [...groups],
  });
}

/** Writes the sheet to a file of the clerk's choice; it is the one file the program leaves in clear beside the archive. */
export async function saveSheet(
  house: House,
  archive: OpenArchive,
  { groups, to }: Input<"recovery.save-sheet">,
  _job: Job,
): Promise<Output<"recovery.save-sheet">> {
  await refuseExisting(to, false);
  const pdf = await makeSheet(house, archive, groups);
  await writeCheckedFile(to, false, pdf, (written) => {
    if (!written.equals(pdf)) throw new Refusal("target-not-writable");
    return Promise.resolve();
  });
  return { path: to, bytes: pdf.length };
}

/** The sheet sealed for showing. */
export async function previewSheet(
  house: House,
  archive: OpenArchive,
  { groups }: Input<"recovery.preview-sheet">,
): Promise<Output<"recovery.preview-sheet">> {
  const pdf = await makeSheet(house, archive, groups);
  return { documentId: await keepPreview(archive, house.makeId(), pdf), pageCount: 1 };
}
