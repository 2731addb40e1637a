// Prints of the pages kept in this sitting, to tell one that is taken twice.
import { differenceOf, type PagePrint, samePage } from "./page-print.ts";

/** As many as a clerk can still look up in the pile. */
const most = 400;

export type KeptPages = {
  /** The page taken last, as it was watched. */
  readonly last: () => PagePrint | undefined;
  keep(name: string, still: PagePrint, watched: PagePrint): void;
  forget(name: string): void;
  /** The name of the page that looks the same, the likest first. */
  sameAs(print: PagePrint): string | undefined;
};

export function rememberPages(): KeptPages {
  let pages: { name: string; still: PagePrint; watched: PagePrint }[] = [];
  return {
    last: () => pages.at(-1)?.watched,
    keep(name, still, watched) {
      pages = [...pages, { name, still, watched }].slice(-most);
    },
    forget(name) {
      pages = pages.filter((page) => page.name !== name);
    },
    sameAs(print) {
      const likes = pages.map(({ name, still }) => ({ name, unlike: differenceOf(print, still) }));
      const [likest] = likes.sort((one, other) => one.unlike - other.unlike);
      return likest && likest.unlike < samePage ? likest.name : undefined;
    },
  };
}
