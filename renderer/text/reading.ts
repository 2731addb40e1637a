// Words of 文字识别: how far it is, the text beside a page, proposals beside fields.
import { sayCount } from "./format.ts";

export const readingText = {
  line: "文字识别",
  run: (done: number, total: number): string => `识别 ${sayCount(done)}/${sayCount(total)}`,
  runMore: (count: number, minutes: number | null): string =>
    [
      `后台识别文字，还有 ${sayCount(count)} 页`,
      minutes === null ? "" : minutes < 1 ? "不到 1 分钟" : `约 ${sayCount(Math.ceil(minutes))} 分钟`,
    ]
      .filter(Boolean)
      .join("，"),
  paused: (count: number): string => `识别已暂停 ${sayCount(count)}`,
  pausedMore: (count: number): string => `识别已暂停，还有 ${sayCount(count)} 页没有识别，检索不到其中的文字`,
  stuck: "识别已停下",
  pause: "暂停识别",
  resume: "继续识别",
  obstacles: {
    "disk-full": "磁盘空间不足，识别已停下，腾出空间后自动继续",
    "model-pack-damaged": "识别模型损坏，识别已停下，请在设置中换用自带的模型",
  },
  panel: "识别文本",
  showPanel: "识别文本",
  closePanel: "收起",
  onlyHelp: "供查找和抄录，以图像为准。标出的字没有把握。",
  waiting: "这一页还没有识别，已排到最前，读完后显示在这里。",
  waitingPaused: "这一页还没有识别，识别已暂停。",
  rereading: "图像改过，正等着重新识别；下面是改之前的识别结果。",
  unreadable: "未能识别：可能是手写、照片，或图像不清。检索不到这一页的文字，请凭题名和档号查找。",
  empty: "这一页没有读出文字。",
  again: "重新识别",
  saidAgain: "已排队重新识别",
  copy: "复制全文",
  copied: "已复制这一页的识别文本",
  copyFailed: "没有复制成功，内容未变。可以选中文字后按 Ctrl+C。",
  personal: (what: string): string => `识别为${what}：文字不列入检索`,
  notReliable: "整页识别没有把握",
  personalDefault: (what: string): string => `识别到${what}，默认限制；核对后可以改`,
  badge: { waiting: "待识别", unreadable: "未能识别" },
  badgeTitle: {
    waiting: "还没有识别，暂时检索不到这一页的文字",
    unreadable: "未能识别，检索不到这一页的文字",
  },
  proposed: "识别",
  take: "采用",
  takeKeys: "Ctrl+Enter",
  takeHint: "在栏里按 Ctrl+Enter 采用",
  showPlace: "在页面上查看",
  sure: (confidence: number): string => `把握 ${Math.round(confidence * 100)}%`,
  doubtful: "标出的字请逐字核对",
  noField: "先把光标放进要填的栏，再点页面上的文字",
  idNumber: "这一行有证件号码，没有填入。著录只写事由，不写证件号码。",
  takenDoubtful: "已填入，其中有没把握的字或人名、金额，请对照图像逐字核对",
  taken: "已填入，请对照图像核对",
};
