// 全部导出: a plain folder that needs no program of ours, written whole, read again, or not there at all.
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { lstat, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { getContentKey } from "#db/keys";
import { addOpenExport } from "#db/open-export";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { renameWithPatience, syncFiles, syncFolders } from "#engine/package/durable-folder";
import { refuseTargetError } from "#engine/package/refuse-target-error";
import { freeBytes } from "#engine/vault/ballast";
import { sealedPath } from "#engine/vault/archive-folder";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { openPart } from "#vault-format/open-file";
import { syncFolder } from "#vault-format/seal-file";
import { checkCsv, checkFiles, checkJson, checkWorkbook } from "./check-export.ts";
import { exportHeadings, exportRow } from "./export-columns.ts";
import { gatherExport, isRestricted, type ExportedItem, type ExportFile } from "./gather-export.ts";
import { gatherRestrictedRows, gatherSheets, renderTables } from "./gather-sheets.ts";
import { renderCsv } from "./neutral-csv.ts";
import { renderJson } from "./render-json.ts";
import { renderReadme } from "./render-readme.ts";
import { renderWorkbook, sheetName } from "./render-workbook.ts";

const listName = "校验清单.txt";
/** Everything beside the items: one workbook, one JSON, a CSV for each table. */
const registers = "各种登记";
const restrictedName = "限制件记录.json";
const ownNames = new Set([
  ...["目录.xlsx", "目录.csv", "目录.json", "文件", "说明.txt", listName],
  ...[registers, `${registers}.xlsx`, `${registers}.json`, restrictedName],
]);
/** Room for the lists, and for the last block of every file. */
const roomPerItem = 8 * 1024;
/** Room for the sheets of everything else in three forms. */
const roomForSheets = 16 * 1024 * 1024;

/** Refuses what the contract names; nothing is left at the target unless it is finished and checked. */
export async function writeExport(
  house: House,
  archive: OpenArchive,
  input: Input<"open-export.write">,
  job: Job,
): Promise<Output<"open-export.write">> {
  const db = archive.connection.read;
  const all = gatherExport(db);
  if (all.length === 0) throw new Refusal("open-export-empty");
  const restricted = all.filter(isRestricted);
  const items = all.map((item) =>
    isRestricted(item) && !input.restricted ? { ...item, folder: "", files: [] } : item,
  );
  const files = items.flatMap((item) => item.files);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const madeAt = house.clock.now();
  const name = `${archive.name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, "-").slice(0, 40)}_全部导出_${madeAt.slice(0, 10)}`;
  const target = join(input.into, name);
  const partial = `${target}.partial`;
  await makeRoom(input.into, target, partial, name, bytes + all.length * roomPerItem + roomForSheets);
  const leftOut = input.restricted ? 0 : restricted.reduce((sum, item) => sum + item.files.length, 0);
  const counts = { itemCount: items.length, fileCount: files.length, restrictedCount: restricted.length };
  try {
    const digests = new Map<string, string>();
    let done = 0;
    for (const file of files) {
      refuseWhenCancelled(job.signal);
      await onTarget(file.path, () => copyOut(archive, partial, file));
      digests.set(file.path, file.sha256);
      job.progress("写出文件", (done += 1), files.length, "file");
    }
    const put = async (path: string, content: Buffer): Promise<void> => {
      await onTarget(path, () => writeFile(join(partial, ...path.split("/")), content, { flag: "wx" }));
      digests.set(path, createHash("sha256").update(content).digest("hex"));
    };
    const rows = items.map(({ record, former, folder }) => exportRow(record, former, folder));
    const turnOf =
      (step: string) =>
      (at: number, total: number): void => {
        refuseWhenCancelled(job.signal);
        job.progress(step, at, total, "row");
      };
    const turn = (at: number): void => turnOf("写出目录")(at, rows.length);
    const catalogue = { name: sheetName, headings: exportHeadings, rows };
    await put("目录.xlsx", await renderWorkbook([catalogue], turn));
    await put("目录.csv", renderCsv(exportHeadings, rows));
    await put("目录.json", renderJson(db, items, madeAt));
    for (const item of items)
      if (isRestricted(item) && item.files.length > 0) await put(`文件/${item.folder}/著录.json`, describe(item));
    const tables = await gatherSheets(db, turnOf("读取登记"));
    const tableRows = tables.reduce((sum, table) => sum + table.rows.length, 0);
    await put(`${registers}.xlsx`, await renderWorkbook(tables, (at) => turnOf("写出登记")(at, tableRows)));
    await put(`${registers}.json`, renderTables("邻档 各种登记；限制件只列档号和中性题名", tables));
    for (const { name: of, headings, rows: lines } of tables)
      await put(`${registers}/${of}.csv`, renderCsv(headings, lines));
    if (input.restricted)
      await put(
        restrictedName,
        renderTables("邻档 限制件记录；按登记的理由导出", [
          { name: "件", headings: described, rows: restricted.map(describeCells) },
          ...gatherRestrictedRows(db),
        ]),
      );
    await put("说明.txt", renderReadme({ ...counts, tables, madeAt, leftOut, reason: input.restricted?.reason ?? "" }));
    const list = Buffer.from([...digests].map(([path, digest]) => `${digest}  ${path}\n`).join(""), "utf8");
    await put(listName, list);
    const listDigest = digests.get(listName) ?? "";
    await onTarget(name, () =>
      syncFiles(
        [...digests.keys()].map((path) => join(partial, ...path.split("/"))),
        job.signal,
      ),
    );
    await checkWorkbook(partial, "目录.xlsx", [catalogue]);
    await checkCsv(partial, "目录.csv", catalogue);
    await checkJson(partial, "目录.json", new Map([["件", rows.length]]));
    await checkWorkbook(partial, `${registers}.xlsx`, tables);
    await checkJson(partial, `${registers}.json`, new Map(tables.map((table) => [table.name, table.rows.length])));
    for (const table of tables) {
      refuseWhenCancelled(job.signal);
      await checkCsv(partial, `${registers}/${table.name}.csv`, table);
    }
    let checked = 0;
    await checkFiles(partial, digests, () => {
      refuseWhenCancelled(job.signal);
      job.progress("重读核对", (checked += 1), digests.size, "file");
    });
    await onTarget(name, async () => {
      const folders = [...new Set([...digests.keys()].map((path) => dirname(join(partial, ...path.split("/")))))];
      await syncFolders(folders);
      await renameWithPatience(partial, target);
      await syncFolder(input.into);
    });
    await note(house, archive, { ...counts, madeAt, listDigest, reason: input.restricted?.reason ?? "" });
    return { path: target, ...counts, bytes, restrictedFilesLeftOut: leftOut, listDigest };
  } catch (error) {
    await rm(partial, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    if (job.signal.aborted && !(error instanceof Refusal)) throw new Refusal("task-cancelled");
    throw error;
  }
}

async function onTarget<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refuseTargetError(error, name);
  }
}

/** Looks before anything is written: the target is a folder, free, and large enough. A leftover of ours is taken away. */
async function makeRoom(into: string, target: string, partial: string, name: string, needed: number): Promise<void> {
  if (!(await lstat(into).catch(() => undefined))?.isDirectory()) throw new Refusal("target-not-writable");
  if (await lstat(target).catch(() => undefined)) throw new Refusal("target-exists", { name });
  if ((await freeBytes(into)) < needed) throw new Refusal("disk-full", { needed });
  const left = await readdir(partial).catch(() => undefined);
  if (left && !left.every((entry) => ownNames.has(entry)))
    throw new Refusal("target-exists", { name: `${name}.partial` });
  await onTarget(name, async () => {
    if (left) await rm(partial, { recursive: true, force: true });
    await mkdir(join(partial, "文件"), { recursive: true });
    await mkdir(join(partial, registers));
  });
}

/** One file out of its seal; its digest must be the one it came in with. */
async function copyOut({ connection, keys, folder }: OpenArchive, into: string, file: ExportFile): Promise<void> {
  const damaged = (): Refusal => new Refusal("package-source-damaged", { name: file.path });
  const key = getContentKey(connection.read, keys, file.fileId);
  if (!key) throw damaged();
  const to = join(into, ...file.path.split("/"));
  await mkdir(dirname(to), { recursive: true });
  const hash = createHash("sha256");
  async function* hashed(): AsyncGenerator<Buffer> {
    try {
      for await (const piece of openPart(sealedPath(folder, file.fileId), key as Buffer, 0)) {
        hash.update(piece);
        yield piece;
      }
    } catch {
      throw damaged();
    }
  }
  await pipeline(Readable.from(hashed()), createWriteStream(to, { flags: "wx" }));
  if (hash.digest("hex") !== file.sha256) throw damaged();
}

const described = ["档号", "题名", "中性题名", "责任者", "文号", "日期", "备注"];
const describeCells = ({ record: { item } }: ExportedItem): string[] => {
  const { title, neutralTitle, creator, documentNumber, documentDate, remark, archivalCode } = item;
  return [archivalCode, title, neutralTitle, creator, documentNumber, documentDate, remark];
};

/** The description of a restricted item, beside its own pages. */
function describe(item: ExportedItem): Buffer {
  const cells = describeCells(item);
  const words = Object.fromEntries(described.map((heading, at) => [heading, cells[at] ?? ""]));
  return Buffer.from(`${JSON.stringify(words, null, 1)}\n`, "utf8");
}

/** Written down with the reason, so that it can be asked later why restricted pages left. */
async function note(
  house: House,
  archive: OpenArchive,
  made: Pick<Output<"open-export.write">, "itemCount" | "fileCount" | "restrictedCount" | "listDigest"> & {
    madeAt: string;
    reason: string;
  },
): Promise<void> {
  const withRestricted = made.reason !== "";
  await writeStep(house, archive, "open-export.write", (db) => {
    const id = house.makeId();
    addOpenExport(db, { ...made, id, madeBy: archive.person.id, withRestricted });
    const reasonCode = withRestricted ? "restricted-pages-exported" : "";
    return { output: undefined, objectId: id, after: made, reasonCode, keepsUndo: true, nouns: ["open-export"] };
  });
}
