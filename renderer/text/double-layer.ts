// Words of double-layer export and of the received PDF.
import type { Output } from "#contract/contract";
import type { DoubleLayerFormat, DoubleLayerOutcome } from "#contract/double-layer";
import { sayBytes, sayCount } from "./format.ts";

type Plan = Output<"double-layer.plan">;

/** What stays, a sentence each; nothing where everything leaves. */
function sayStaying(plan: Plan): string[] {
  return [
    plan.restrictedCount > 0 ? `限制件 ${sayCount(plan.restrictedCount)} 件：页面和文字都不导出。` : "",
    plan.unjudgedCount > 0
      ? `有页面像是个人材料、尚未确认的 ${sayCount(plan.unjudgedCount)} 件：确认开放标识后再导出。`
      : "",
    plan.pagelessCount > 0 ? `没有页面的 ${sayCount(plan.pagelessCount)} 件：没有可导出的内容。` : "",
    plan.digitalFileCount > 0 ? `电子文件 ${sayCount(plan.digitalFileCount)} 个：不是页面，请在件中另存原件。` : "",
    plan.unreadPageCount > 0
      ? `要导出的页中有 ${sayCount(plan.unreadPageCount)} 页尚未识别，只有图像，没有文字层。`
      : "",
  ].filter(Boolean);
}

export const doubleLayerText = {
  action: "导出双层 PDF / OFD…",
  mark: "导出…",
  title: "导出双层文件",
  plan: ({ itemCount, pageCount, bytes }: Plan): string =>
    `${sayCount(itemCount)} 件，${sayCount(pageCount)} 页，图像约 ${sayBytes(bytes)}`,
  what: "导出",
  staying: sayStaying,
  stays: "说明",
  nothing: "所选各件都不能导出。",
  format: "格式",
  formats: { pdf: "PDF（PDF/A-2b）", ofd: "OFD（OFD-A）" } satisfies Record<DoubleLayerFormat, string>,
  formatNotes: {
    pdf: "图像原样放入，识别文字不可见地压在图像上，可选可搜。",
    ofd: "依 GB/T 33190-2016（待核对）写成，本机已读回核对；未在商用阅读器中验证。",
  } satisfies Record<DoubleLayerFormat, string>,
  arrangement: "文件",
  arrangements: { each: "每件一个文件，以档号命名", one: "合成一个文件，每件一个书签" },
  folder: "写到哪里",
  choose: "选择文件夹…",
  chooseTitle: "选择双层文件写到哪里",
  notChosen: "还没有选。",
  plainNote: "写出的文件不再加密，请按内部资料保管。",
  write: "写出并核对",
  cancel: "取消",
  task: (items: number): string => `导出双层文件 ${sayCount(items)} 件`,
  done: ({ writtenCount, pageCount, fileCount }: Output<"double-layer.write">): string =>
    `已写出并核对 ${sayCount(writtenCount)} 件 ${sayCount(pageCount)} 页，${sayCount(fileCount)} 个文件`,
  resultTitle: "导出结果",
  result: (done: Output<"double-layer.write">): string =>
    [
      `写出 ${sayCount(done.writtenCount)} 件 ${sayCount(done.pageCount)} 页，${sayCount(done.fileCount)} 个文件，逐页读回一致`,
      done.unreadPageCount > 0 ? `其中 ${sayCount(done.unreadPageCount)} 页尚未识别，无文字层` : "",
      done.leftOutCount > 0 ? `未导出 ${sayCount(done.leftOutCount)} 件` : "",
      done.failedCount > 0 ? `没有写成 ${sayCount(done.failedCount)} 件` : "",
    ]
      .filter(Boolean)
      .join("；"),
  outcomes: { written: "已写出", "left-out": "未导出", failed: "没有写成" } satisfies Record<
    DoubleLayerOutcome["outcome"],
    string
  >,
  line: ({ pageCount, unreadPageCount, message }: DoubleLayerOutcome): string =>
    message ||
    (unreadPageCount > 0
      ? `${sayCount(pageCount)} 页，其中 ${sayCount(unreadPageCount)} 页尚未识别，无文字层`
      : `${sayCount(pageCount)} 页`),
  more: (count: number): string => `另有 ${sayCount(count)} 件没有列出`,
  reveal: "在文件夹中显示",
  close: "关闭",
  ofdNote: "本机不显示 OFD 版面，原件已完整保存。",
  ofdFacts: ({ title, author, docId, createdOn, pageCount, isSigned }: Output<"source.describe-ofd">) =>
    (
      [
        ["文内题名", title],
        ["文内作者", author],
        ["文内日期", createdOn],
        ["版面页数", pageCount === null ? "" : sayCount(pageCount)],
        ["文档标识", docId],
        ["签章", isSigned ? "带有签章，未验证" : ""],
      ] as const
    ).filter(([, value]) => value !== ""),
  source: "查看 PDF 原件",
  sourceTitle: (name: string, pages: number): string => `${name}（原件，共 ${sayCount(pages)} 页）`,
  sourceNote: "原件只看不运行；有文字的页可以选取复制。",
  pages: {
    label: "PDF 原件",
    broken: "原件没有打开。档案库未动，请重新打开再试。",
    page: (number: number, of: number) => `第 ${number} 页，共 ${of} 页`,
  },
};
