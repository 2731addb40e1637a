// Items found to be named somewhere: 档号 and title, of a restricted one the neutral title (personal-data P6).
import type { Output } from "#contract/contract";
import { outwardTitle } from "#contract/outward-title";
import { ask } from "./call.ts";

export type FoundItem = Pick<
  Output<"search.find">["rows"][number],
  "id" | "archivalCode" | "state" | "documentDate" | "shelf"
> & {
  readonly title: string;
};

/** At most twenty items by words of 档号 or title. */
export async function findItems(words: string): Promise<readonly FoundItem[]> {
  const { rows } = await ask("search.find", { words, limit: 20 });
  return rows.map(({ id, archivalCode, state, documentDate, shelf, ...named }) => ({
    ...{ id, archivalCode, state, documentDate, shelf, title: outwardTitle(named) },
  }));
}

/** How such an item is named in one line. */
export const sayFoundItem = ({ archivalCode, title }: FoundItem): string => `${archivalCode} ${title}`.trim();
