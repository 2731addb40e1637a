// 来文与复文, and other items that belong together: which leads, in which order the parts lie, what 备注 says of the letter.
import type { Input, Output } from "#contract/contract";
import type { Item, ItemId } from "#contract/item";
import { sortParts } from "#contract/item-case";
import { Refusal } from "#contract/refusal";
import type { ReadDb } from "#db/open";
import type { Arrangement } from "./place-parts.ts";
import { arrangementOf, readItem } from "./read-item.ts";
import { refuseUnlike } from "./refuse-unlike.ts";

const looksLikeReply = /(?:答复|批复|复函|回复|的复|办理情况)/;
const headOf = (isLeading: boolean) => (isLeading ? ("复文" as const) : ("来文" as const));

/** The parts of all items as one, each with the item it comes from. With a reply, main texts are named 复文 and 来文. */
export function proposeParts(
  items: readonly Item[],
  leadingId: ItemId,
  isReplyWithLetter: boolean,
): (Arrangement[number] & { itemId: ItemId })[] {
  const inOrder = items.toSorted((one, other) => Number(other.id === leadingId) - Number(one.id === leadingId));
  const parts = inOrder.flatMap((item) =>
    arrangementOf(item).map((part) => {
      const isHead = isReplyWithLetter && (part.kind === "正文" || part.kind === "正本");
      const title = part.title || (item.id === leadingId || isHead ? part.title : item.title.slice(0, 200));
      return { ...part, title, kind: isHead ? headOf(item.id === leadingId) : part.kind, itemId: item.id };
    }),
  );
  // Without a reply each item's parts stay together: a second 正文 is not pushed before the first one's 附件.
  if (isReplyWithLetter) return sortParts(parts);
  return inOrder.flatMap((item) => sortParts(parts.filter((part) => part.itemId === item.id)));
}

/** 「来文：责任者 文号《题名》」; of a restricted letter only the neutral title (personal-data P6). */
export function nameLetter(letter: Item): string {
  if (letter.access === "restricted") return `来文：${letter.neutralTitle || "限制件"}`;
  const title = letter.title === "" ? "" : `《${letter.title}》`;
  return `来文：${letter.creator}${letter.documentNumber}${title}`;
}

/** 备注 of the merged item: what stood there, and each letter. */
export function proposeRemark(items: readonly Item[], leadingId: ItemId, isReplyWithLetter: boolean): string {
  const remark = items.find((item) => item.id === leadingId)?.remark ?? "";
  if (!isReplyWithLetter) return remark;
  const letters = items.filter((item) => item.id !== leadingId).map(nameLetter);
  return [remark, ...letters.filter((letter) => !remark.includes(letter))]
    .filter((each) => each !== "")
    .join("；")
    .slice(0, 500);
}

/** The reply by its words, else the newest by date, else the first named. */
function leadingOf(items: readonly Item[], isReplyWithLetter: boolean): ItemId {
  const [first] = items;
  if (!first) throw new Refusal("item-not-found");
  if (!isReplyWithLetter) return first.id;
  const worded = items.filter((item) => looksLikeReply.test(item.title));
  if (worded.length === 1 && worded[0]) return worded[0].id;
  return items.reduce((one, other) => (other.documentDate > one.documentDate ? other : one)).id;
}

/** Refuses item-not-found, item-filed, item-sealed, merge-unlike. */
export function proposeMerge(db: ReadDb, input: Input<"item.propose-merge">): Output<"item.propose-merge"> {
  const items = input.ids.map((id) => readItem(db, id));
  if (items.some((item) => item.state === "filed")) throw new Refusal("item-filed");
  refuseUnlike(items);
  const leadingId = leadingOf(items, input.isReplyWithLetter);
  return {
    leadingId,
    parts: proposeParts(items, leadingId, input.isReplyWithLetter).map(({ itemId, kind, title, pageIds, fileIds }) => ({
      itemId,
      kind,
      title,
      pageCount: pageIds.length + (fileIds?.length ?? 0),
    })),
    remark: proposeRemark(items, leadingId, input.isReplyWithLetter),
  };
}
