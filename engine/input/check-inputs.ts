// 录入前检查: recognises every path from outside and says what taking it in would mean. Nothing is stored or unpacked.
import type { Dirent } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { sayInputWarning, type InputCheckResult, type InputKind } from "#contract/input-check";
import { packageProblemText } from "#contract/package-problem-text";
import type { PackageReport } from "#contract/package-report";
import { Refusal, type RefusalCode, type RefusalDetails } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import { openHelperPool, type HelperPool } from "#engine/helper/helper-pool";
import { checkLooseFile } from "./check-loose-file.ts";
import { printableName } from "./check-name.ts";

/** A check of a whole folder as engine/package does it. */
export type VerifyFolder = (path: string) => Promise<Pick<PackageReport, "verdict" | "problems">>;

export type CheckInputsOptions = {
  readonly verifyBag: VerifyFolder;
  readonly verifyTransfer: VerifyFolder;
  /** Helpers for images; own ones are opened and closed when left out. */
  readonly images?: HelperPool;
  /** Called after each result with the number of results so far. */
  readonly progress?: (count: number) => void;
  readonly signal?: AbortSignal | undefined;
};

type Tools = CheckInputsOptions & { readonly images: HelperPool; readonly tables: HelperPool };

const depthLimit = 100;

function rejected(path: string, kind: InputKind, code: RefusalCode, details: RefusalDetails = {}): InputCheckResult {
  return { path, kind, outcome: "reject", code, message: sayRefusal(code, details) };
}

function refuseOpening(path: string, error: unknown): InputCheckResult {
  const { code } = error as NodeJS.ErrnoException;
  const name = printableName(basename(path));
  if (code === "ENAMETOOLONG") return rejected(path, "other", "name-too-long", { limit: 255 });
  const isMissing = code === "ENOENT" || code === "ENOTDIR" || code === "ERR_INVALID_ARG_VALUE";
  return rejected(path, "other", isMissing ? "source-missing" : "source-unreadable", { name });
}

/** What a folder is by the names directly inside it (RFC 8493, 2; DA/T 93-2022, annex B, 待核对). */
function folderKind(entries: readonly Dirent[]): "bag" | "transfer-folder" | undefined {
  const names = new Set(entries.map(({ name }) => name.normalize("NFC").toUpperCase()));
  const hasManifest = [...names].some((name) => /^MANIFEST-.+\.TXT$/.test(name));
  if (names.has("BAGIT.TXT") || (names.has("DATA") && hasManifest)) return "bag";
  const isOlder = names.has("文件目录.XML") || names.has("案卷目录.XML");
  if (names.has("目录文件.XML") || (names.has("说明文件.TXT") && isOlder)) return "transfer-folder";
  return undefined;
}

async function checkFolder(path: string, kind: "bag" | "transfer-folder", tools: Tools): Promise<InputCheckResult> {
  try {
    const { verdict, problems } = await (kind === "bag" ? tools.verifyBag(path) : tools.verifyTransfer(path));
    const [first] = [...problems].sort((one, other) => weight(one.code) - weight(other.code));
    if (first === undefined) return { path, kind, outcome: "accept", code: "ok", message: "核对无误，可以接收。" };
    const rest = problems.length > 1 ? `（共 ${problems.length} 项，此为其一）` : "";
    const outcome = verdict === "invalid" ? "reject" : verdict === "warning" ? "warn" : "accept";
    return { path, kind, outcome, code: first.code, message: `${first.message}${rest}` };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === "task-cancelled") throw error;
    return rejected(path, kind, error.code, error.details);
  }
}

const weight = (code: PackageReport["problems"][number]["code"]): number =>
  packageProblemText[code][0] === "error" ? 0 : 1;

async function* checkPath(path: string, depth: number, tools: Tools): AsyncGenerator<InputCheckResult, void> {
  if (tools.signal?.aborted === true) throw new Refusal("task-cancelled");
  let isFolder: boolean;
  let entries: Dirent[] = [];
  try {
    const facts = await lstat(path);
    if (facts.isSymbolicLink()) return yield rejected(path, "other", "link-refused");
    isFolder = facts.isDirectory();
    if (isFolder) entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    return yield refuseOpening(path, error);
  }
  if (!isFolder) return yield await checkLooseFile(path, tools);
  const kind = folderKind(entries);
  if (kind !== undefined) return yield await checkFolder(path, kind, tools);
  if (depth >= depthLimit) return yield rejected(path, "other", "nesting-too-deep", { limit: depthLimit });
  if (entries.length === 0) {
    const message = sayInputWarning("folder-empty");
    return yield { path, kind: "other", outcome: "warn", code: "folder-empty", message };
  }
  for (const name of entries.map((entry) => entry.name).sort()) {
    const inside = join(path, name);
    // Bytes that are no text come back as U+FFFD and cannot be opened under that name.
    if (name.includes("\uFFFD")) yield rejected(inside, "other", "name-unsafe", { name: printableName(name) });
    else yield* checkPath(inside, depth + 1, tools);
  }
}

/**
 * One result per path as given; a folder that is a bag or a transfer folder is one input, other folders are walked
 * with one result per file, links are not followed. What is wrong with an input is its outcome, and the rest goes on.
 * Refuses only `task-cancelled`.
 */
export async function* checkInputs(
  paths: readonly string[],
  options: CheckInputsOptions,
): AsyncGenerator<InputCheckResult, void> {
  const tables = openHelperPool({ name: "table-helper", size: 1 });
  const images = options.images ?? openHelperPool({ name: "image-helper" });
  let count = 0;
  try {
    for (const path of paths)
      for await (const result of checkPath(path, 0, { ...options, images, tables })) {
        yield result;
        count += 1;
        options.progress?.(count);
      }
  } finally {
    tables.close();
    if (options.images === undefined) images.close();
  }
}
