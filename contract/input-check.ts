// 录入前检查: what a file or folder from outside is and whether it could be taken in; nothing is stored.
import { z } from "zod";
import { fillSentence } from "./fill-sentence.ts";
import { door } from "./procedure.ts";

/** How a path given by the clerk is recognised: by content, never by name. */
export const inputKind = z.enum(["image", "pdf", "table", "zip", "bag", "transfer-folder", "other"]);
export type InputKind = z.infer<typeof inputKind>;

/** accept – as it should be; warn – taken in, with something to know; reject – not taken in, the rest goes on. */
export const inputOutcome = z.enum(["accept", "warn", "reject"]);
export type InputOutcome = z.infer<typeof inputOutcome>;

/** What a person should know about an input that is taken in all the same. */
export const inputWarning = z.enum([
  "extension-odd",
  "image-bit-errors",
  "image-huge-comment",
  "trailing-data",
  "pdf-repaired",
  "pdf-owner-password",
  "pdf-active-content",
  "pdf-huge-image",
  "pdf-page-blank",
  "name-decomposed",
  "name-reserved",
  "not-viewable",
  "table-ragged",
  "table-formulas",
  "table-macro",
  "table-merged",
  "table-date-system",
  "folder-empty",
  "document-macro",
  "document-active",
  "mail-program",
  "recording-cut",
]);
export type InputWarning = z.infer<typeof inputWarning>;

export const inputWarningText: Record<InputWarning, string> = {
  "extension-odd": "扩展名与内容不符（实际为 {actual}），已按内容处理，原文件未动。建议核对来源并改正扩展名。",
  "image-bit-errors": "图像中有损坏的数据，仍能显示，原文件未动。请对照原件，必要时重新扫描这一页。",
  "image-huge-comment": "图像中带有异常大的附加说明，没有展开，原文件未动。请核对来源。",
  "trailing-data": "图像之后另有不属于图像的数据，只作图像处理，原文件未动。请核对来源。",
  "pdf-repaired": "PDF 结构有误，已能读出页面，原文件一字不动。建议重新取得这份文件。",
  "pdf-owner-password": "PDF 设有权限口令，仍可查看，原文件一字不动。移交前请先解除。",
  "pdf-active-content": "PDF 中带有脚本、外部动作或附件，一律不运行，原文件一字不动。请核对来源。",
  "pdf-huge-image": "PDF 中有超大图像，显示时可能缺失，原文件一字不动。请对照原件核对页面。",
  "pdf-page-blank":
    "PDF 中有扫描页画出来是空白的，可能本是空白页，也可能是本机解不开的图像；原文件一字不动。请对照纸件核对。",
  "name-decomposed": "文件名的字形编码不是通行形式，已按通行形式记录，原文件未动。",
  "name-reserved": "文件名在部分电脑上不能使用，录入后另行编号存放，原文件未动。建议改名。",
  "not-viewable": "本程序不收这类文件，也没有检查其内容，原文件未动。请转换为 PDF 后录入。",
  "table-ragged": "表格各行的列数不一致，已按首行对齐，原文件未动。导入前请核对第 {row} 行。",
  "table-formulas": "表格中有公式，只取已算出的值，原文件未动。导入前请核对。",
  "table-macro": "表格中带有宏，一律不运行，原文件未动。请核对来源。",
  "table-merged": "表格中有合并的单元格，原文件未动。导入前请核对表头。",
  "table-date-system": "表格使用 1904 日期系统，原文件未动。导入前请核对日期。",
  "folder-empty": "文件夹中没有文件，未作检查。请确认位置是否正确。",
  "document-macro": "含宏，未运行，原文件一字不动。请核对来源。",
  "document-active": "网页或邮件中带有脚本等会自动运行的内容，一律未运行，原文件一字不动。请核对来源。",
  "mail-program": "邮件附件中有程序或脚本，没有打开，原文件一字不动。请核对来源，不要从邮件中打开附件。",
  "recording-cut": "录音比文件头所写的短，可能没有录完整，原文件一字不动。请对照来源核对。",
};

/** The sentence of a warning with its details filled in; an unfilled place is shown as 「—」. */
export function sayInputWarning(code: InputWarning, details: Readonly<Record<string, string | number>> = {}): string {
  return fillSentence(inputWarningText[code], details);
}

export const inputCheckResult = z
  .object({
    path: z.string(),
    kind: inputKind,
    outcome: inputOutcome,
    /** "ok", an InputWarning, a RefusalCode or, for a bag or transfer folder, a PackageProblemCode. */
    code: z.string(),
    message: z.string(),
  })
  .readonly();
/** One line of the check: one per path as given, or per file of a walked folder. */
export type InputCheckResult = z.infer<typeof inputCheckResult>;

export const inputCheckProcedures = {
  /** A guarded dry run without archive: recognises each path; folders that are no bag are walked, links not followed. */
  "input.check": door({
    roles: "anyone",
    input: z.object({ paths: z.array(z.string().min(1)).min(1).max(20_000) }),
    output: z.object({ results: z.array(inputCheckResult).readonly() }),
    refusals: ["task-cancelled"],
  }),
};
