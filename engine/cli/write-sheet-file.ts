// The recovery sheet of an archive made from a terminal: PDF when the file is named so, else plain text to print.
import { Refusal } from "#contract/refusal";
import type { Engine } from "#engine/engine";
import { refuseExisting, writeCheckedFile } from "#engine/paper/write-checked-file";

/** Writes the sheet; returns its path. Refuses target-exists, target-not-writable, disk-full. */
export async function writeSheetFile(engine: Engine, groups: readonly string[], to: string): Promise<string> {
  if (/\.pdf$/i.test(to)) return (await engine.ask("recovery.save-sheet", { groups, to })).path;
  const text = Buffer.from(`${groups.join("\n")}\n`, "utf8");
  await refuseExisting(to, false);
  await writeCheckedFile(to, false, text, (written) => {
    if (!written.equals(text)) throw new Refusal("target-not-writable");
    return Promise.resolve();
  });
  return to;
}
