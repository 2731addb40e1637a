// 分类树 — 全宗 › 门类 › 年度 › 保管期限 and 机构(问题) in the order of each year's scheme, with counts: the main way to things.
import { z } from "zod";
import { categoryCode, fondsId, matterId } from "./fonds.ts";
import { keepers, read } from "./procedure.ts";
import { retention } from "./retention.ts";

export const treeLevel = z.enum(["fonds", "category", "year", "retention", "matter"]);
export type TreeLevel = z.infer<typeof treeLevel>;

const treeFacts = z.object({
  level: treeLevel,
  /** Unique in the tree; stays while the classes stay. */
  key: z.string(),
  /** 代码 (WS, DQ, D30, 2024) and the words beside it. */
  code: z.string(),
  name: z.string(),
  /** What a list of this node's items is asked by; null where the value is not settled yet. */
  scope: z
    .object({
      fondsId,
      category: categoryCode.optional(),
      year: z.number().int().nullable().optional(),
      retention: retention.nullable().optional(),
      matterId: matterId.nullable().optional(),
    })
    .readonly(),
  filedCount: z.number().int(),
  draftCount: z.number().int(),
  /** Pages of filed items and drafts. */
  pageSum: z.number().int(),
  volumeCount: z.number().int(),
  isClosed: z.boolean(),
});
export type TreeNode = z.infer<typeof treeFacts> & { readonly children: readonly TreeNode[] };
export const treeNode: z.ZodType<TreeNode> = treeFacts.extend({
  get children(): z.ZodReadonly<z.ZodArray<z.ZodType<TreeNode>>> {
    return z.array(treeNode).readonly();
  },
});

export const treeProcedures = {
  /** Every class that holds something, and every 门类 in use; counts are kept, never counted. */
  "tree.show": read({
    roles: keepers,
    input: z.object({ fondsId: fondsId.optional() }),
    output: z.array(treeNode).readonly(),
  }),
};
