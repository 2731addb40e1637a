// What may not be written of a person, in running text and in short phrases (personal-data P2, P3).
import { describe, expect, it } from "vitest";
import { holdsEthnicOrReligious, isEthnicOrReligious } from "#engine/input/ethnic-or-religious";
import { isRefusedHeading, isRefusedPhrase } from "#engine/input/refused-heading";
import { findRefusedWords } from "#engine/input/refused-words";

describe("running text", () => {
  it.each([
    "该户信仰伊斯兰教，家中三口",
    "本人宗教信仰：无",
    "其思想动态平稳",
    "政治表现良好",
    "列为重点人员管理",
    "属高风险人员",
    "已落实稳控措施",
    "近期行踪不定",
    "文明家庭评分92",
    "张三，男，回族，1980年生",
    "走访维吾尔族群众三户",
    "民族：彝",
    "系少数民族居民",
    "按四知五清六掌握的要求",
    "宗 教 信 仰",
    "宗-教-信-仰",
    "宗\u200b教\u200b信\u200b仰",
    "風險等級：高",
    "登记在册，不收集电话，宗教信仰另填",
  ])("is found out: %s", (text) => {
    expect(findRefusedWords(text).length).toBeGreaterThan(0);
  });

  it.each([
    "民族团结进步宣传月启动仪式",
    "铸牢中华民族共同体意识专题学习",
    "民族政策宣传进小区",
    "宗教事务条例宣传",
    "达成人民调解协议",
    "发放防汛风险提示单200份",
    "排查消防风险隐患",
    "苗族花山节联欢活动",
    "傣族泼水节",
    "各民族群众同庆春节",
    "少数民族联谊会年会",
    "积分兑换活动通知",
    "核对资金去向",
    "重温入党誓词，坚定理想信仰",
    "本台账不收集民族、宗教信仰等信息",
    "礼拜三上午开会",
    "王大妈反映楼道灯不亮",
  ])("stays: %s", (text) => {
    expect(findRefusedWords(text)).toEqual([]);
  });

  it("is told by place, so that it can be taken out and nothing is repeated", () => {
    const text = "张三，宗\u200b教信仰为空，思想动态稳定";
    const found = findRefusedWords(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(["宗\u200b教信仰", "思想动态"]);
    expect(Object.keys(found[0] ?? {}).sort()).toEqual(["end", "start"]);
  });
});

describe("a heading", () => {
  it.each([
    "宗教信仰",
    "民 族",
    "民(min)族",
    "民1族",
    "民zu",
    "Min族",
    "宗 Jiào",
    "ｍｉｎｚｕ",
    "MínZú",
    "mz",
    "風險",
    "重點人員",
    "Religion",
    "思想情况",
    "族",
    " 族 ",
    "*族：",
    "族（自愿填写）",
    "族 1",
    "M族",
    "族別",
    "族别",
    "族类",
    "户主族",
    "本人所属族",
    "minz",
    "mz_cf",
  ])("%s is refused", (heading) => expect(isRefusedHeading(heading)).toBe(true));
  it.each([
    "办理结果",
    "网格",
    "联系电话",
    "调解员",
    "协议书编号",
    "主要内容",
    "reference",
    "家族会议",
    "宗族",
    "上班族服务",
    "亲族",
    "水族馆",
    "族谱",
    "族长",
    "居民小组",
    "zu",
    "mzbm",
  ])("%s stays", (heading) => expect(isRefusedHeading(heading)).toBe(false));
});

describe("a choice or a name", () => {
  it.each([
    "民族团结进步",
    "民族政策法规",
    "民族工作协调小组会议",
    "风险提示",
    "积分兑换",
    "人民调解",
    "苗族花山节",
    "傣族歌舞展演",
    "家族调解",
    "民族团结一家亲",
    "打工族服务",
  ])("%s stays", (phrase) => expect(isRefusedPhrase(phrase)).toBe(false));
  it.each([
    "涉民族因素",
    "重点人员",
    "民族团结户评分",
    "高风险",
    "信教",
    "族",
    "族別",
    "少数民族信息档案",
    "是否穆斯林",
    "回族居民户",
    "基督教家庭",
  ])("%s is refused", (phrase) => expect(isRefusedPhrase(phrase)).toBe(true));
});

describe("values of a column", () => {
  it("of peoples or religions above a fifth give it away, a fifth does not", () => {
    expect(holdsEthnicOrReligious(["回族", "", "复印件", "复印件", "复印件"])).toBe(true);
    expect(holdsEthnicOrReligious(["回族", "复印件", "复印件", "复印件", "复印件"])).toBe(false);
    expect(holdsEthnicOrReligious(["", " "])).toBe(false);
  });
  it("are known in full width, with blanks between, and several in one cell", () => {
    expect(["回 族", "佛教、道教", "維吾爾族"].map(isEthnicOrReligious)).toEqual([true, true, true]);
    expect(isEthnicOrReligious("白")).toBe(false);
  });
});
