// Free text is looked at for what must not be there: numbers of persons and the refused subjects (personal-data P2, filing-standards 11).
// Only whether something was found is told, never what.

const idNumber = /(?<!\d)\d{17}[\dXx](?!\d)/;
const mobileNumber = /(?<!\d)1[3-9]\d{9}(?!\d)/;
const refusedWords =
  /宗教信仰|信教|教派|思想动态|政治表现|重点人员|重点对象|关注等级|稳控|四知五清六掌握|少数民族信息档案|动态管理档案/;

/** Whether a title or remark holds an ID number, a mobile number or a refused subject. */
export function hasPersonalWords(text: string): boolean {
  const plain = text.normalize("NFKC");
  const digits = plain.replace(/[\s-]/g, "");
  return idNumber.test(digits) || mobileNumber.test(digits) || refusedWords.test(plain.replace(/\s/g, ""));
}
