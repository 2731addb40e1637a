// 说明.txt: what lies in the folder, how to read and check it without this program.
import type { ExportTable } from "./gather-sheets.ts";

export type ReadmeFacts = {
  readonly madeAt: string;
  readonly itemCount: number;
  readonly fileCount: number;
  readonly restrictedCount: number;
  /** Files of restricted items that stayed. */
  readonly leftOut: number;
  readonly reason: string;
  readonly tables: readonly ExportTable[];
};

/** The bytes of the note, UTF-8 with BOM so that every editor shows it. */
export function renderReadme({
  madeAt,
  itemCount,
  fileCount,
  restrictedCount,
  leftOut,
  reason,
  tables,
}: ReadmeFacts): Buffer {
  const pages =
    reason === ""
      ? `限制件 ${restrictedCount} 件，只列档号和中性题名，其文件 ${leftOut} 个没有导出。`
      : `限制件 ${restrictedCount} 件，目录中只列档号和中性题名；按登记的理由连同文件导出，理由：${reason}。请按个人信息保护的要求保管本文件夹。`;
  const lines = [
    "邻档 全部导出",
    "",
    `导出时间（UTC）：${madeAt}`,
    `件数：${itemCount}　文件数：${fileCount}`,
    pages,
    "",
    "一、目录.xlsx　各件目录，所有单元格都是文字，用任何电子表格软件可以打开。",
    "二、目录.csv　同样的内容，UTF-8 编码。以 = + - @ 等开头的文字前加了一个撇号（'），避免被当作公式；",
    "　　加在哪几列，见该行最后一列「前加撇号的列」。还原时只去掉这几列开头的一个撇号。",
    "三、目录.json　同样的内容，另有全宗、门类、机构（问题）、案卷、档案盒和每件的文件清单。",
    "四、文件\\档号\\　每件的文件，与录入时逐字节相同，按件内顺序编号。没有档号的件在「未归档-序号」之下。",
    "五、各种登记.xlsx　收发文、期限表、编研、盒与备考表、保管、操作日志等，每种一张表；各种登记.json 和 各种登记\\表名.csv 内容相同。",
    "　　没有档号的件写作「未归档-序号」，题名见表「件的其他著录」。操作日志只有时间、人员、操作和校验值，没有内容。",
    "　　限制件的文字在这些表中一律留空" +
      (reason === "" ? "。" : "；按登记的理由另存于 限制件记录.json，请与限制件的文件一样保管。"),
    `　　各表行数：${tables.map(({ name, rows }) => `${name} ${rows.length}`).join("、")}。`,
    "六、校验清单.txt　每个文件的 SHA-256 值。核对方法：",
    "　　Windows：certutil -hashfile 文件名 SHA256　　Linux：sha256sum -c 校验清单.txt",
    "",
    "台账和居民资料不在本文件夹中：台账在「台账 › 打印」里逐本导出，敏感内容遮盖；已固化的期间作为归档的件在内。",
    "照片等原件可能带有拍摄地点等内嵌信息，对外提供前请先处理。",
  ];
  return Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`, "utf8");
}
