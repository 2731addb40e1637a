// What of an item may be searched (personal-data P6).
import type { AccessClass } from "#contract/access";

/** The columns that are indexed and compared. */
export type SearchedItem = {
  readonly title: string;
  readonly creator: string;
  readonly documentNumber: string;
  readonly archivalCode: string;
  readonly documentDate: string;
  readonly access: AccessClass;
};

/** 题名, 责任者, 文号, 档号, 日期; of a restricted item 题名 and 档号 only, the others blank. */
export const searchedColumns = (item: SearchedItem): readonly string[] =>
  item.access === "restricted"
    ? [item.title, "", "", item.archivalCode, ""]
    : [item.title, item.creator, item.documentNumber, item.archivalCode, item.documentDate];
