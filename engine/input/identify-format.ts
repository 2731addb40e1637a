import { mp3FrameAt } from "#engine/helper/describe-mp3";
import { readCompound } from "#engine/helper/read-compound";

/** What a file is by its content. The name plays no part. */
export type InputFormat =
  | "jpeg"
  | "png"
  | "tiff"
  | "jp2"
  | "j2k"
  | "pdf"
  | "heic"
  | "webp"
  | "gif"
  | "bmp"
  | "svg"
  | "xlsx"
  | "xls"
  | "ods"
  | "text"
  | "zip"
  | "ofd"
  | "docx"
  | "pptx"
  | "doc"
  | "wps"
  | "et"
  | "compound"
  | "office-encrypted"
  | "html"
  | "mhtml"
  | "eml"
  | "mp3"
  | "wav"
  | "m4a"
  | "mp4"
  | "mov"
  | "xml"
  | "json"
  | "program"
  | "script"
  | "shortcut"
  | "rar"
  | "7z"
  | "gzip"
  | "sqlite"
  | "empty"
  | "unknown";

/** The word shown for a format where a sentence names it. */
export const formatName: Record<InputFormat, string> = {
  jpeg: "JPEG 图像",
  png: "PNG 图像",
  tiff: "TIFF 图像",
  jp2: "JPEG 2000 图像",
  j2k: "JPEG 2000 码流",
  pdf: "PDF 文件",
  heic: "HEIC 图像",
  webp: "WebP 图像",
  gif: "GIF 图像",
  bmp: "BMP 图像",
  svg: "SVG 图形",
  xlsx: "Excel 表格",
  xls: "旧版 Excel 表格",
  ods: "ODS 表格",
  text: "文本",
  zip: "ZIP 压缩包",
  ofd: "OFD 文件",
  docx: "Word 文档",
  pptx: "演示文稿",
  doc: "旧版 Word 文档",
  wps: "WPS 文字",
  et: "ET 表格",
  compound: "旧版 Office 文件",
  "office-encrypted": "加密的 Office 文档",
  html: "网页",
  mhtml: "网页（单个文件）",
  eml: "电子邮件",
  mp3: "MP3 录音",
  wav: "WAV 录音",
  m4a: "M4A 录音",
  mp4: "MP4 录像",
  mov: "MOV 录像",
  xml: "XML 文件",
  json: "JSON 数据",
  program: "程序",
  script: "脚本",
  shortcut: "快捷方式",
  rar: "RAR 压缩包",
  "7z": "7z 压缩包",
  gzip: "GZIP 压缩包",
  sqlite: "数据库文件",
  empty: "空文件",
  unknown: "无法识别的内容",
};

const magic: readonly (readonly [InputFormat, string, number?])[] = [
  ["jpeg", "ffd8ff"],
  ["png", "89504e470d0a1a0a"],
  ["tiff", "49492a00"],
  ["tiff", "4d4d002a"],
  ["tiff", "49492b000800"],
  ["tiff", "4d4d002b0008"],
  ["jp2", "0000000c6a5020200d0a870a"],
  ["j2k", "ff4fff51"],
  ["gif", "474946383761"],
  ["gif", "474946383961"],
  ["bmp", "424d"],
  ["program", "4d5a"],
  ["program", "7f454c46"],
  ["program", "cffaedfe"],
  ["shortcut", "4c0000000114020000000000c000000000000046"],
  ["rar", "526172211a07"],
  ["7z", "377abcaf271c"],
  ["gzip", "1f8b08"],
  ["sqlite", "53514c69746520666f726d6174203300"],
  ["webp", "57454250", 8],
  ["wav", "57415645", 8],
  ["mp3", "494433"],
];

/** Major brands of ISO-BMFF files (ISO 14496-12; mp4ra.org). */
const brands: readonly (readonly [InputFormat, RegExp])[] = [
  ["heic", /^(heic|heix|hevc|heim|heis|mif1|msf1|avif)$/],
  ["m4a", /^M4[AB] $/],
  ["mp4", /^(isom|iso[2-9]|mp4[12]|mp71|avc1|dash|M4V |MSNV|3gp[4-9])$/],
  ["mov", /^qt {2}$/],
];

function identifyFilm(bytes: Buffer): InputFormat | undefined {
  if (bytes.toString("latin1", 4, 8) !== "ftyp") return undefined;
  const brand = bytes.toString("latin1", 8, 12);
  return brands.find(([, known]) => known.test(brand))?.[0];
}

function identifyZip(bytes: Buffer): InputFormat {
  // Names stand in clear in the central directory at the end and in the local headers at the start.
  const holds = (name: string): boolean =>
    bytes.subarray(0, 65_536).includes(name) || bytes.subarray(Math.max(0, bytes.length - 262_144)).includes(name);
  if (bytes.subarray(0, 200).includes("application/vnd.oasis.opendocument.spreadsheet")) return "ods";
  if (holds("[Content_Types].xml")) {
    if (holds("ppt/presentation")) return "pptx";
    return holds("xl/") ? "xlsx" : "docx";
  }
  return holds("OFD.xml") ? "ofd" : "zip";
}

/** One whose directory cannot be read any more, by the words left in it; it is refused as damaged when it is described. */
function guessCompound(bytes: Buffer): InputFormat {
  const holds = (name: string): boolean => bytes.includes(Buffer.from(name, "utf16le"));
  if (holds("EncryptedPackage")) return "office-encrypted";
  return holds("Workbook") || holds("Book\0") ? "xls" : "doc";
}

/** By the names of the streams inside; WPS and ET write Word's and Excel's streams and leave one of their own beside them. */
function identifyCompound(bytes: Buffer): InputFormat {
  const names = readCompound(bytes)?.entries.map((entry) => entry.name);
  if (!names) return guessCompound(bytes);
  const holds = (name: RegExp): boolean => names.some((each) => name.test(each));
  if (holds(/^EncryptedPackage$/)) return "office-encrypted";
  if (holds(/^(Workbook|Book)$/)) return holds(/^ET[A-Z]/) ? "et" : "xls";
  if (holds(/^WordDocument$/)) return holds(/^Wps/) ? "wps" : "doc";
  return "compound";
}

/** Mail begins with header lines (RFC 5322, 2.2); a page saved as one file is written like one (RFC 2557). */
function identifyMail(head: string): InputFormat | undefined {
  const lines = (head.split(/\r?\n\r?\n/, 1)[0] ?? "").split(/\r?\n/);
  if (
    !lines.every((line, at) => /^[!-9;-~]+:/.test(line) || (at > 0 && /^[ \t]/.test(line)) || at === lines.length - 1)
  )
    return undefined;
  const has = (name: string): boolean => lines.some((line) => line.toLowerCase().startsWith(`${name}:`));
  const known = ["from", "to", "date", "subject", "received", "message-id", "mime-version", "return-path"].filter(has);
  if (known.length < 2 && !has("snapshot-content-location")) return undefined;
  const isSaved = has("snapshot-content-location") || /^from:\s*<saved by/im.test(head);
  const isPage = /^content-type:\s*multipart\/related/im.test(head) && !has("to") && !has("received");
  return isSaved || (isPage && !has("message-id")) ? "mhtml" : "eml";
}

function identifyText(bytes: Buffer): InputFormat {
  const head = bytes.subarray(0, 4_096);
  const isUtf16 = head.toString("latin1", 0, 2) === "\xff\xfe" || head.toString("latin1", 0, 2) === "\xfe\xff";
  // A text with a stray NUL is still a text, of which check-table.ts names the row.
  if (!isUtf16 && head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length > head.length / 20)
    return "unknown";
  const text = head
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart()
    .toLowerCase();
  if (text.startsWith("#!") || text.startsWith("@echo")) return "script";
  if (text.startsWith("[internetshortcut]")) return "shortcut";
  // An HTML application is a program whatever it is called.
  if (text.includes("<hta:application")) return "script";
  if (/^(<!--.*?-->\s*)?(<!doctype html|<html|<head|<script|<table)/s.test(text)) return "html";
  if (text.startsWith("<svg") || (/^<(\?xml|!doctype)/.test(text) && text.includes("<svg"))) return "svg";
  if (text.startsWith("<?xml") && text.includes("<html")) return "html";
  if (text.startsWith("<?xml") || text.startsWith("<!doctype")) return "xml";
  const mail = identifyMail(head.toString("latin1").replace(/^\xef\xbb\xbf/, ""));
  if (mail) return mail;
  return /^[[{]/.test(text) && /^[[{\s]*["\d\]}[{]/.test(text) && !text.includes("\t") ? "json" : "text";
}

/** Tells the format of a file from its bytes (all of them, or at least the first and last 256 KB). */
export function identifyFormat(bytes: Buffer): InputFormat {
  if (bytes.length === 0 || !bytes.some((byte) => byte !== 0)) return "empty";
  const head = bytes.toString("hex", 0, 32);
  for (const [format, signature, at = 0] of magic) if (head.startsWith(signature, at * 2)) return format;
  const film = identifyFilm(bytes);
  if (film) return film;
  if (head.startsWith("504b0304") || head.startsWith("504b0506")) return identifyZip(bytes);
  if (head.startsWith("d0cf11e0a1b11ae1")) return identifyCompound(bytes);
  // A PDF may have up to 1,024 bytes of something else before its header (ISO 32000-1, annex H, note 13).
  if (bytes.subarray(0, 1_029).includes("%PDF-")) return "pdf";
  const frame = mp3FrameAt(bytes, 0);
  // Two bytes of a sync are soon met by chance; a second frame where the first one ends is not.
  if (frame && (bytes.length <= frame.length + 4 || mp3FrameAt(bytes, frame.length))) return "mp3";
  return identifyText(bytes);
}
