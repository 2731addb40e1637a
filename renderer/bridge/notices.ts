// What the desk says: what is now true, what was refused, what went wrong. Shown by the frame.
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import { bridgeText } from "#text/bridge";
import { Fault } from "./call.ts";
import { makeStore } from "./store.ts";

export type Notice = {
  readonly id: number;
  readonly kind: "done" | "refusal" | "fault";
  readonly sentence: string;
  /** Shown small, for the telephone. */
  readonly code: string;
};

export const notices = makeStore<readonly Notice[]>([]);
let lastId = 0;
const doneStays = 8000;

export function dropNotice(id: number): void {
  notices.set((now) => now.filter((notice) => notice.id !== id));
}

function add(notice: Omit<Notice, "id">): void {
  const id = ++lastId;
  // The same sentence twice is one notice: a held key must not paper the desk.
  notices.set((now) => [...now.filter((each) => each.sentence !== notice.sentence), { id, ...notice }].slice(-3));
  if (notice.kind === "done") setTimeout(() => dropNotice(id), doneStays);
}

/** Says what is now true. */
export function sayDone(sentence: string): void {
  add({ kind: "done", sentence, code: "" });
}

/** The sentence and the small code of anything that was thrown. */
export function wordsOf(thrown: unknown): { sentence: string; code: string; isRefusal: boolean } {
  if (thrown instanceof Refusal) {
    return { sentence: sayRefusal(thrown.code, thrown.details), code: thrown.code, isRefusal: true };
  }
  return { sentence: bridgeText.fault, code: thrown instanceof Fault ? thrown.faultId : "window", isRefusal: false };
}

/** Shows a sentence that must be read, with its small code. */
export function sayRefused(sentence: string, code: string): void {
  add({ kind: "refusal", sentence, code });
}

/** Shows a refusal or a fault as its sentence; a task the clerk stopped is said, not complained about. */
export function sayThrown(thrown: unknown): void {
  const { sentence, code, isRefusal } = wordsOf(thrown);
  if (code === "task-cancelled" || code === "print-cancelled") return sayDone(sentence);
  add({ kind: isRefusal ? "refusal" : "fault", sentence, code });
}

/** What was done before is old beside what has been done since. */
export function dropDone(): void {
  notices.set((now) => now.filter(({ kind }) => kind !== "done"));
}

export function clearNotices(): void {
  notices.set([]);
}
