// What the room answers about model packs.
import type { Reads, Tasks, Writes } from "#engine/handler";
import { chooseModelPack, listModelPacks } from "./choose-model-pack.ts";
import { importModelPack } from "./import-model-pack.ts";

export const modelPackReads = {
  "model-pack.list": (db, _, { archive }) => ({ packs: listModelPacks(db, archive) }),
} satisfies Partial<Reads>;

export const modelPackWrites = { "model-pack.choose": chooseModelPack } satisfies Partial<Writes>;

export const modelPackTasks = { "model-pack.import": importModelPack } satisfies Partial<Tasks>;

/** Choosing is its own way back. */
export const modelPackWaysBack = { "model-pack.choose": chooseModelPack };
