// What a write hands back beside its answer: what the journal, the undo list and the window need to know of it.
import type { Name } from "#contract/contract";
import type { Refusal } from "#contract/refusal";

export type Written<T> = {
  readonly output: T;
  /** The thing written; its key digests before and after for the journal. */
  readonly objectId: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reasonCode?: string;
  /** Another call of the phone book that leads back (house, example 8). */
  readonly undo?: { readonly name: Name; readonly input: unknown };
  /** Leaves earlier ways back of this object standing; without undo and without this they are dropped. */
  readonly keepsUndo?: true;
  /** Nouns whose lists are stale now. */
  readonly nouns: readonly string[];
  /** Given, even empty, when keys were dropped: the log is emptied after the transaction and these sealed files removed. */
  readonly droppedFiles?: readonly string[];
  /** A refusal to give after the transaction is kept: a state secret is dropped first, then refused (P15). */
  readonly refuseAfter?: Refusal;
};
