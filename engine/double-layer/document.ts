// What a double-layer file is made of, before it is a PDF or an OFD.
import type { Picture } from "./picture.ts";
import type { PageSize, PlacedLine } from "./text-layer.ts";

/** Words about the file; dates are facts of the record, never the clock, so the same record gives the same bytes. */
export type DocumentFacts = {
  readonly title: string;
  /** 责任者. */
  readonly author: string;
  /** ISO text in UTC: when the newest page was entered. */
  readonly madeAt: string;
  readonly program: string;
  readonly version: string;
  /** 32 hexadecimal digits, the same for the same pages. */
  readonly id: string;
};

/** One page: size in points (1/72 inch) as it is shown, its picture, the lines of its text from first to last. */
export type DocumentPage = PageSize & {
  readonly picture: Picture;
  readonly lines: readonly PlacedLine[];
};

/** Where an item begins in a file of several: the first page, from 0. */
export type Bookmark = { readonly label: string; readonly page: number };

/** Pages are made one by one as they are written; only one is in memory. */
export type DocumentPages = AsyncIterable<DocumentPage>;
