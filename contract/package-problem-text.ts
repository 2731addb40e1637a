// Weight and sentence of every finding. "error" makes a package invalid, "warning" leaves it usable.
import type { PackageProblem, PackageProblemCode, PackageVerdict } from "./package-report.ts";

type Weight = "error" | "warning";
type Wording = readonly [Weight, string];

/** `{file}` is the file named, `{more}` an optional detail (a count, an algorithm, a second name). */
export const packageProblemText: Record<PackageProblemCode, Wording> = {
  "bagit-txt-missing": ["error", "文件夹中没有 bagit.txt，它不是数据包。请选择数据包的最外层文件夹。"],
  "bagit-txt-invalid": ["error", "「{file}」内容不合规定（{more}）。请向提供方要求重新制作数据包。"],
  "bag-version-unsupported": [
    "error",
    "数据包版本 {more} 过旧或过新，本程序只核对 0.97 和 1.0。请要求按 1.0 重新制作。",
  ],
  "encoding-unsupported": [
    "error",
    "说明类文件的编码 {more} 本程序不能读，未核对，并非损坏。请要求以 UTF-8 重新制作。",
  ],
  "encoding-unusual": ["warning", "说明类文件使用 {more} 编码，已照此读取。建议今后使用 UTF-8。"],
  "data-missing": ["error", "没有内容文件夹 data。请核对复制是否完整，必要时重新取得。"],
  "manifest-missing": ["error", "没有校验清单（manifest-算法.txt），无法核对内容。请向提供方索取。"],
  "manifest-line-invalid": ["error", "清单「{file}」第 {more} 行不合规定。请重新取得数据包。"],
  "manifest-line-unusual": ["warning", "清单「{file}」第 {more} 行带有校验工具的记号，已照常读取。"],
  "manifests-differ": ["error", "清单「{file}」与其他清单所列文件不一致（缺「{more}」）。请重新取得数据包。"],
  "algorithm-unsupported": ["error", "清单「{file}」所用的算法本程序不能计算，未核对。请要求使用 SHA-256 或 SHA-512。"],
  "algorithm-weak": ["warning", "数据包只用了较弱的校验算法（{more}），能发现损坏，不足以防止伪造。"],
  "path-unsafe": ["error", "「{file}」列有不安全的路径「{more}」，没有读取。请查明来源，不要使用此包。"],
  "path-misplaced": ["error", "「{file}」列有不该出现在此的路径「{more}」。请重新取得数据包。"],
  "path-listed-twice": ["error", "「{file}」在清单「{more}」中列了两次。请重新取得数据包。"],
  "link-inside": ["error", "「{file}」是链接而不是文件本身，没有跟随。请要求以原文件重新制作。"],
  "not-a-file": ["error", "「{file}」既不是文件也不是文件夹，没有读取。请要求重新制作。"],
  "name-unreadable": ["error", "「{file}」的文件名编码读不出来。请在原电脑上改名后重新制作。"],
  "names-collide": ["warning", "「{file}」与「{more}」只在大小写或字形编码上不同，在部分电脑上会互相覆盖。请改名。"],
  "name-normalised": ["warning", "「{file}」的名称在清单与磁盘上编码形式不同，已按同一文件核对。"],
  "system-file": ["warning", "「{file}」是操作系统自动生成的文件，不属于档案。建议重新制作时去掉。"],
  "folder-empty": ["warning", "文件夹「{file}」是空的，清单无法记录它。请核对是否漏了文件。"],
  "bag-too-large": ["error", "数据包的文件数、层数或清单超过上限（{more}），没有继续。请分成几个包。"],
  "fetch-incomplete": ["error", "「{file}」要从网络另取，包内没有。本程序不联网，请取得完整的数据包。"],
  "fetch-present": ["warning", "包内有 fetch.txt（另取清单），所列文件都已在包内。"],
  "fetch-line-invalid": ["error", "fetch.txt 第 {more} 行不合规定。请重新取得数据包。"],
  "oxum-mismatch": ["error", "内容的字节数和件数与「{file}」所记不符（{more}）。请核对复制是否完整，必要时重新取得。"],
  "file-missing": ["error", "缺少「{file}」，清单中有而包内没有。请重新复制或向提供方索取。"],
  "payload-unlisted": ["error", "「{file}」没有列入清单，来历不明。请查明后重新制作数据包。"],
  "tag-file-unlisted": ["warning", "「{file}」没有列入说明类文件清单，没有核对它。"],
  "file-unreadable": ["error", "「{file}」读不出来（{more}）。请检查磁盘或换一个读取设备再核对。"],
  "checksum-mismatch": ["error", "「{file}」已改变或损坏，与清单的校验值不符。请从另一份重新复制。"],
  "manifest-entry-wrong": ["error", "清单「{file}」中「{more}」的校验值有误，而该文件另一校验值相符。请更换这份清单。"],
  "own-file-extra": ["error", "「{file}」不是本程序制作数据包时放入的。请查明来历并移出后再核对。"],
  "own-not-canonical": ["error", "「{file}」与本程序制作时的写法不同，被人改动过。请从另一份重新复制。"],
  "description-missing": ["error", "缺少「说明文件.TXT」。请补齐后再移交。"],
  "description-line-missing": ["error", "「{file}」缺少必填项或内容不对：{more}。请补填后再移交。"],
  "description-line-wanted": ["warning", "「{file}」没有填写：{more}。用光盘等载体移交时请补填。"],
  "catalogue-missing": ["error", "缺少「目录文件.XML」。请补齐后再移交。"],
  "catalogue-element-missing": ["error", "「{file}」{more}。请补齐后再移交。"],
  "xml-doctype": ["error", "「{file}」带有文档类型声明（DTD），为安全起见没有解读。请要求去掉后重新制作。"],
  "xml-broken": ["error", "「{file}」不是完整的 XML，读不出来。请重新取得这份文件。"],
  "xml-too-large": ["error", "「{file}」超过 {more} 的上限，没有解读。请分成几个包。"],
  "text-encoding-wrong": ["error", "「{file}」的内容与所声明的编码（{more}）不符。请要求以 UTF-8 重新制作。"],
  "item-count-mismatch": ["error", "说明文件所记档案数量与目录条数不符（{more}）。请核对后改正。"],
  "page-count-missing": ["warning", "「{file}」{more}没有页数。请补填。"],
  "page-sum-mismatch": ["error", "页数合计不符（{more}）。请核对目录与说明文件。"],
  "code-range-mismatch": ["error", "说明文件的起止档号与目录首尾不符（{more}）。请核对后改正。"],
  "order-number-wrong": ["error", "目录中的顺序号不连续（{more}）。请重新编排。"],
  "archival-code-twice": ["error", "档号「{more}」在目录中出现两次。请核对后改正。"],
  "item-folder-missing": ["error", "目录中的档号「{more}」没有对应的文件夹。请补齐内容。"],
  "item-folder-twice": ["error", "档号「{more}」对应了不止一个文件夹（{file}）。请核对后改正。"],
  "item-folder-unlisted": ["error", "文件夹「{file}」没有列入目录。请查明来历。"],
  "item-metadata-missing": ["error", "「{file}」中没有元数据文件。请补齐。"],
  "item-content-missing": ["error", "「{file}」中没有内容文件。请补齐。"],
  "metadata-mismatch": ["error", "「{file}」与目录不一致：{more}。请核对后改正。"],
  "metadata-digest-mismatch": ["error", "「{file}」与元数据所记的大小或数字摘要不符。请从另一份重新复制。"],
  "metadata-file-unlisted": ["error", "「{file}」没有记入元数据。请查明来历。"],
};

/** Makes one finding with its sentence filled in; long or odd values are cut and shown without control characters. */
export function packageFinding(code: PackageProblemCode, file = "", more: string | number = ""): PackageProblem {
  const shown: Record<string, string> = { file: printable(file), more: printable(String(more)) };
  const message = packageProblemText[code][1].replace(/\{(file|more)\}/g, (_, name: string) => shown[name] ?? "");
  return { code, file, message };
}

/** The verdict that a list of findings amounts to. */
export function verdictOf(problems: readonly PackageProblem[]): PackageVerdict {
  if (problems.some((problem) => packageProblemText[problem.code][0] === "error")) return "invalid";
  return problems.length > 0 ? "warning" : "valid";
}

// Names come from strangers: bidirectional and invisible characters could make a sentence read as another one.
function printable(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, "�");
  return clean.length > 200 ? `${clean.slice(0, 200)}…` : clean;
}
