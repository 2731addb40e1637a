// What may not be kept about a person, whatever anybody signs: belief, thought, watch lists, scores, whereabouts, ethnicity
// (personal-data P2, P3). One list: a heading is held against `heading`, running text against the narrower `text`.

type Term = { readonly heading: string; readonly text: string };

/** Each pair is one kind of refused content, in characters. */
const terms: readonly Term[] = [
  {
    heading: "宗教|信教|信仰|教派|教别|信佛|拜佛|念经|封斋|斋月|礼拜|教民|教众|神职人员|阿訇",
    text: "宗教信仰|信仰(?:宗教|佛|道|伊斯兰|基督|天主|东正)|信教|信奉?(?:佛|道教|伊斯兰|基督|天主)|教派|教别|教徒|信徒|信众|穆斯林|(?:做|去|参加)礼拜",
  },
  {
    heading:
      "思想(动态|状况|表现|倾向|情况|觉悟|认识)|政治(表现|倾向|态度|可靠|立场)|(现实|一贯)表现|情绪(状况|动态|稳定)",
    text: "思想(?:动态|状况|表现|倾向|情况)|政治(?:表现|倾向|态度|可靠)",
  },
  {
    heading:
      "重点(人员|对象|人群|人口|群体|关注|户|人$)|重点.{0,4}(人员|对象|人群)|关注(等级|级别|类型|对象|程度|类别|人员)|特殊(人群|群体|人员)|敏感人员|涉稳|列管|布控|监管对象|隐患人员|不放心人|不稳定因素|上访户|缠访|重点人$",
    text: "重点(?:人员|对象|人口|关注)|关注(?:等级|级别|对象|程度|人员)|敏感人员|涉稳",
  },
  {
    heading:
      "风险|维稳|稳控|稳定(等级|程度)|管控|管理(等级|级别)|帮控|危险(等级|程度)|预警(等级|级别|颜色)|盯防|红黄绿|三色(管理|标识|预警)|黑名单",
    text: "[高中低]风险(?:人员|户|对象|人群|家庭|居民)|风险(?:等级|级别|人员|户|对象)|维稳|稳控|管控(?:人员|对象|等级|级别)|帮控|危险(?:等级|人员)|盯防",
  },
  {
    heading:
      "行踪|去向|离返|动向|流向|外出(情况|地点?|时间)$|轨迹|返[昆京乡家]时间|离[昆京乡家]时间|离(开)?社区时间|是否在(家|昆|本地|社区)|现在何处",
    text: "行踪|离返|(?:活动|行动|行程)轨迹|(?:人员|本人|居民|外出)(?:去向|动向|流向)|去向不明|外出情况",
  },
  {
    heading: "评分|打分|得分|积分|信用(分|等级)|诚信等级|红黑榜|分数",
    text: "(?:个人|居民|家庭|住户|信用|道德|文明|表现)(?:评分|打分|得分|积分|分数)|信用分",
  },
  {
    heading: "民族|名族|族别|族属|族种|族裔|族群|少民|少族",
    text: "民族(?=[:：,，]|$)|民族(?:成[份分]|身份|类别|属性|信息|情况|因素)|族别|族裔|少数民族(?:群众|居民|人员|户|家庭|人口|学生|老人|妇女|青年|男|女|信息)|(?:系|是|为|属)少数民族",
  },
  { heading: "四知|五清六掌握|动态管理", text: "四知五清|五清六掌握|(?:人员|个人|居民)动态管理" },
];

/** A heading that asks for any of it. */
export const headingTerms = new RegExp(terms.map(({ heading }) => heading).join("|"));
/** Words of running text that say it of a person. */
export const textTerms = new RegExp(terms.map(({ text }) => text).join("|"), "g");

/**
 * 族 by itself, or with no more than whose it is and what of it, is 民族 shortened. Anchored on both sides: 家族, 上班族 and 水族馆 ask
 * for nothing.
 */
export const shortenedTerm =
  /^(?:(?:本人|户主|配偶|父|母|父亲|母亲|监护人|成员|家庭成员|家属|子女|居民|人员|学生|当事人|申请人|个人|自报|自述|何|哪个?|什么|属|所属)的?(?:所属)?)?族(?:名|称|名称|类|类别|系|籍|份|成[份分]|代?码)?$/;

/** The same without tones, without blanks. */
export const pinyinTerms =
  /zongjiao|xinjiao|xinyang|jiaopai|musilin|yisilan|jiaotu|xintu|sixiang(dongtai|zhuangkuang|biaoxian|qingxiang|qingkuang)|zhengzhi(biaoxian|qingxiang|taidu)|zhongdian(renyuan|duixiang|renqun|renkou|guanzhu)|guanzhu(dengji|duixiang|jibie|chengdu)|fengxian|weiwen|wenkong|guankong|bangkong|xingzong|quxiang|lifan|guiji|pingfen|dafen|defen|jifen|minzu|zubie|siziwuqing|sizhiwuqing|dongtaiguanli/;
/** Words written half in characters and half in letters: 民zu, min族. */
export const mixedTerms = new RegExp(
  "民min族zu m族 宗zong教jiao 信xin仰yang 信xin教jiao 风feng险xian 稳wen控kong 维wei稳wen 行xing踪zong 评ping分fen 积ji分fen"
    .split(" ")
    .map((word) => word.replace(/(\p{Script=Han})([a-z]+)/gu, "(?:$1|$2)"))
    .join("|"),
);
export const initialTerms = /^(mz|minz|mzu|mzcf|mzlb|mzdm|mzmc|zjxy|xj|zdry|zddx|gzdj|sxdt|zzbx|fxdj|wkcs)$/;
export const englishTerms =
  /religio|ethnic|faith|belief|nationality|political|muslim|riskl?e?v?e?l?$|watchl?|score|whereabouts|race$/;

/** Characters of the list in both forms, the simplified one first. */
const forms =
  "风風 险險 维維 稳穩 点點 员員 对對 关關 级級 别別 离離 动動 态態 状狀 况況 现現 倾傾 评評 积積 轨軌 迹跡 踪蹤 礼禮 众眾 颜顏 户戶 办辦 敌敵 门門 数數 满滿 尔爾 萨薩 兰蘭 区區 团團 结結".split(
    " ",
  );
const simplified = new Map(forms.map(([simple = "", other = ""]) => [other, simple]));

/** One code point as the list spells it: width, form and format characters taken away; "" for a blank. */
export const foldCharacter = (character: string): string =>
  [...character.normalize("NFKC").replace(/[\s\p{Cf}\p{M}\p{Cc}]/gu, "")]
    .map((each) => simplified.get(each) ?? each)
    .join("");

/** Phrases that hold one of the words and say nothing of a person: the office's own work. */
const harmless =
  /(?:铸牢)?中华民族(?:伟大复兴|共同体意识|共同体)?|少数民族(?:联谊会|之家|传统|文化|节日)|民族(?:大?团结(?:进步)?|宗教(?:政策|法规|事务|工作)|政策|法律|法规|知识|常识|理论|语文|语言|地区|区域自治|自治|文化|节日|工作|事务|复兴|服饰|歌舞|风情|医药|小学|中学)|(?:各|多|兄弟)民族|宗教(?:事务|政策|法规|工作)|宗教信仰自由|(?:防范|化解|社会稳定|金融|诈骗|消防|防汛|安全|火灾|地质|洪涝|食品|廉政|法律)+风险|风险(?:提示|防范|隐患|排查|教育|告知|点)|积分兑换|(?:文件|档案|材料|资金|经费|物资|捐款)(?:去向|流向)|信仰的力量|(?:共产主义|马克思主义|理想)信仰/g;

/** A phrase without what is harmless in it; something stands in its place, so that the rest does not join. */
export const withoutHarmless = (phrase: string): string =>
  phrase.replace(harmless, (found) => "\u3013".repeat(found.length));
