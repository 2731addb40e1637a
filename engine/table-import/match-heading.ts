// Which field a heading means: the words offices use for it.
import type { TableField, TableUse } from "#contract/table-import";
import { normaliseHeading } from "#engine/input/normalise-heading";
import { plainText } from "./cell-text.ts";
import type { HeadWords, Heading } from "./find-head.ts";

type Words = Partial<Record<TableField, RegExp>>;

const catalogueWords: Words = {
  archivalCode: /^(.*档号|档案号|归档号|档案编号)$/,
  itemNumber: /^(件号|室编件号|馆编件号)$/,
  boxNumber: /^(.*盒号|盒编号)$/,
  title: /^(.*题名|.*标题|文件名称?|文件材料名称|材料名称|文件内容|内容|内容摘要|摘要|事由|名称|题目)$/,
  creator:
    /^(.*责任者|责任人|发文单位|发文机关|来文单位|来文机关|制发单位|制发机关|形成单位|作者|文件作者|制文单位|成文单位|单位)$/,
  documentNumber: /^(.*文号|.*字号|文件编号|文件号)$/,
  documentDate: /^(.*日期|时间|(成文|形成|文件|制发|印发|发文)时间|年月日)$/,
  dateYear: /^年$/,
  dateMonth: /^月$/,
  dateDay: /^日$/,
  year: /^(年度|(归档|归属|所属|文件)年度|年份)$/,
  pages: /^(.*页数|张数|页)$/,
  retention: /^(.*(保管|保存)期限|期限|(保管|保存)年限)$/,
  matter: /^(机构|问题|机构问题|机构或问题|类别|分类|类目|问题分类)$/,
  security: /^(密级|涉密等级|保密级别|秘密等级)$/,
  remark: /^(备注|附注|备考|备注说明)$/,
  apostrophes: /^前加撇号的列$/,
  serial: /^(序号|顺序号|序|编号|行号|no|№)$/,
};

/** Words that mean something else in a register than in a catalogue. */
const registerWords: Words = {
  serial: /^(序号|顺序号|序|编号|(收文|发文|登记)(号|编号|序号|顺序号)|流水号)$/,
  happenedOn: /^((收文|收到|收件|来文|登记|发出|发文|发放|寄发|送出)(日期|时间)|日期)$/,
  correspondent: /^((来文|主送|送达|收文|收件|来件|发往)(单位|机关)|主送|发往何处)$/,
  documentDate: /^(成文|形成|文件|制发|印发)(日期|时间)$/,
  copies: /^(份数|件数|数量)$/,
  handler: /^(承办人?|承办(单位|部门|科室)|经办人?|拟办|办理人)$/,
  dueOn: /^((办理|办结|限办|承办)(期限|时限|日期)|限期)$/,
};

/** The field of a heading, or undefined. */
export function matchHeading(heading: string, as: TableUse): TableField | undefined {
  const plain = normaliseHeading(heading);
  if (plain === "" || plain.length > 20) return undefined;
  for (const words of as === "register" ? [registerWords, catalogueWords] : [catalogueWords])
    for (const [field, pattern] of Object.entries(words)) if (pattern.test(plain)) return field as TableField;
  return undefined;
}

/** A head needs 题名 or 档号, and something beside it. */
function score(headings: readonly Heading<TableField>[]): number {
  const fields = new Set(headings.map(({ field }) => field).filter((field) => field !== undefined));
  if (!fields.has("title") && !fields.has("archivalCode")) return 0;
  // One known heading among others will do when it can be nothing else.
  const isPlain = headings.some(({ text }) => /(题名|标题|档号)$/.test(plainText(text)));
  if (fields.size < 2 && (!isPlain || headings.filter(({ text }) => text !== "").length < 2)) return 0;
  return fields.size + headings.filter(({ isRefused }) => isRefused).length;
}

/** What heads of catalogues and registers are known by. */
export const headWords = (as: TableUse): HeadWords<TableField> => ({
  match: (heading) => matchHeading(heading, as),
  score,
});
