import type { FondsId } from "#contract/fonds";

/** One class of one year, as the stage 收集 asks for it. */
export type CollectScope = { readonly fondsId: FondsId; readonly category: string; readonly year: number };
