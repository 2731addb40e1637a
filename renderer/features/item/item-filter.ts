import type { Asked } from "#contract/contract";
import type { FondsId } from "#contract/fonds";

type ItemQuery = Asked<"item.list">;
export type ItemOrder = NonNullable<ItemQuery["order"]>;

/** What the clerk has chosen above the list. */
export type FilterChoice = {
  readonly state: "all" | "draft" | "filed";
  readonly year: number | undefined;
  readonly words: string;
  readonly order: ItemOrder;
};

export const openFilter: FilterChoice = { state: "all", year: undefined, words: "", order: "entered" };

/** True when the choice hides nothing. */
export const hidesNothing = (choice: FilterChoice): boolean =>
  choice.state === "all" && choice.year === undefined && choice.words.trim() === "";

/** The question for item.list; what is not chosen is not asked. Newest entries stand last, as they came. */
export function askedItems(choice: FilterChoice, fondsId: FondsId | undefined): Omit<ItemQuery, "offset" | "limit"> {
  const words = choice.words.trim();
  return {
    filter: {
      ...(choice.state === "all" ? {} : { state: choice.state }),
      ...(choice.year === undefined ? {} : { year: choice.year }),
      ...(words === "" ? {} : { words }),
      ...(fondsId === undefined ? {} : { fondsId }),
    },
    order: choice.order,
  };
}
