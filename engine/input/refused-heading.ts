// Columns that may not be kept, whatever anybody signs: belief, thought, watch lists, scores, whereabouts, ethnicity
// (personal-data P2, P3). Their headings are known in characters, pinyin and a little English.
import { normaliseHeading } from "./normalise-heading.ts";

const words = new RegExp(
  [
    "宗教|信教|信仰|教派|教别|信佛|礼拜",
    "思想(动态|状况|表现|倾向|情况)|政治(表现|倾向|态度|可靠)",
    "重点(人员|对象|人群|关注|人$)|关注(等级|级别|对象|程度|类别)|重点人$",
    "风险|维稳|稳控|稳定(等级|程度)|管控|管理(等级|级别)|帮控|危险(等级|程度)",
    "行踪|去向|离返|动向|流向|外出情况|轨迹",
    "评分|打分|得分|积分|信用分|分数",
    "民族|族别|族属|族裔|族群",
    "四知五清六掌握|动态管理",
  ].join("|"),
);
/** 去向 of a thing is no whereabouts of a person. */
const harmless = /^(文件|档案|材料|实物|原件|公文|来文|发文)(去向|流向)$|^(文件|档案|公文|安全生产)?(得分|积分)说明$/;
const pinyin =
  /zongjiao|xinjiao|xinyang|jiaopai|sixiang(dongtai|zhuangkuang|biaoxian)|zhengzhi(biaoxian|qingxiang)|zhongdian(renyuan|duixiang|renqun)|guanzhu(dengji|duixiang)|fengxian|weiwen|wenkong|guankong|xingzong|quxiang|lifan|pingfen|dafen|defen|jifen|minzu|zubie/;
const initials = /^(mz|zjxy|xj|zdry|zddx|gzdj|sxdt|zzbx)$/;
const english = /religio|ethnic|faith|belief|nationality|political|riskl?e?v?e?l?$|watchl?|score|whereabouts|race$/;

/** Whether a heading asks for what is refused. */
export function isRefusedHeading(heading: string): boolean {
  const whole = heading.normalize("NFKC").replace(/[\s\p{P}\p{Cf}\p{S}]/gu, "");
  if (harmless.test(whole) || harmless.test(normaliseHeading(heading))) return false;
  // Tone marks go, so that mínzú is minzu.
  const letters = whole
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
  return words.test(whole) || pinyin.test(letters) || initials.test(letters) || english.test(letters);
}
