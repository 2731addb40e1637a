// 分类树: every class that holds something, in the order of levels its year is filed under. All counts come from the kept
// tally, so a million items cost no more than their classes.
import type { Input, Output } from "#contract/contract";
import type { Category, Fonds, Matter } from "#contract/fonds";
import { retentionLabel, retentionRank } from "#contract/retention";
import type { LevelOrder, Scheme } from "#contract/scheme";
import type { TreeLevel, TreeNode } from "#contract/tree";
import { type ClassCount, countClasses } from "#db/class-counts";
import { listCategories, listFonds, listMatters } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { listSchemes } from "#db/scheme";

type Scope = TreeNode["scope"];
type Words = { readonly code: string; readonly name: string; readonly isClosed: boolean };
/** How a level divides counts: by which value, in which order, in which words. */
type Division = {
  readonly level: TreeLevel;
  readonly keyOf: (count: ClassCount) => string;
  readonly scopeOf: (count: ClassCount) => Partial<Scope>;
  readonly wordsOf: (count: ClassCount) => Words;
  readonly compare: (one: ClassCount, other: ClassCount) => number;
};

/** The levels below 年度 in the order of a scheme. */
const levelsBelow: Record<LevelOrder, readonly ("retention" | "matter")[]> = {
  "year-retention-matter": ["retention", "matter"],
  "year-matter-retention": ["matter", "retention"],
  "year-retention": ["retention"],
};

const unsettled = (what: string): Words => ({ code: "", name: `${what}未定`, isClosed: false });
const compareWords = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function yearDivision(): Division {
  return {
    level: "year",
    keyOf: ({ year }) => String(year ?? ""),
    scopeOf: ({ year }) => ({ year }),
    wordsOf: ({ year }) =>
      year === null ? unsettled("年度") : { code: String(year), name: `${year}年度`, isClosed: false },
    // Newest first, what is not settled yet before all: it waits for somebody.
    compare: (one, other) => (other.year ?? Infinity) - (one.year ?? Infinity) || 0,
  };
}

function retentionDivision(): Division {
  const rank = ({ retention }: ClassCount): number => (retention === null ? -1 : retentionRank(retention));
  return {
    level: "retention",
    keyOf: ({ retention }) => retention ?? "",
    scopeOf: ({ retention }) => ({ retention }),
    wordsOf: ({ retention }) =>
      retention === null
        ? unsettled("保管期限")
        : { code: retention, name: retentionLabel(retention), isClosed: false },
    compare: (one, other) => rank(one) - rank(other),
  };
}

function matterDivision(matters: ReadonlyMap<string, Matter>): Division {
  const code = ({ matterId }: ClassCount): string => (matterId === null ? "" : (matters.get(matterId)?.code ?? ""));
  return {
    level: "matter",
    keyOf: ({ matterId }) => matterId ?? "",
    scopeOf: ({ matterId }) => ({ matterId }),
    wordsOf: ({ matterId }) => {
      const matter = matterId === null ? undefined : matters.get(matterId);
      return matter
        ? { code: matter.code, name: matter.name, isClosed: matter.closedOn !== "" }
        : unsettled("机构（问题）");
    },
    compare: (one, other) => compareWords(code(one), code(other)),
  };
}

function sumsOf(counts: readonly ClassCount[]) {
  const sum = (key: "itemCount" | "pageSum" | "volumeCount", of: readonly ClassCount[]): number =>
    of.reduce((total, each) => total + each[key], 0);
  return {
    filedCount: sum(
      "itemCount",
      counts.filter((each) => each.state === "filed"),
    ),
    draftCount: sum(
      "itemCount",
      counts.filter((each) => each.state === "draft"),
    ),
    pageSum: sum("pageSum", counts),
    volumeCount: sum("volumeCount", counts),
  };
}

/** Children of a node: the counts divided by the first level, those divided by the rest. */
function divide(
  counts: readonly ClassCount[],
  levels: (first: ClassCount) => readonly Division[],
  above: { readonly key: string; readonly scope: Scope; readonly depth: number },
): TreeNode[] {
  const [any] = counts;
  const division = any && levels(any)[above.depth];
  if (!division) return [];
  // A class has no level of its own where nothing of it is classed: KJ without a second level, a photo without a matter.
  if (division.level === "matter" && counts.every((each) => each.matterId === null))
    return divide(counts, levels, { ...above, depth: above.depth + 1 });
  const groups = new Map<string, ClassCount[]>();
  for (const count of [...counts].sort(division.compare)) {
    const key = division.keyOf(count);
    const group = groups.get(key);
    if (group) group.push(count);
    else groups.set(key, [count]);
  }
  return [...groups].map(([part, group]) => {
    const [first] = group as [ClassCount];
    const key = `${above.key}/${part}`;
    const scope: Scope = { ...above.scope, ...division.scopeOf(first) };
    return {
      level: division.level,
      key,
      scope,
      ...division.wordsOf(first),
      ...sumsOf(group),
      children: divide(group, levels, { key, scope, depth: above.depth + 1 }),
    };
  });
}

/** Every fonds, or the one asked for; a 门类 in use stands there also while it is empty. */
export function showTree(db: ReadDb, { fondsId }: Input<"tree.show">): Output<"tree.show"> {
  const counts = countClasses(db, fondsId);
  const categories = listCategories(db);
  const matters = new Map(listMatters(db).map((matter) => [matter.id as string, matter]));
  const byVolume = new Set(categories.filter((each) => each.unit !== "item").map((each) => each.code));
  const schemes = listSchemes(db, fondsId);
  const [byYear, byRetention, byMatter] = [yearDivision(), retentionDivision(), matterDivision(matters)];
  return listFonds(db)
    .filter((fonds) => fondsId === undefined || fonds.id === fondsId)
    .map((fonds): TreeNode => {
      const own = schemes.filter((scheme) => scheme.fondsId === fonds.id);
      const levels = ({ category, year }: ClassCount): readonly Division[] => {
        const order = orderOf(own, year);
        // In two levels 机构(问题) falls away; the second level of 科技 and 会计 is none and stays.
        const below = order === "year-retention" && byVolume.has(category) ? "year-matter-retention" : order;
        return [byYear, ...levelsBelow[below].map((level) => (level === "matter" ? byMatter : byRetention))];
      };
      const here = counts.filter((each) => each.fondsId === fonds.id);
      return {
        level: "fonds",
        key: fonds.id,
        code: fonds.code,
        name: fonds.name,
        isClosed: fonds.closedOn !== "",
        scope: { fondsId: fonds.id },
        ...sumsOf(here),
        children: categories.flatMap((category) => categoryNode(fonds, category, here, own[0], levels)),
      };
    });
}

/** The order of levels of a year: that of the newest version begun by then; a year not settled stands in the newest. */
const orderOf = (schemes: readonly Scheme[], year: number | null): LevelOrder =>
  (schemes.find((scheme) => year === null || scheme.fromYear <= year) ?? schemes.at(-1))?.levelOrder ??
  "year-retention-matter";

function categoryNode(
  fonds: Fonds,
  { code, name }: Category,
  counts: readonly ClassCount[],
  newest: Scheme | undefined,
  levels: (first: ClassCount) => readonly Division[],
): TreeNode[] {
  const here = counts.filter((each) => each.category === code);
  const isUsed = newest?.categories.includes(code) ?? false;
  if (here.length === 0 && !isUsed) return [];
  const key = `${fonds.id}/${code}`;
  const scope = { fondsId: fonds.id, category: code };
  return [
    {
      level: "category",
      key,
      code,
      name,
      isClosed: !isUsed,
      scope,
      ...sumsOf(here),
      children: divide(here, levels, { key, scope, depth: 0 }),
    },
  ];
}
