// Who is at the desk: the open archive, or none.
import type { Session } from "#contract/archive";
import { ask } from "./call.ts";
import { rememberArchive } from "./desk.ts";
import { clearNotices, sayThrown } from "./notices.ts";
import { makeStore } from "./store.ts";
import { dropUndoOffer } from "./undo.ts";

export const session = makeStore<Session | null | undefined>(undefined);
/** Why the desk stands at the unlock page; blank at a plain start. */
export const lockReason = makeStore<"" | "asked" | "idle" | "restarted">("");

/** Things that must be saved before the key goes; each answers when it is safe. */
const savers = new Set<() => Promise<void>>();
export function beforeLock(save: () => Promise<void>): () => void {
  savers.add(save);
  return () => savers.delete(save);
}
/** Saves whatever is still being typed anywhere. */
export async function saveAll(): Promise<void> {
  await Promise.all([...savers].map((save) => save()));
}

export function enterArchive(opened: Session): void {
  rememberArchive(opened.folder);
  lockReason.set("");
  session.set(opened);
}

/** Everything of the archive leaves the page. */
export function leaveArchive(reason: "" | "asked" | "idle" | "restarted"): void {
  lockReason.set(reason);
  dropUndoOffer();
  clearNotices();
  session.set(null);
}

/** Saves what is being typed, then locks. */
export async function lockArchive(): Promise<void> {
  try {
    await saveAll();
    await ask("archive.lock", {});
    leaveArchive("asked");
  } catch (thrown) {
    sayThrown(thrown);
  }
}

/** Asks the engine what is open now (after a start, or when a recovery sheet has been confirmed). */
export async function readSession(): Promise<void> {
  session.set(await ask("archive.session", {}));
}

let touchedAt = 0;
const touchEvery = 20_000;
/** Tells the engine that somebody is at the desk, at most every twenty seconds. */
export function touch(): void {
  const now = Date.now();
  if (!session.get() || now - touchedAt < touchEvery) return;
  touchedAt = now;
  ask("archive.touch", {}).catch(() => undefined);
}
