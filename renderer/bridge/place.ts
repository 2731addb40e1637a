// Where in the window one is: a page and what is open on it. A page goes elsewhere through `go`.
import type { ItemId } from "#contract/item";
import type { LedgerId } from "#contract/ledger";
import type { PageId } from "#contract/scan";
import type { PileScope } from "#contract/pile";
import type { BoxId, VolumeId } from "#contract/place-of-item";
import type { frameText } from "#text/frame";
import type { settingsText } from "#text/settings";

export type PageName = keyof typeof frameText.pages;
/** The pages of 台账: one entry of the navigation, a strip of rooms over each. */
export type LedgerRoom = keyof typeof frameText.ledgerRooms;
export type SectionName = keyof typeof settingsText.sections;

export type Place = {
  readonly page: PageName;
  readonly itemId?: ItemId;
  readonly volumeId?: VolumeId;
  readonly itemState?: "all" | "draft";
  /** A page of the item to be opened at, with places to be marked on it: found by a search, whose words are not handed on. */
  readonly sought?: { readonly pageId: PageId; readonly places: readonly (readonly (readonly [number, number])[])[] };
  /** Words to begin a search with; kept nowhere else. */
  readonly words?: string;
  readonly year?: number;
  readonly section?: SectionName;
  /** The box 装盒 is opened at, and its 门类. */
  readonly boxId?: BoxId;
  readonly category?: string;
  /** The ledger a page of 台账 is opened at. */
  readonly ledgerId?: LedgerId;
  /** The period of it, where the page has one. */
  readonly period?: string;
  /** What 分件 is opened with. */
  readonly pile?: PileScope;
};

/** What every page is given. */
export type PageProps = { readonly place: Place; readonly go: (next: Place) => void };
