// What a page of the desk leaves to the tools beside its image: which page, how it is drawn, what else is chosen.
import type { ReactNode } from "react";
import type { Page, PageId } from "#contract/scan";

/** What is to be drawn: the page as it is, another version of it, or a look at what would be made. */
export type PageLook = {
  readonly source: string;
  readonly width: number;
  readonly height: number;
  readonly over?: (scale: number) => ReactNode;
  readonly tilt?: number;
  /** Places found on the page do not fit what is drawn. */
  readonly isOther: boolean;
};

export type PageSlot = {
  readonly page: Page;
  readonly view: (look: PageLook) => ReactNode;
  /** Ids of all chosen pages, for what is done to all of them. */
  readonly chosen: () => Promise<readonly PageId[]>;
  readonly chosenCount: number;
  /** The page after this one, where it stands. */
  readonly next: PageId | undefined;
  readonly stands: "tray" | "item";
  /** Filed: looked at, not worked on. */
  readonly isFixed: boolean;
};
export type PageRoom = (slot: PageSlot) => ReactNode;

/** Address of the image of a page in the version it shows, or in another. */
export const pageSource = (id: string, version: number): string => `app://page/${id}/image?version=${version}`;
