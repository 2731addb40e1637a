// No column of a schedule asks for belief, thought, ethnicity, watch lists, scores or whereabouts (personal-data P2, P3).

const refused =
  /民族|族别|族属|族裔|宗教|信仰|信教|教派|思想(动态|状况|表现)|政治表现|重点(人员|对象|人群)|关注(等级|对象)|稳控|行踪|去向|离返|评分|打分|积分|四知五清六掌握/;
const pinyin =
  /minzu|zubie|zongjiao|xinyang|xinjiao|jiaopai|sixiangdongtai|zhengzhibiaoxian|zhongdianrenyuan|religio|ethnic|belief/;

/** Whether a heading asks for what is refused, in characters, pinyin or English. */
export function isRefusedColumn(heading: string): boolean {
  const whole = heading.normalize("NFKC").replace(/[\s\p{P}\p{Cf}\p{S}]/gu, "");
  const letters = whole.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return refused.test(whole) || pinyin.test(letters);
}
