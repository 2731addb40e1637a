import type { Asked } from "#contract/contract";
import type { FondsId } from "#contract/fonds";
import type { ItemFilter } from "#contract/item";
import type { SavedView } from "#contract/saved-view";
import type { TreeNode } from "#contract/tree";

type ItemQuery = Asked<"item.list">;
export type ItemOrder = NonNullable<ItemQuery["order"]>;

/** What may be asked beside class, state and words. */
export type Extra = Pick<ItemFilter, "carrier" | "access" | "holding" | "isBoxed" | "hasImages">;

/** What the clerk has chosen above and beside the list. */
export type FilterChoice = {
  readonly state: "all" | "draft" | "filed" | "excluded";
  readonly year: number | undefined;
  readonly words: string;
  readonly order: ItemOrder;
  /** The class chosen in the tree; it names the year where it has one. */
  readonly node?: { readonly key: string; readonly scope: TreeNode["scope"] } | undefined;
  readonly extra?: Extra | undefined;
};

export const openFilter: FilterChoice = { state: "all", year: undefined, words: "", order: "entered" };

const isAsked = (extra: Extra | undefined): boolean => Object.values(extra ?? {}).some((value) => value !== undefined);

/** True when the choice hides nothing. */
export const hidesNothing = (choice: FilterChoice): boolean =>
  choice.state === "all" &&
  choice.year === undefined &&
  choice.words.trim() === "" &&
  choice.node === undefined &&
  !isAsked(choice.extra);

/** The question for item.list; what is not chosen is not asked. Newest entries stand last, as they came. */
export function askedItems(choice: FilterChoice, fondsId: FondsId | undefined): Omit<ItemQuery, "offset" | "limit"> {
  const words = choice.words.trim();
  return {
    filter: {
      ...(choice.state === "all" ? {} : { state: choice.state }),
      ...(choice.year === undefined ? {} : { year: choice.year }),
      ...(words === "" ? {} : { words }),
      ...(fondsId === undefined ? {} : { fondsId }),
      ...choice.node?.scope,
      ...choice.extra,
    },
    order: choice.order,
  };
}

/** The filter of a choice as it may be kept under a name: without the words that were searched. */
export function keptFilter(choice: FilterChoice): SavedView["filter"] {
  const { words: _, ...filter } = askedItems({ ...choice, words: "" }, undefined).filter ?? {};
  return filter as SavedView["filter"];
}

/** The choice a kept view stands for. */
export function choiceOf(view: SavedView): FilterChoice {
  const { state, carrier, access, holding, isBoxed, hasImages, ...scope } = view.filter;
  const extra = Object.fromEntries(
    Object.entries({ carrier, access, holding, isBoxed, hasImages }).filter(([, value]) => value !== undefined),
  );
  return {
    ...openFilter,
    state: state ?? "all",
    order: view.order,
    ...(Object.keys(scope).length > 0 && { node: { key: "", scope: scope as TreeNode["scope"] } }),
    ...(Object.keys(extra).length > 0 && { extra }),
  };
}
