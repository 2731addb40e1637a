// What the desk remembers between starts: folders, splitters, theme, text size. Never a word of a record.
import { cameraChoices } from "#contract/camera-frame";
import type { RememberedDesk } from "#contract/shell";
import { askShell } from "./call.ts";
import { makeStore } from "./store.ts";

const bareDesk: RememberedDesk = {
  archiveFolders: [],
  splitters: {},
  isNavigationNarrow: false,
  isTreeFolded: false,
  rowHeight: "compact",
  theme: "system",
  textScale: 1,
  lastFolders: {},
  camera: cameraChoices.parse({}),
};

export const desk = makeStore<RememberedDesk>(bareDesk);

/** Reads what was remembered; a desk that cannot be read is a bare desk, never a reason not to start. */
export async function readDesk(): Promise<RememberedDesk> {
  const remembered = await askShell("shell.desk", {}).catch(() => bareDesk);
  desk.set(remembered);
  return remembered;
}

/** Changes something of the desk at once and remembers it. */
export function rememberDesk(change: Partial<RememberedDesk>): void {
  desk.set((now) => ({ ...now, ...change }));
  // A desk that cannot be remembered is only a nuisance at the next start.
  askShell("shell.remember", change).catch(() => undefined);
}

/** Puts an archive first in the list of known ones. */
export function rememberArchive(folder: string): void {
  const others = desk.get().archiveFolders.filter((each) => each !== folder);
  rememberDesk({ archiveFolders: [folder, ...others].slice(0, 10) });
}
