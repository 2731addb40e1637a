import { useCallback, useRef, useState } from "react";
import type { Asked, NameOf, Output } from "#contract/contract";
import { ask } from "./call.ts";
import { sayDone, sayThrown } from "./notices.ts";
import { offerUndo } from "./undo.ts";

type Asking = "write" | "door";
export type WriteOptions<N extends NameOf<Asking>> = {
  /** The sentence that is now true. */
  readonly said?: (answer: Output<N>) => string;
  /** Offer the way back for ten seconds. */
  readonly hasUndo?: boolean;
  /** Takes the refusal instead of the desk's notice. */
  readonly refused?: (thrown: unknown) => void;
};

/** Writes once, says what is now true, and answers undefined when it was refused (the refusal has been said). */
export async function write<N extends NameOf<Asking>>(
  name: N,
  input: Asked<N>,
  options: WriteOptions<N> = {},
): Promise<Output<N> | undefined> {
  try {
    const answer = await ask(name, input);
    const sentence = options.said?.(answer);
    if (options.hasUndo) void offerUndo(sentence ?? "");
    else if (sentence) sayDone(sentence);
    return answer;
  } catch (thrown) {
    (options.refused ?? sayThrown)(thrown);
    return undefined;
  }
}

/** write() with a busy mark for the button; a second press while busy does nothing. */
export function useWrite(): readonly [typeof write, boolean] {
  const [isBusy, setBusy] = useState(false);
  const busy = useRef(false);
  const run = useCallback(async (...given: Parameters<typeof write>) => {
    if (busy.current) return undefined;
    busy.current = true;
    setBusy(true);
    try {
      return await write(...given);
    } finally {
      busy.current = false;
      setBusy(false);
    }
  }, []) as typeof write;
  return [run, isBusy];
}
