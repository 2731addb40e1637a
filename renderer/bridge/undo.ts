// The way back, offered for ten seconds after a change.
import { sayAction } from "#text/actions";
import { frameText } from "#text/frame";
import { ask } from "./call.ts";
import { dropDone, sayDone, sayThrown } from "./notices.ts";
import { onEngineEvent } from "./engine-events.ts";
import { makeStore } from "./store.ts";
import { runTask } from "./tasks.ts";

export type UndoOffer = { readonly sequence: number; readonly action: string; readonly sentence: string };

export const undoOffer = makeStore<UndoOffer | undefined>(undefined);
const offerStays = 10_000;
let due: ReturnType<typeof setTimeout> | undefined;
let stopHearing: (() => void) | undefined;

/** A later change may have dropped the way back (filing does): then the offer goes, rather than promise what is not there. */
async function withdrawStale(): Promise<void> {
  const offer = undoOffer.get();
  if (!offer) return;
  const next = await ask("undo.next", {}).catch(() => null);
  if (undoOffer.get() === offer && next?.sequence !== offer.sequence) dropUndoOffer();
}

/** Shows the bar with the sentence that is now true; where there is no way back, only the sentence. */
export async function offerUndo(sentence: string): Promise<void> {
  try {
    const next = await ask("undo.next", {});
    if (next === null) {
      if (sentence) sayDone(sentence);
      return;
    }
    clearTimeout(due);
    undoOffer.set({ ...next, sentence });
    dropDone();
    stopHearing ??= onEngineEvent((event) => {
      if (event.kind === "changed") void withdrawStale();
    });
    due = setTimeout(() => undoOffer.set(undefined), offerStays);
  } catch {
    // The change itself stands; only its way back could not be asked for.
    if (sentence) sayDone(sentence);
  }
}

let isUndoing = false;

/** Takes the newest step back, the offered one while there is an offer. Pressed again while one runs it does nothing. */
export async function undoNow(): Promise<void> {
  if (isUndoing) return;
  isUndoing = true;
  const offer = undoOffer.get();
  undoOffer.set(undefined);
  try {
    const way = offer ?? (await ask("undo.next", {}));
    if (!way) return;
    const action = sayAction(way.action);
    await runTask(
      "undo.apply",
      { sequence: way.sequence },
      { label: frameText.undoing(action), said: () => frameText.undone(action) },
    );
  } catch (thrown) {
    sayThrown(thrown);
  } finally {
    isUndoing = false;
  }
}

export function dropUndoOffer(): void {
  clearTimeout(due);
  undoOffer.set(undefined);
}
