// Words of Ctrl+K.
import { sayCount } from "./format.ts";

export const searchText = {
  title: "查找件",
  placeholder: "题名、文号、责任者、档号",
  hint: "打几个字就开始找。限制件只按档号和题名找得到。",
  none: "没有找到。换几个字，或只写文号里的数字。",
  total: (total: number, hasMore: boolean): string => (hasMore ? `${sayCount(total)}+ 件` : `${sayCount(total)} 件`),
  restricted: (count: number): string => `限制件 ${sayCount(count)} 页未列入检索`,
  results: "找到的件",
  untitled: "（未写题名）",
  states: { draft: "待归档", filed: "已归档", excluded: "不归档" },
};
