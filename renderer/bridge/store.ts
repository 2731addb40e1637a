// The smallest store: one value, its listeners, a hook.
import { useSyncExternalStore } from "react";

export type Store<T> = {
  readonly get: () => T;
  readonly set: (next: T | ((now: T) => T)) => void;
  readonly use: () => T;
};

/** Makes a store around one immutable value; setting the same value tells nobody. */
export function makeStore<T>(first: T): Store<T> {
  let value = first;
  const hearers = new Set<() => void>();
  const get = (): T => value;
  const hear = (hearer: () => void): (() => void) => {
    hearers.add(hearer);
    return () => hearers.delete(hearer);
  };
  return {
    get,
    set: (next) => {
      const settled = typeof next === "function" ? (next as (now: T) => T)(value) : next;
      if (Object.is(settled, value)) return;
      value = settled;
      for (const hearer of hearers) hearer();
    },
    use: () => useSyncExternalStore(hear, get, get),
  };
}
