// Sentences of refusals about 文字识别 and its models; refusal-text.ts has all others and the rules for them.
import type { RefusalCode } from "./refusal.ts";

export const readingRefusalText = {
  "model-pack-damaged":
    "文字识别模型「{name}」的文件缺失或与清单不符，没有使用它，档案内容未变。请重新取得模型，或改用随附的模型。",
  "model-pack-invalid":
    "所选位置没有可用的模型清单（{name}），没有导入，现用的模型未变。请选择含有模型清单和四个模型文件的文件夹。",
  "model-pack-misreads": "模型「{name}」没有正确认出试读的一行字，没有导入，现用的模型未变。请核对模型的来源。",
  "model-pack-not-found": "没有找到名为「{name}」的文字识别模型，现用的模型未变。请刷新后重新选择。",
  "model-pack-taken": "已有名为「{name}」的文字识别模型，没有重复导入，现用的模型未变。请直接选用它。",
  "model-pack-too-large":
    "模型「{name}」在这台电脑上试读时内存不够或太慢，没有导入，现用的模型未变。请改用较小的模型。",
  "page-unreadable": "页上有字迹，但没有一行能认出来，没有写出文字，原件未变。请人工查看，或重新扫描得清楚些。",
  "read-inside-archive": "此处在档案库文件夹里面，没有识别，档案内容未动。请在程序窗口中查看档案的识别结果。",
  "read-same-name": "另有一个同名文件「{name}」，识别出的文字会互相覆盖，这一个没有识别。请改名或分开识别。",
} satisfies Partial<Record<RefusalCode, string>>;
