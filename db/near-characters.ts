// Characters that readers of print, machines and people alike, take for one another. A hit by one of these is shown apart and
// marked, so that an exact hit is never hidden behind it (W16).
import type { SearchWord } from "./search-words.ts";
import type { Grams } from "./grams.ts";

/** Each a class, as folded text has them. Shapes alone; none says anything of meaning. */
const classes = [
  "0o〇",
  "1li丨",
  "2z",
  "5s",
  "8b",
  "一ㄧ",
  "二ニ",
  "口囗",
  "人入八乂",
  "已己巳",
  "日曰目",
  "末未木本",
  "土士工",
  "干千于",
  "天夭夫无",
  "大犬太",
  "王玉主",
  "甲申由田",
  "贝见",
  "戊戌戍成",
  "东车",
  "力刀九",
  "儿几凡",
  "乌鸟",
  "免兔",
  "午牛",
  "厂广",
  "代伐",
  "折拆",
  "析拆",
  "侯候",
  "哀衰衷",
  "段叚",
  "卯卵",
  "刁习",
  "失矢",
  "斤斥",
  "历厉",
  "仑仓",
  "今令",
  "住往佳",
  "拨拔",
  "洒酒",
  "崇祟",
  "晴睛",
  "清请情",
  "竟竞",
  "遗遣",
  "微徵徽",
  "辛幸",
  "享亨",
  "茶荼",
  "苦若",
  "孔扎",
  "管菅",
  "毫豪",
  "延廷",
  "壬王",
  "官宫宣",
  "科料",
  "设没",
  "治冶",
  "栽裁载",
  "籍藉",
  "籁赖",
  "揖缉辑",
  "会舍",
  "处外",
  "社杜",
  "居屈",
  "区匹",
  "民氏",
  "委季",
  "组祖",
  "办力",
  "公么",
  "局扃",
  "政攻",
  "街衔",
  "道遒",
  "员贠",
  "县具",
  "市巿布",
  "项顶",
  "问间",
  "间闻",
  "名各",
  "同问",
  "活括",
  "注往",
  "住注",
  "特持",
  "待侍",
  "时对",
  "付什",
  "使便",
  "体休",
  "作昨",
  "低底",
  "抵低",
  "仟千",
  "佰百",
  "拾十",
  "玖久",
  "陆六",
  "叁三参",
  "贰二",
  "壹一",
];
/** Variants of one character tried at most, and of one piece. */
const mostOfPiece = 256;
/** Variants of one word asked for in all, beyond those of one piece. */
const mostOfWord = 500;

const near = new Map<string, string>();
for (const group of classes) {
  for (const each of group) near.set(each, (near.get(each) ?? "") + group);
}

/** The characters one may stand for, itself first. */
export const charactersNear = (character: string): readonly string[] => [
  ...new Set([character, ...(near.get(character) ?? "")]),
];

const variantsOf = (piece: string): string[] =>
  [...piece].reduce<string[]>(
    (all, character) =>
      all.flatMap((begun) => charactersNear(character).map((each) => begun + each)).slice(0, mostOfPiece),
    [""],
  );

/** Each variant is a list to be begun, and a long number would begin two thousand: what is proposed is looked into anyway. */
function fewestVariants(pieces: readonly string[]): string[][] {
  let all = 0;
  return pieces
    .map(variantsOf)
    .sort((one, other) => one.length - other.length)
    .filter((variants, at) => {
      all += variants.length;
      return at === 0 || all <= mostOfWord;
    });
}

/** Words with near characters as an FTS5 query of an index; null when no character of them is near any other. */
export function nearQueryOf(words: readonly SearchWord[], { piecesOf, tokenOf }: Grams): string | null {
  if (!words.some(([word]) => [...word].some((each) => near.has(each)))) return null;
  return words
    .map(([word]) =>
      fewestVariants(piecesOf(word))
        .map((variants) => `(${variants.map((each) => `"${tokenOf(each)}"`).join(" OR ")})`)
        .join(" AND "),
    )
    .map((each) => `(${each})`)
    .join(" AND ");
}

/** Where a word stands in a folded text when near characters count as the same, in UTF-16 units; -1 when nowhere. */
export function findNear(text: string, word: string, from = 0): { at: number; length: number } | undefined {
  const asked = [...word].map((each) => new Set(charactersNear(each)));
  const characters = [...text.slice(from)];
  for (let at = 0, place = from; at + asked.length <= characters.length; place += characters[at]?.length ?? 1, at++) {
    if (asked.every((set, step) => set.has(characters[at + step] ?? "")))
      return { at: place, length: characters.slice(at, at + asked.length).join("").length };
  }
  return undefined;
}

/** Whether every word stands in one of the texts when near characters count as the same. */
export const hasNearWords = (words: readonly SearchWord[], folded: readonly string[]): boolean =>
  words.every(([word]) => folded.some((text) => findNear(text, word) !== undefined));
