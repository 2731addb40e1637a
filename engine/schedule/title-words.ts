// Words of a 题名 as pairs of characters: enough for short Chinese titles, and anybody can see why a row was proposed.

/** Says nothing about what a paper is; taken out before titles are compared. */
const filler =
  /关于|有关|印发|做好|开展|进行|召开|举办|切实|进一步|加强|全面|推进|我社区|本社区|社区居民委员会|社区居委会|第?[\d〇零一二三四五六七八九十百]+[年月日号份期次届季批]度?|\d+|[的了和与及或等之在]/g;

/** What offices say for what the schedule calls otherwise; both are then looked for. */
const sameWords: readonly (readonly [RegExp, string])[] = [
  [/低保/, "最低生活保障"],
  [/计生/, "计划生育"],
  [/治保会|治保委/, "治安保卫委员会"],
  [/两委会/, "两委联席会议"],
  [/支委会|支部委员会|党员大会|党支部大会/, "社区党总支（支部）会议记录"],
  [/党课|三会一课|主题党日|组织生活会/, "三会一课主题党日组织生活会"],
  [/团支部|共青团|妇联|工会/, "群团工会共青团妇联"],
  [/换届/, "换届选举"],
  [/选举委员会/, "居民选举委员会"],
  [/居代会/, "居民代表会议"],
  [/防汛|火灾|地震|疫情|台风/, "突发事件应对处置"],
  [/演练/, "应急预案演练"],
  [/消防/, "消防安全检查"],
  [/创城|文明城市|文明社区/, "文明创建"],
  [/信访|来访|上访|投诉/, "来信来访"],
  [/三公|财务收支公开|公示栏/, "居务公开财务公开"],
  [/健身|广场舞|歌咏|文艺|联欢|晚会|运动会/, "一般文体活动"],
  [/大扫除|卫生整治|爱卫/, "爱国卫生"],
  [/垃圾|绿化|环境卫生/, "垃圾分类环境整治"],
  [/义诊|健康讲座/, "公共卫生健康宣传活动"],
  [/加装电梯|旧改/, "老旧小区改造加装电梯"],
  [/业委会/, "业主委员会"],
  [/责任状/, "责任书"],
  [/聘书|聘任|招聘/, "社区工作者聘用任免"],
  [/租赁|租房|房租/, "合同协议房屋"],
];

const pairsOf = (text: string): string[] =>
  (text.normalize("NFKC").match(/[\p{Script=Han}\p{L}\p{N}]+/gu) ?? []).flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)),
  );

/** The pairs of a row of the schedule. */
export const pairsOfRow = (text: string): ReadonlySet<string> => new Set(pairsOf(text));

/** The telling part of a title: names of the unit, numbers, dates and filler taken out. */
export function tellingPart(title: string, names: readonly string[]): string {
  let text = title.normalize("NFKC");
  for (const name of names) if (name.length > 1) text = text.replaceAll(name.normalize("NFKC"), " ");
  return text.replaceAll(filler, " ");
}

/** The pairs of a title's telling part. */
export const pairsOfTitle = (telling: string): ReadonlySet<string> => new Set(pairsOf(telling));

/** Pairs a title means without saying them. */
export const impliedPairs = (title: string): ReadonlySet<string> =>
  new Set(sameWords.flatMap(([words, meant]) => (words.test(title) ? pairsOf(meant) : [])));

/** Neighbouring pairs read together again, for showing which words were found: 居民, 民代, 代表 → 居民代表. */
export function joinPairs(text: string, pairs: ReadonlySet<string>): string[] {
  const found: string[] = [];
  let from = -1;
  for (let at = 0; at < text.length; at++) {
    const isFound = pairs.has(text.slice(at, at + 2));
    if (isFound && from < 0) from = at;
    if (!isFound && from >= 0) {
      found.push(text.slice(from, at + 1));
      from = -1;
    }
  }
  return [...new Set(found)];
}

/** How alike two titles are, 0 to 1: pairs in common by Dice's measure. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const pair of one) if (other.has(pair)) common += 1;
  return (2 * common) / (one.size + other.size);
}
