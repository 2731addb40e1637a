// What a page does with a digital file: the original saved outside, a reading copy attached.
import type { DigitalFile } from "#contract/digital-file";
import { digitalText } from "#text/digital-file";
import { askShell } from "./call.ts";
import { sayThrown } from "./notices.ts";
import { runTask } from "./tasks.ts";

/** Asks where, writes the original (or its reading copy) there and says so once it was read again. */
export async function saveOriginal(file: DigitalFile, isCopy = false): Promise<void> {
  const name = isCopy ? (file.readingCopy?.sourceName ?? "") : file.sourceName;
  try {
    const { path } = await askShell("shell.choose-save", {
      ...{ title: isCopy ? digitalText.saveCopy : digitalText.saveTitle, suggestedName: name, form: "original" },
    });
    if (path === null) return;
    // The dialog has asked before anything is replaced.
    await runTask(
      "digital-file.save-as",
      { id: file.id, path, mayReplace: true, isCopy },
      { label: digitalText.saveTask, said: () => digitalText.saved(name) },
    );
  } catch (thrown) {
    sayThrown(thrown);
  }
}

/** Asks for a PDF or OFD and attaches it. */
export async function supplyCopy(file: DigitalFile): Promise<void> {
  try {
    const { paths } = await askShell("shell.choose-scans", {});
    const [path] = paths;
    if (path === undefined) return;
    await runTask(
      "reading-copy.supply",
      { id: file.id, path },
      { label: digitalText.supplyTask, said: () => digitalText.supplied },
    );
  } catch (thrown) {
    sayThrown(thrown);
  }
}
