// 件的十一种情形 (DA/T 22-2015, 5.1) and the order of parts inside an item; merging and splitting items, 不归档.
import { z } from "zod";
import { accessClass, securityLevel } from "./access.ts";
import { captionFields } from "./caption.ts";
import { crossReferenceRow } from "./cross-reference.ts";
import { arrangement, item, itemFields, itemId, partKind, type PartKind } from "./item.ts";
import { volumeId } from "./place-of-item.ts";
import { keepers, read, write } from "./procedure.ts";
import { registerEntryId } from "./register.ts";

/** One case: which parts make one item. No parts: each copy, issue or meeting is an item by itself. */
export type ItemCase = { readonly name: string; readonly parts: readonly PartKind[]; readonly rule: string };

/** The eleven cases in the order of the clause; parts named first lie first. */
export const itemCases: readonly ItemCase[] = [
  { name: "正文与附件", parts: ["正文", "附件"], rule: "正文在前，附件在后。" },
  { name: "正本与定稿", parts: ["正本", "定稿"], rule: "正本在前，定稿在后；重要文件的历次修改稿也归在这一件。" },
  { name: "转发文与被转发文", parts: ["转发文", "被转发文"], rule: "转发文在前，被转发文在后。" },
  { name: "原件与复制件", parts: ["原件", "复制件"], rule: "原件在前，复制件在后。" },
  { name: "正本与翻译本", parts: ["正本", "翻译本"], rule: "正本在前，翻译本在后。" },
  {
    name: "中文本与外文本",
    parts: ["汉文本", "中文本", "少数民族文字本", "外文本"],
    rule: "中文本在前，外文本在后；汉文本在前，少数民族文字本在后。",
  },
  { name: "报表、名册、图册", parts: [], rule: "一册（本）为一件；作为附件的除外。" },
  { name: "简报、周报", parts: [], rule: "一期为一件。" },
  { name: "会议纪要、会议记录", parts: [], rule: "一次会议为一件；一年一本的会议记录，一本为一件。" },
  {
    name: "来文与复文",
    parts: ["复文", "来文"],
    rule: "一般各为一件，也可合为一件：复文在前，来文在后；著录复文，并反映来文。",
  },
  {
    name: "文件处理单、发文稿纸",
    parts: ["文件处理单", "正本", "发文稿纸"],
    rule: "与文件合为一件：收文时文件处理单在前，发文时正本在前、发文稿纸和定稿在后。",
  },
];

const rankOf = (kind: PartKind): number => partKind.options.indexOf(kind);

/**
 * The order parts should lie in. 附件 stay behind the part they follow; with 复文 and 来文 together, the 来文 comes last and
 * takes its 文件处理单 and 附件 along. Parts of one rank keep the order they are given in.
 */
export function sortParts<T extends { readonly kind: PartKind }>(parts: readonly T[]): T[] {
  const hasReply = parts.some((part) => part.kind === "复文");
  const isOfLetter = (at: number): boolean => {
    const kind = parts[at]?.kind;
    if (!hasReply || kind === undefined) return false;
    if (kind === "来文" || kind === "文件处理单") return true;
    if (kind !== "附件") return false;
    const head = parts.slice(0, at).findLast((part) => part.kind !== "附件");
    return head?.kind === "来文" || head?.kind === "文件处理单";
  };
  const placed = parts.map((part, at) => ({ part, at, isLetter: isOfLetter(at) }));
  const order = (each: { part: T; isLetter: boolean }): number =>
    each.isLetter
      ? each.part.kind === "文件处理单"
        ? 100
        : each.part.kind === "来文"
          ? 101
          : 102
      : rankOf(each.part.kind);
  return placed.toSorted((one, other) => order(one) - order(other) || one.at - other.at).map(({ part }) => part);
}

/** What is given anew for a piece; everything else it has from the whole. */
const pieceFields = itemFields
  .unwrap()
  .pick({
    title: true,
    creator: true,
    documentNumber: true,
    documentDate: true,
    affair: true,
    neutralTitle: true,
    paperPageCount: true,
    remark: true,
  })
  .partial();

/** A revision seen: what was changed meanwhile is not overwritten. */
const seen = { id: itemId, revision: z.number().int() };

/** An unfiled item as it stood, to be put back exactly. */
export const itemSnapshot = z
  .object({
    id: itemId,
    seq: z.number().int(),
    revision: z.number().int(),
    fields: itemFields,
    access: accessClass,
    securityLevel,
    enteredAt: z.string(),
    state: z.enum(["draft", "excluded"]),
    excludedReason: z.string(),
    rank: z.number().nullable(),
    volumeId: volumeId.nullable(),
    parts: arrangement,
    registerEntryIds: z.array(registerEntryId),
    /** 说明 of a photo or recording, beside what stands in the item itself. */
    caption: captionFields.unwrap().omit({ title: true, photographer: true }).nullable().default(null),
  })
  .readonly();
export type ItemSnapshot = z.infer<typeof itemSnapshot>;

export const itemCaseProcedures = {
  /** What merging these items would give: the reply leads, its parts first; 备注 names the letter. */
  "item.propose-merge": read({
    roles: keepers,
    input: z.object({ ids: z.array(itemId).min(2).max(50), isReplyWithLetter: z.boolean() }),
    output: z.object({
      leadingId: itemId,
      parts: z.array(z.object({ itemId, kind: partKind, title: z.string(), pageCount: z.number().int() })).readonly(),
      remark: z.string(),
    }),
    refusals: ["item-not-found", "item-filed", "item-sealed", "merge-unlike"],
  }),
  /** Several drafts become one: the first named leads and keeps its description, the others' pages join as parts. */
  "item.merge": write({
    roles: keepers,
    input: z.object({
      ...seen,
      others: z.array(z.object(seen)).min(1).max(49),
      isReplyWithLetter: z.boolean(),
      /** The clerk's own order and kinds; without it the proposed one is taken. */
      parts: arrangement.optional(),
      remark: z.string().trim().max(500).optional(),
    }),
    output: item,
    refusals: [
      "item-not-found",
      "item-filed",
      "item-changed-meanwhile",
      "item-sealed",
      "merge-unlike",
      "item-attached",
      "item-frozen",
      "letter-not-reflected",
      "pages-not-all-placed",
      "page-not-found",
      "page-in-use",
    ],
  }),
  /** One draft becomes several: the first piece stays the item, each further one is a new item with the same class. */
  "item.split": write({
    roles: keepers,
    input: z.object({
      ...seen,
      pieces: z
        .array(z.object({ parts: arrangement, fields: pieceFields.default({}) }))
        .min(2)
        .max(200),
    }),
    output: z.object({ items: z.array(item).readonly() }),
    refusals: [
      "item-not-found",
      "item-filed",
      "item-changed-meanwhile",
      "item-sealed",
      "item-frozen",
      "item-without-pages",
      "pages-not-all-placed",
      "page-not-found",
      "page-in-use",
    ],
  }),
  /** 不归档: judged with a reason, kept in view apart from what is filed. */
  "item.exclude": write({
    roles: keepers,
    input: z.object({ ...seen, reason: z.string().trim().max(200) }),
    output: item,
    refusals: ["item-not-found", "item-filed", "item-changed-meanwhile", "reason-missing", "volume-item-taken"],
  }),
  "item.readmit": write({
    roles: keepers,
    input: z.object(seen),
    output: item,
    refusals: ["item-not-found", "item-filed", "item-changed-meanwhile", "item-not-excluded"],
  }),
  /** Puts items back as they were and takes away what a merge or split made; the way back of both. */
  "item.restore": write({
    roles: keepers,
    seat: "shell",
    input: z.object({
      /** What stands now, as it was left: those not among `items` go. */
      current: z.array(z.object(seen)).max(200),
      items: z.array(itemSnapshot).min(1).max(50),
      references: z.array(crossReferenceRow).max(1000),
    }),
    output: z.object({ itemIds: z.array(itemId).readonly() }),
    refusals: [
      "item-not-found",
      "item-filed",
      "item-changed-meanwhile",
      "item-attached",
      "item-frozen",
      "page-not-found",
      "page-in-use",
    ],
  }),
  /** 党务 items of a scope that are not listed for the person at the desk; 0 for who has the right. */
  "item.left-out": read({
    roles: keepers,
    input: z.object({
      fondsId: itemFields.unwrap().shape.fondsId.optional(),
      category: itemFields.unwrap().shape.category.optional(),
      year: z.number().int().optional(),
    }),
    output: z.object({ partyCount: z.number().int() }),
  }),
};
