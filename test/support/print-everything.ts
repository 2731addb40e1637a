// Every form for everything it can be printed for, as PDF and as spreadsheet, into a folder beside the archive.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "#contract/refusal";
import type { TestArchive } from "./archive.ts";

/** How many files were written; what a form refuses to print (nothing there) is no file. */
export async function printEverything(archive: TestArchive): Promise<number> {
  const { ask } = archive.engine;
  const folder = join(archive.around, "printed");
  await mkdir(folder, { recursive: true });
  let written = 0;
  for (const form of await ask("form.list", {}))
    for (const { scope } of await ask("form.scopes", { formId: form.id, fondsId: archive.fondsId }))
      for (const output of form.outputs) {
        const to = join(folder, `${++written}.${output}`);
        await ask("form.write", { formId: form.id, scope, output, to }).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
          written -= 1;
        });
      }
  return written;
}
