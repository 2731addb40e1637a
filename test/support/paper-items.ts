// Items of paper without images: quick to make in numbers.
import { archivalDate } from "#contract/archival-date";
import type { Item, ItemFields } from "#contract/item";
import type { TestArchive } from "./archive.ts";

export type PaperFields = Omit<Partial<ItemFields>, "documentDate"> & { readonly date?: string };

/** One described item of paper, ready to be filed unless told otherwise. */
export async function aPaper(
  archive: TestArchive,
  { date = "2024-03-05", ...fields }: PaperFields = {},
): Promise<Item> {
  const matters = await archive.engine.ask("matter.list", {});
  const { item } = await archive.engine.ask("item.make", {
    pageIds: [],
    fields: {
      title: "关于召开居民代表会议的通知",
      creator: "幸福社区居民委员会",
      documentNumber: "",
      documentDate: archivalDate.parse(date),
      category: "WS",
      year: 2024,
      retention: "Y",
      matterId: matters.find((matter) => matter.code === "ZZ")?.id ?? null,
      paperPageCount: 2,
      affair: "",
      ...fields,
    },
  });
  return item;
}

/** Filed items of a year with their 件号, by 档号. */
export async function filedOf(archive: TestArchive, year = 2024): Promise<Item[]> {
  const { rows } = await archive.engine.ask("item.list", {
    filter: { state: "filed", year },
    order: "code",
    limit: 1000,
  });
  return rows as Item[];
}
