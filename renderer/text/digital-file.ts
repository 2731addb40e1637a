// Words of digital files: what is said of one wherever it is shown.
import { digitalFormatLabel, type DigitalFile } from "#contract/digital-file";
import { sayInputWarning, inputWarning } from "#contract/input-check";
import { sayBytes, sayCount, sayMinute } from "./format.ts";

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** 3661000 → 1:01:01. */
export function sayDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const rest = `${twoDigits(minutes)}:${twoDigits(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

export const digitalText = {
  title: "电子文件",
  count: (count: number): string => `电子文件 ${sayCount(count)} 个`,
  format: (file: DigitalFile): string => digitalFormatLabel[file.format],
  awaiting: "待转换",
  saveCopy: "另存阅读副本…",
  macro: "含宏，未运行",
  saveAs: "另存原件…",
  saveTitle: "原件另存为",
  saveTask: "另存原件",
  saved: (name: string): string => `已另存并复核：${name}`,
  supply: "附阅读副本…",
  supplyAgain: "换阅读副本…",
  supplyTask: "核对阅读副本",
  supplied: "已附阅读副本，原件未动",
  warnings: (file: DigitalFile): string[] =>
    file.warnings.flatMap((code) => {
      const known = inputWarning.safeParse(code);
      return known.success ? [sayInputWarning(known.data, { actual: digitalFormatLabel[file.format] })] : [];
    }),
};

/** Properties of a file as label and value, what is not known left out. */
export function digitalFacts(file: DigitalFile): (readonly [string, string])[] {
  const { recording, readingCopy } = file;
  const facts: (readonly [string, string | number | null | undefined])[] = [
    ["格式", [digitalFormatLabel[file.format], file.formatVersion].filter(Boolean).join(" · ")],
    ["大小", sayBytes(file.size)],
    ["原文件名", file.sourceName],
    ["生成程序", file.madeWith],
    ["时长", typeof recording?.durationMs === "number" ? sayDuration(recording.durationMs) : ""],
    ["编码", recording?.codec],
    ["画面", recording?.width && recording.height ? `${recording.width}×${recording.height}` : ""],
    ["帧率", recording?.frameRate ? `${recording.frameRate} 帧/秒` : ""],
    ["采样率", recording?.sampleRate ? `${sayCount(recording.sampleRate)} Hz` : ""],
    ["位深", recording?.bitDepth ? `${recording.bitDepth} 位` : ""],
    ["声道", recording?.channelCount],
    ["文件修改时间", sayMinute(file.sourceModifiedAt)],
    ["录入时间", sayMinute(file.enteredAt)],
    [
      "阅读副本",
      readingCopy
        ? `${readingCopy.format.toUpperCase()} · ${readingCopy.suppliedBy} · ${sayMinute(readingCopy.suppliedAt)}`
        : file.awaitsReadingCopy
          ? "待转换"
          : "",
    ],
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, String(value)] as const] : []));
}
