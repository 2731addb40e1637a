// Which reads look again after a "changed" announcement.
import type { Name } from "#contract/contract";

/** Nouns a read looks at beside its own first word; a whole name is for one read alone. */
const alsoLooksAt: Record<string, readonly string[]> = {
  home: ["*"],
  undo: ["*"],
  journal: ["*"],
  search: ["item", "box", "shelf-place"],
  "page-mark": ["scan", "page", "item", "reading"],
  pile: ["scan", "page", "item", "page-mark", "reading", "matter"],
  item: ["scan", "page", "filing", "filing-unit", "matter", "fonds"],
  statistics: ["item", "scan", "filing", "volume", "box"],
  compilation: ["item", "filing"],
  volume: ["item", "matter", "fonds", "filing"],
  group: ["item", "volume", "filing"],
  caption: ["item", "group"],
  "digital-file": ["scan", "item"],
  "reading-copy": ["digital-file", "scan", "item"],
  "cross-reference": ["item", "volume"],
  "sealed-packet": ["item"],
  reading: ["page", "page-mark", "scan", "item"],
  register: ["item", "matter", "fonds"],
  resident: ["household"],
  consent: ["resident", "ledger"],
  ethnicity: ["resident"],
  page: ["scan", "item"],
  scan: ["page", "item"],
  filing: ["filing-unit", "filing-year", "item", "fonds", "matter"],
  "filing-year": ["filing", "item", "volume", "box", "fonds", "matter", "schedule", "collection", "deadline"],
  deadline: ["filing-year", "fonds", "category"],
  collection: ["fonds"],
  catalogue: ["filing", "filing-unit", "item", "fonds", "matter"],
  form: ["*"],
  "yearly-report": ["item", "volume", "box", "filing"],
  package: ["filing", "filing-unit", "item", "fonds"],
  "fonds.history": ["item", "volume", "filing"],
  "item.whereabouts": ["box", "shelf-place"],
  category: ["fonds", "scheme"],
  matter: ["fonds"],
  scheme: ["fonds"],
  tree: ["item", "volume", "filing", "fonds", "matter", "category", "scheme"],
  box: ["item", "volume", "filing", "filing-unit", "filing-year", "shelf-place", "damage", "stock-take"],
  "shelf-place": ["box", "item", "volume", "filing"],
  custody: [
    "climate-reading",
    "safety-check",
    "stock-take",
    "damage",
    "readability-test",
    "digitisation-batch",
    "item",
    "filing",
  ],
  damage: ["item", "box", "shelf-place"],
  "stock-take": ["item"],
  "digitisation-batch": ["item", "scan", "custody"],
  settings: ["archive"],
  backup: ["archive", "settings"],
};

/** True when a read must look again because these nouns changed ("*" among the nouns means everything). */
export function mustLookAgain(name: Name, changed: readonly string[]): boolean {
  const noun = name.slice(0, name.indexOf("."));
  const looks = [noun, ...(alsoLooksAt[noun] ?? []), ...(alsoLooksAt[name] ?? [])];
  return changed.includes("*") || looks.includes("*") || changed.some((each) => looks.includes(each));
}
