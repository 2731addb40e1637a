// Prints of the pages kept in this sitting, to tell one that is taken twice.
import { differenceOf, type PagePrint, samePage, samePicture } from "./page-print.ts";

const limit = (isFlat: boolean): number => (isFlat ? samePage : samePicture);
/** As many as a clerk can still look up in the pile. */
const most = 400;

export type KeptPages = {
  /** Whether this is the page taken last, as it was watched. */
  isLast(watched: PagePrint, isFlat: boolean): boolean;
  keep(name: string, still: PagePrint, watched: PagePrint): void;
  forget(name: string): void;
  /** The name of the page that looks the same, the likest first; `isFlat`: the sheet alone was looked at. */
  sameAs(still: PagePrint, isFlat: boolean): string | undefined;
};

export function rememberPages(): KeptPages {
  let pages: { name: string; still: PagePrint; watched: PagePrint }[] = [];
  return {
    isLast(watched, isFlat) {
      const last = pages.at(-1);
      return last !== undefined && differenceOf(last.watched, watched) < limit(isFlat);
    },
    keep(name, still, watched) {
      pages = [...pages, { name, still, watched }].slice(-most);
    },
    forget(name) {
      pages = pages.filter((page) => page.name !== name);
    },
    sameAs(print, isFlat) {
      const likes = pages.map(({ name, still }) => ({ name, unlike: differenceOf(print, still) }));
      const [likest] = likes.sort((one, other) => one.unlike - other.unlike);
      return likest && likest.unlike < limit(isFlat) ? likest.name : undefined;
    },
  };
}
