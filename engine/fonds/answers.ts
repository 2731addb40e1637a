// What the room of 全宗 and classification answers.
import type { Reads, Writes } from "#engine/handler";
import { listCategories, listFonds, listMatters } from "#db/fonds";
import { listSchemes } from "#db/scheme";
import { foundFonds, reviseFonds } from "./keep-fonds.ts";
import { addMatterTo, closeMatter, reviseMatter, takeMatterOut } from "./keep-matters.ts";
import { previewAct } from "./preview-act.ts";
import { reviseCategory } from "./revise-category.ts";
import { reviseScheme, withdrawScheme } from "./revise-scheme.ts";
import { revokeAct } from "./revoke-act.ts";
import { showHistory } from "./show-history.ts";
import { showTree } from "./show-tree.ts";
import { closeFonds, divideFonds, mergeFonds, renameFonds } from "./write-act.ts";

export const fondsReads = {
  "fonds.list": (db) => listFonds(db),
  "category.list": (db) => listCategories(db),
  "matter.list": (db) => listMatters(db),
  "scheme.list": (db, { fondsId }) => listSchemes(db, fondsId),
  "fonds.preview-act": previewAct,
  "fonds.history": showHistory,
  "tree.show": showTree,
} satisfies Partial<Reads>;

export const fondsWrites = {
  "fonds.found": foundFonds,
  "fonds.revise": reviseFonds,
  "fonds.rename": renameFonds,
  "fonds.merge": mergeFonds,
  "fonds.divide": divideFonds,
  "fonds.close": closeFonds,
  "fonds.revoke": revokeAct,
  "category.revise": reviseCategory,
  "matter.add": addMatterTo,
  "matter.revise": reviseMatter,
  "matter.close": closeMatter,
  "matter.remove": takeMatterOut,
  "scheme.revise": reviseScheme,
  "scheme.withdraw": withdrawScheme,
} satisfies Partial<Writes>;

/** Calls that may lead back (engine/undo). */
export const fondsWaysBack = {
  "fonds.revise": reviseFonds,
  "fonds.revoke": revokeAct,
  "category.revise": reviseCategory,
  "matter.add": addMatterTo,
  "matter.revise": reviseMatter,
  "matter.close": closeMatter,
  "matter.remove": takeMatterOut,
  "scheme.revise": reviseScheme,
  "scheme.withdraw": withdrawScheme,
};
