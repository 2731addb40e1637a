// What the desk remembers between starts: folders, widths, theme, bounds. Never a word of a record.
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { type RememberedDesk, rememberedDesk } from "#contract/shell";

const bounds = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  isMaximized: z.boolean(),
});
export type RememberedBounds = z.infer<typeof bounds>;

const kept = z.object({ desk: rememberedDesk, bounds: bounds.optional() });
type Kept = z.infer<typeof kept>;

export type DeskState = {
  readonly desk: () => RememberedDesk;
  readonly bounds: () => RememberedBounds | undefined;
  /** Both resolve when the file is whole on disk. */
  rememberDesk(change: Partial<RememberedDesk>): Promise<RememberedDesk>;
  rememberBounds(bounds: RememberedBounds): Promise<void>;
};

/** Reads the state; a missing or unreadable file is a new desk. */
export async function openDeskState(file: string): Promise<DeskState> {
  let state: Kept = await readFile(file, "utf8")
    .then((text) => kept.parse(JSON.parse(text)))
    .catch(() => kept.parse({ desk: {} }));
  let writing: Promise<void> = Promise.resolve();
  const keep = (next: Kept): Promise<void> => {
    state = next;
    // A disk that is full costs the memory of the desk, not the work at it.
    writing = writing.then(() => writeWhole(file, JSON.stringify(next))).catch(() => undefined);
    return writing;
  };
  return {
    desk: () => state.desk,
    bounds: () => state.bounds,
    async rememberDesk(change) {
      await keep({ ...state, desk: { ...state.desk, ...change } });
      return state.desk;
    },
    rememberBounds: (next) => keep({ ...state, bounds: next }),
  };
}

async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const half = `${file}.half`;
  const handle = await open(half, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, file);
}
