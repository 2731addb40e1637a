// One loose file in the dry run: scans as intake would judge them, and tables, ZIPs and office files besides.
import { extname } from "node:path";
import { sayInputWarning, type InputCheckResult, type InputKind, type InputWarning } from "#contract/input-check";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import type { HelperPool } from "#engine/helper/helper-pool";
import type { RecognisedTable, TableFormat } from "#engine/helper/recognised";
import { printableName } from "./check-name.ts";
import { checkSource, judgeName, kindOf, refuseFormat } from "./check-source.ts";
import { checkTable } from "./check-table.ts";
import { checkZip } from "./check-zip.ts";
import { formatName, identifyFormat, type InputFormat } from "./identify-format.ts";
import { checkDigital, checkRecording, type DigitalJudgement } from "./check-digital.ts";
import { isDigital, isRecording } from "./judge-digital.ts";
import { peekSource, readSource, withSource } from "./read-source.ts";

export type LooseFileOptions = {
  readonly images: HelperPool;
  readonly tables: HelperPool;
  readonly signal?: AbortSignal | undefined;
};

type Finding = {
  readonly kind: InputKind;
  readonly warnings: readonly InputWarning[];
  readonly good: string;
  readonly row?: number;
};

/** How a file is read as a table; undefined when it is none. */
export function tableFormatOf(format: InputFormat, path: string, bytes: Buffer): TableFormat | undefined {
  if (format === "xlsx" || format === "xls" || format === "ods") return format;
  if (format !== "text") return undefined;
  const extension = extname(path).toLowerCase();
  if (extension === ".csv" || extension === ".tsv") return "csv";
  // A text under another name is a table when its first two lines are split alike.
  const [first = "", second = ""] = bytes.toString("latin1", 0, 8_192).split(/\r?\n/);
  const count = (line: string): number => line.split(/[,\t;]/).length;
  return extension === ".txt" && count(first) > 1 && count(first) === count(second) ? "csv" : undefined;
}

function describeTable({ sheets, warnings, raggedRow }: RecognisedTable): Finding {
  const rows = sheets.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const good = `可以识别的表格，${sheets.length} 张工作表，共 ${rows} 行。`;
  return { kind: "table", warnings, good, ...(raggedRow === null ? {} : { row: raggedRow }) };
}

async function recognise(
  path: string,
  format: InputFormat,
  bytes: Buffer,
  { tables, signal }: LooseFileOptions,
): Promise<Finding> {
  const table = tableFormatOf(format, path, bytes);
  if (table !== undefined) return describeTable(await checkTable(tables, bytes, table, signal));
  if (format === "zip") {
    const { entries } = await checkZip(tables, bytes, { signal });
    const names = entries.map(({ name }) => name).filter((name) => !name.endsWith("/"));
    const some = names.slice(0, 3).map((name) => `「${printableName(name)}」`);
    const rest = names.length > some.length ? "等" : "";
    return {
      kind: "zip",
      warnings: [],
      good: `压缩包完好，内有${some.join("")}${rest} ${names.length} 个文件，没有解开。`,
    };
  }
  if (format === "text") return { kind: "other", warnings: ["not-viewable"], good: "" };
  if (format === "office-encrypted") throw new Refusal("table-password");
  throw refuseFormat(format, path);
}

const isForIntake = (format: InputFormat): boolean => ["jpeg", "png", "tiff", "pdf", "jp2", "j2k"].includes(format);
const isOffice = (format: InputFormat): boolean => ["xlsx", "xls", "ods", "zip"].includes(format);

function tellDigital(path: string, { format, warnings, message }: DigitalJudgement): InputCheckResult {
  const [code] = warnings;
  const good = `可以录入的电子文件（${formatName[format]}），原样保存。`;
  if (code === undefined) return { path, kind: "other", outcome: "accept", code: "ok", message: good };
  return { path, kind: "other", outcome: "warn", code, message: `${message} ${good}` };
}

/** The result for one file; what is wrong with it is an outcome. Refuses only `task-cancelled`. */
export async function checkLooseFile(path: string, options: LooseFileOptions): Promise<InputCheckResult> {
  let kind: InputKind = "other";
  try {
    const nameWarnings = judgeName(path);
    if (isRecording(identifyFormat(await peekSource(path)))) {
      const judged = await withSource(path, (opened) => checkRecording(options.images, path, opened, options.signal));
      return tellDigital(path, judged);
    }
    const { bytes } = await readSource(path, options.signal);
    const format = identifyFormat(bytes);
    kind = kindOf(format);
    if (isForIntake(format)) {
      const judged = await checkSource(options.images, { path, bytes }, { signal: options.signal });
      return { path, kind, outcome: judged.outcome, code: judged.code, message: judged.message };
    }
    if (isDigital(format) && kind !== "table")
      return tellDigital(
        path,
        await checkDigital(options.images, path, format, { bytes, size: bytes.length }, options.signal),
      );
    // A document under the name of a scan or another document is not what it says it is.
    const misnamed = refuseFormat(format, path);
    if (misnamed.code === "format-mismatch" && (isOffice(format) || format === "text")) throw misnamed;
    const found = await recognise(path, format, bytes, options);
    kind = found.kind;
    const warnings = [...nameWarnings, ...found.warnings];
    const details = { actual: formatName[format], row: found.row ?? 1 };
    const [code] = warnings;
    if (code === undefined) return { path, kind, outcome: "accept", code: "ok", message: found.good };
    const message = [...warnings.map((warning) => sayInputWarning(warning, details)), found.good].join(" ").trim();
    return { path, kind, outcome: "warn", code, message };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === "task-cancelled") throw error;
    return { path, kind, outcome: "reject", code: error.code, message: sayRefusal(error.code, error.details) };
  }
}
