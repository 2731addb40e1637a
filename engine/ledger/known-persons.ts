// Whether a text names somebody the office knows: names, numbers and addresses of these rows and names of all residents are looked
// for in it. Only that something was found is told, never what (personal-data P2, P10).
import { hasPersonalWords } from "#engine/item/find-personal-words";
import { namesOfPeoples } from "#engine/input/ethnic-or-religious";
import { findRefusedWords } from "#engine/input/refused-words";
import { tellsOfSomebody } from "./names-in-text.ts";

const fold = (text: string): string => text.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase();
/** Several names in one cell are as many names. */
const pieces = /[、,，;；/|\n]+/;
/** An address down to the door, or a number as long as an account or a phone with its area. */
const doorOrNumber =
  /\d+(?:栋|幢|号楼|座|单元)[^。，,；;]{0,12}\d+(?:室|户|号)?|\d+[-－]\d+[-－]\d{3,4}(?!\d)|(?<!\d)\d{15,19}(?!\d)|(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)/;

/** One character says nobody; a whole sentence is found nowhere else. */
const least = 2;
const most = 60;

const surnames = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛阎闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温芦康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由",
);

/** Whether a value looks like the name of a person: two to four characters behind a surname, or parts joined by a dot. */
export const looksLikeName = (value: string): boolean =>
  /^\p{Script=Han}{1,12}[·•]\p{Script=Han}{1,12}$/u.test(value) ||
  (/^\p{Script=Han}{2,4}$/u.test(value) && surnames.has(value.slice(0, 1)));

export type KnownPersons = {
  /** Whether the text tells of a person in any way that is known; `own` are the values its row has of somebody. */
  isNamedIn(text: string, own: readonly string[]): boolean;
};

/** Names, numbers and addresses of many rows: each is looked for as a whole and by its parts. */
export function knowPersons(values: Iterable<string>): KnownPersons {
  const byBeginning = new Map<string, Set<string>>();
  const add = (value: string): void => {
    if (value.length < least || value.length > most) return;
    const beginning = value.slice(0, least);
    const known = byBeginning.get(beginning) ?? new Set<string>();
    byBeginning.set(beginning, known.add(value));
  };
  for (const value of values) for (const piece of [value, ...value.split(pieces)]) add(fold(piece));
  const isKnown = (text: string): boolean => {
    for (let at = 0; at + least <= text.length; at++) {
      const known = byBeginning.get(text.slice(at, at + least));
      if (known) for (const value of known) if (text.startsWith(value, at)) return true;
    }
    return false;
  };
  return {
    isNamedIn: (text, own) => {
      const plain = fold(text);
      return (
        own
          .flatMap((value) => [value, ...value.split(pieces)].map(fold))
          .some((value) => value.length >= least && plain.includes(value)) ||
        hasPersonalWords(text) ||
        tellsOfSomebody(text) ||
        doorOrNumber.test(plain) ||
        isKnown(plain) ||
        // Digits written apart: 138 0013 8000, 138-0013-8000.
        isKnown(plain.replaceAll(/(?<=\d)[-－.·](?=\d)/g, ""))
      );
    },
  };
}

/** Whether a text says what no table may say of anybody: a people, a belief, a refused subject (P2, P3). */
export const saysWhatIsRefused = (text: string): boolean =>
  namesOfPeoples.test(text.normalize("NFKC")) || findRefusedWords(text).length > 0;
