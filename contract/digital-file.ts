// 电子文件 — a born-digital file, kept as it came and never rendered or run (GB/T 18894-2016; DA/T 50-2014, 78-2019 for recordings).
import { z } from "zod";
import { keepers, read, task, write } from "./procedure.ts";

export const digitalFileId = z.string().min(1).brand<"DigitalFileId">();
export type DigitalFileId = z.infer<typeof digitalFileId>;

/** What a digital file is by its content. */
export const digitalFormat = z.enum([
  "docx",
  "wps",
  "doc",
  "xlsx",
  "et",
  "xls",
  "ofd",
  "html",
  "mhtml",
  "eml",
  "mp3",
  "wav",
  "m4a",
  "mp4",
]);
export type DigitalFormat = z.infer<typeof digitalFormat>;
export const digitalFormatLabel: Record<DigitalFormat, string> = {
  docx: "DOCX 文档",
  wps: "WPS 文字",
  doc: "旧版 Word 文档",
  xlsx: "XLSX 表格",
  et: "ET 表格",
  xls: "旧版 Excel 表格",
  ofd: "OFD 版式文件",
  html: "网页",
  mhtml: "网页（单个文件）",
  eml: "电子邮件",
  mp3: "MP3 录音",
  wav: "WAV 录音",
  m4a: "M4A 录音",
  mp4: "MP4 录像",
};

/** Formats that are listened to or watched; they need no reading copy. */
export const recordedFormats = ["mp3", "wav", "m4a", "mp4"] as const satisfies readonly DigitalFormat[];
export type RecordedFormat = (typeof recordedFormats)[number];
/** Formats that some other program lays out anew each time: until a reading copy is supplied they are 待转换. OFD is laid out itself. */
export const isFlowing = (format: DigitalFormat): boolean =>
  format !== "ofd" && !recordedFormats.some((each) => each === format);

/** 时长, 编码, 采样率 … of a recording as its header says; null where the header is silent. Milliseconds, hertz, bits, pixels. */
export const recordingFacts = z
  .object({
    durationMs: z.number().int().nullable(),
    codec: z.string(),
    sampleRate: z.number().int().nullable(),
    bitDepth: z.number().int().nullable(),
    channelCount: z.number().int().nullable(),
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
    frameRate: z.number().nullable(),
  })
  .readonly();
export type RecordingFacts = z.infer<typeof recordingFacts>;

/** 阅读副本: a PDF or OFD supplied for reading, with who brought it and when. */
export const readingCopy = z
  .object({
    format: z.enum(["pdf", "ofd"]),
    sourceName: z.string(),
    suppliedBy: z.string(),
    suppliedAt: z.iso.datetime(),
  })
  .readonly();
export type ReadingCopy = z.infer<typeof readingCopy>;

/** One digital file; size in bytes. `sourceModifiedAt` is when the file says it was last written, `enteredAt` when it came in here. */
export const digitalFile = z
  .object({
    id: digitalFileId,
    sourceName: z.string(),
    format: digitalFormat,
    formatVersion: z.string(),
    madeWith: z.string(),
    hasMacro: z.boolean(),
    size: z.number().int(),
    sourceModifiedAt: z.iso.datetime(),
    enteredAt: z.iso.datetime(),
    /** Codes of what intake warned of. */
    warnings: z.array(z.string()).readonly(),
    recording: recordingFacts.nullable(),
    readingCopy: readingCopy.nullable(),
    /** 待转换. */
    awaitsReadingCopy: z.boolean(),
  })
  .readonly();
export type DigitalFile = z.infer<typeof digitalFile>;

export const digitalFileProcedures = {
  /** Digital files that belong to no item yet, in the order they came in. */
  "digital-file.tray": read({
    roles: keepers,
    input: z.object({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ rows: z.array(digitalFile).readonly(), total: z.number().int() }),
  }),
  /** Puts digital files of the tray away for good, keys and bytes with them; files of an item are refused. */
  "digital-file.discard": write({
    roles: keepers,
    input: z.object({ ids: z.array(digitalFileId).min(1).max(5000) }),
    output: z.object({ discardedCount: z.number().int() }),
    refusals: ["digital-file-not-found", "digital-file-in-use"],
  }),
  /** 另存原件: written byte for byte, read again and compared before it has its name; a file of a restricted item is refused (P12). */
  "digital-file.save-as": task({
    roles: keepers,
    input: z.object({
      id: digitalFileId,
      path: z.string().min(1),
      mayReplace: z.boolean().default(false),
      /** The reading copy instead of the original. */
      isCopy: z.boolean().default(false),
    }),
    output: z.object({ path: z.string(), size: z.number().int(), sha256: z.string() }),
    refusals: [
      "digital-file-not-found",
      "digital-file-restricted",
      "digital-file-damaged",
      "target-exists",
      "target-not-writable",
      "target-file-limit",
      "target-lost",
      "disk-full",
      "task-cancelled",
    ],
  }),
};
