// Values that give a refused column away whatever its heading says (personal-data P2: over 20 % of its values).
import { foldKnown, foldTerms } from "./fold-terms.ts";

const peoples =
  "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺".split(
    " ",
  );
/** One character alone (白, 水, 京) may be anything; with 族, or where longer, it is a people. */
const names = new Set([
  ...peoples.map((name) => `${name}族`),
  ...peoples.filter((name) => name.length > 1),
  ..."汉 回 藏 苗 彝 壮 满 侗 瑶 维 蒙 哈 柯".split(" "),
  ..."少数民族 维族 哈族 柯族 蒙族 穿青人 佛教 佛教徒 道教 道教徒 伊斯兰教 伊斯兰 穆斯林 回教 基督教 基督徒 天主教 天主教徒 东正教 犹太教 藏传佛教 无宗教信仰 无宗教 不信教 信教 信佛 信众 逊尼派 什叶派 无神论".split(
    " ",
  ),
]);

/** A people said of somebody in running text: 系回族, 回族居民, 男，回族，. A festival or a song of a people is none. */
export const peopleOfSomebody = new RegExp(
  `(?:${peoples.join("|")}|维|哈|蒙|柯)族(?=群众|居民|同胞|男|女|妇女|青年|老人|学生|人(?!民)|户|家庭|[,，、。；;)）]|$)`,
  "g",
);

/** A people or a religion anywhere in a phrase, but for a festival, a song or a craft of a people. */
export const namesOfPeoples = new RegExp(
  `(?:${peoples.join("|")}|维|哈|蒙|柯)族(?!.{0,3}(?:节|文化|歌|舞|乐|服饰|刺绣|医药|风情|美食|传统|自治|乡))|维吾尔|哈萨克|穆斯林|伊斯兰|佛教|道教|基督|天主教|教徒|信徒|信众`,
);

/** Numbers, dates and Latin words: no name of the list is spelled with these signs alone. */
const neverNamed = /^[ -~]*$/;
const firstCharacters = new Set([...names].map(([first]) => first));

/** Whether a value begins as a name of the list does: most values of a table do not, and need not be read on. */
function mayBeNamed(value: string): boolean {
  for (const character of value) {
    const folded = foldKnown(character);
    if (folded !== "") return firstCharacters.has(folded[0]);
  }
  return false;
}

/** Whether a value is the name of a people or of a religion, or several of them. */
export function isEthnicOrReligious(value: string): boolean {
  if (neverNamed.test(value) || !mayBeNamed(value)) return false;
  const text = foldTerms(value);
  return text !== "" && text.length <= 24 && text.split(/[、,;/|，；]/).every((part) => names.has(part));
}

/** A column of more of them than this share is one of peoples or religions. */
export const mostNames = 0.2;

/** Whether more than a fifth of the filled values are names of peoples or religions. Blank values do not count. */
export function holdsEthnicOrReligious(values: readonly string[]): boolean {
  // Of next to all columns nothing is found, and then nobody asks how many are filled.
  const found = values.filter(isEthnicOrReligious).length;
  return found > 0 && found > values.filter((value) => value.trim() !== "").length * mostNames;
}
