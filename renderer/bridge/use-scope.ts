// Which 全宗 and which year the desk is working on; shared by the pages so that nobody chooses twice.
import { useEffect } from "react";
import type { Fonds, FondsId } from "#contract/fonds";
import { makeStore } from "./store.ts";
import { useRead } from "./use-read.ts";

export type Scope = { readonly fondsId: FondsId | undefined; readonly year: number | undefined };
export const scope = makeStore<Scope>({ fondsId: undefined, year: undefined });

export type FondsScope = {
  readonly fonds: Fonds | undefined;
  readonly all: readonly Fonds[];
  readonly hasAnswer: boolean;
};

/** The fonds in use (the first one until another is chosen) and all there are. */
export function useFondsScope(): FondsScope {
  const { fondsId } = scope.use();
  const list = useRead("fonds.list", {});
  const all = list.value ?? [];
  const fonds = all.find((each) => each.id === fondsId) ?? all[0];
  useEffect(() => {
    if (fonds && fonds.id !== fondsId) scope.set((now) => ({ ...now, fondsId: fonds.id }));
  }, [fonds, fondsId]);
  return { fonds, all, hasAnswer: list.value !== undefined };
}

export const chooseFonds = (fondsId: FondsId): void => scope.set({ fondsId, year: undefined });
export const chooseYear = (year: number): void => scope.set((now) => ({ ...now, year }));
