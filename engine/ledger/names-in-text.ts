// Whether a free text tells of somebody nobody here has written down elsewhere: a name behind a word that announces one, a name in a
// list, an address between neighbours, a number however it is written. A wrong blank costs a word, a missed name a person (P10).

/** Surnames that begin next to no other word of three characters. */
const sure =
  "王李张刘陈杨赵吴徐孙胡郭林罗郑梁宋唐韩冯邓曹彭肖董袁潘蒋蔡杜叶苏魏吕丁沈姚卢姜崔谭陆汪廖贾韦邹孟熊秦邱尹薛阎闫段侯龚邵钱严覃戴莫孔龙史郝顾赖洪尤柯柳倪聂詹欧岳鲁翟殷阮涂耿裴娄褚邢樊葛庞颜尚季牟祝凌鲍卞阿买";
const surname =
  "(?:欧阳|司徒|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅付方白邹孟熊秦邱江尹薛阎闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻蒲房饶牟艾尤阳时穆农司卓古])";
const end =
  "(?=$|[\\p{P}\\p{S}\\s]|家|的|等|在|到|于|因|为|住|称|说|反映|要求|来|送|发放|提出|申请|户|带|参加|前来|与|和|夫妇|夫妻|本人|一)";
/** Words behind which a name stands. */
const announced = new RegExp(
  `(?:居民|老人|村民|住户|业主|租户|群众|同志|党员|学生|患者|病人|儿童|孤儿|职工|职员|家属|丈夫|妻子|老伴|儿子|女儿|母亲|父亲|孙子|孙女|联系人|当事人|申请人|代理人|受理人|户主|姓名|名叫|叫做|慰问|看望|走访|探望|帮助|帮扶|资助|护送|陪同|代替)[了:：\\s]*${surname}\\p{Script=Han}{1,2}${end}`,
  "u",
);
/** 王大爷, 李阿姨, 小张, 张先生: known to every neighbour. */
const familiar = new RegExp(
  `${surname}(?:某某?|姓|先生|女士|小姐|大爷|大妈|大娘|大叔|大婶|大姐|大哥|阿姨|叔叔|伯伯|奶奶|爷爷|婆婆|嬢嬢|孃孃|老师傅|老汉|老太)|(?:^|[^\\p{Script=Han}]|与|和|给|找|由|向|对|帮)[小老][${sure}](?!\\p{Script=Han}*[区路街村院])`,
  "u",
);
const dotted = /\p{Script=Han}{1,12}[·•‧・]\p{Script=Han}{1,12}/u;
/** A whole piece of a list that is a name of three characters. */
const listed = new RegExp(
  `(?:^|[、,，;；/|\\s:：和与及])[${sure}]\\p{Script=Han}{2}(?=$|[、,，;；/|\\s和与及。]|到场|参加|在场|签字|反映|夫妇|两|三人)`,
  "u",
);
const plate = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁][A-Z][A-Z0-9]{5,6}/u;
const announcedNumber = /(?:电话|手机|座机|联系方式|微信|QQ|qq|VX|vx|邮箱)[号码:：是为]{0,3}\s*[\w@.-]{5,}/u;
const numerals = "〇一二三四五六七八九";
const spelledNumber = /(?:^|\D)(?:1[3-9]\d{9}|\d{17}[\dX])(?:\D|$)/u;

/** Chinese numerals as digits, wherever seven or more stand in a row. */
const withDigits = (text: string): string =>
  text.replaceAll(/[〇零○一二三四五六七八九幺]{7,}/gu, (found) =>
    [...found]
      .map((sign) => (sign === "幺" ? "1" : "零○".includes(sign) ? "0" : String(numerals.indexOf(sign))))
      .join(""),
  );

/** Whether a text looks as if it told of a person; only that it does is told. */
export function tellsOfSomebody(text: string): boolean {
  const plain = text.normalize("NFKC").trim();
  return (
    [announced, familiar, dotted, listed, plate, announcedNumber].some((shape) => shape.test(plain)) ||
    spelledNumber.test(withDigits(plain).replaceAll(/(?<=\d)[\s-](?=\d)/g, ""))
  );
}
