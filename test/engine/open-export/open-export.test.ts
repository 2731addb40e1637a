// 全部导出: a folder anybody can read, whole or not at all; restricted pages leave only with a reason that is kept.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSpreadsheet } from "#engine/catalogue/read-spreadsheet";
import { isFormulaLike, readMarked, renderCsv } from "#engine/open-export/neutral-csv";
import { parseCsv } from "#engine/helper/parse-csv";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { dryRun } from "#test/support/read-table";
import { anItem, fileYear } from "#test/support/sample";

let archive: TestArchive;
const odd = [
  '=HYPERLINK("http://x","点")',
  "+86 通知",
  "@SUM(A1)",
  "-2+3",
  "＝1",
  "——关于通知",
  '"引号",逗号',
  "0012",
  "<b>粗</b>",
];
beforeAll(async () => {
  archive = await freshArchive();
  for (const title of odd) await anItem(archive, { title, matterId: null, year: 2023 }, title === odd[0] ? 2 : 1);
  await anItem(archive, {
    title: "张三低保申请",
    creator: "张三",
    neutralTitle: "低保审批材料（户号0123）",
    access: "restricted",
  });
  await fileYear(archive, 2024);
});
afterAll(() => archive.remove());

let made = 0;
const freshTarget = async (): Promise<string> => {
  const into = join(archive.around, `导出${++made}`);
  await mkdir(into);
  return into;
};
const filesBelow = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe("an open export", () => {
  it("holds every item and file, readable without the program, restricted ones by 档号 and neutral title only", async () => {
    const plan = await archive.engine.ask("open-export.plan", {});
    expect(plan).toMatchObject({ itemCount: 10, fileCount: 10, restrictedCount: 1, restrictedFileCount: 1 });
    const done = await archive.engine.ask("open-export.write", { into: await freshTarget() });
    expect(done).toMatchObject({ itemCount: 10, fileCount: 10, restrictedCount: 1, restrictedFilesLeftOut: 1 });
    expect((await readdir(done.path)).sort()).toEqual(
      [
        ...["文件", "校验清单.txt", "目录.csv", "目录.json", "目录.xlsx", "说明.txt"],
        ...["各种登记", "各种登记.json", "各种登记.xlsx"],
      ].sort(),
    );
    const files = await filesBelow(done.path);
    for (const file of files) {
      const bytes = await readFile(file);
      expect(bytes.includes("张三")).toBe(false);
      expect(bytes.includes("低保申请")).toBe(false);
    }
    const sheet = (await readSpreadsheet(await readFile(join(done.path, "目录.xlsx")))).get("目录");
    const titles = [...(sheet?.values() ?? [])].slice(1).map((cells) => cells[9]);
    expect(titles.sort()).toEqual([...odd, "低保审批材料（户号0123）"].sort());
    const json = JSON.parse(await readFile(join(done.path, "目录.json"), "utf8")) as {
      件: { 题名: string; 文件: { 路径: string; SHA256: string }[] }[];
    };
    expect(json.件.map(({ 题名 }) => 题名).sort()).toEqual(titles);
    for (const { 路径, SHA256 } of json.件.flatMap(({ 文件 }) => 文件)) {
      const digest = createHash("sha256")
        .update(await readFile(join(done.path, 路径)))
        .digest("hex");
      expect(digest).toBe(SHA256);
    }
    const list = (await readFile(join(done.path, "校验清单.txt"), "utf8")).trim().split("\n");
    expect(list).toHaveLength(files.length - 1);
    expect(
      createHash("sha256")
        .update(await readFile(join(done.path, "校验清单.txt")))
        .digest("hex"),
    ).toBe(done.listDigest);
  });

  it("writes CSV that computes nothing, and that an import reads back to the letter", async () => {
    const done = await archive.engine.ask("open-export.write", { into: await freshTarget() });
    const csv = await readFile(join(done.path, "目录.csv"));
    expect(csv.subarray(0, 3).toString("hex")).toBe("efbbbf");
    const cells = [...parseCsv(csv.toString("utf8").slice(1), ",")].slice(1).flatMap((row) => row.cells);
    expect(cells.filter((text) => /^\s*[=+\-@＝＋－＠]/.test(text))).toEqual([]);
    expect(cells.filter((text) => isFormulaLike(text) && !text.startsWith("'"))).toEqual([]);
    const read = await dryRun(archive, csv, { end: "csv" });
    expect(
      read.preview
        .map(({ title }) => title)
        .filter((title) => odd.includes(title))
        .sort(),
    ).toEqual([...odd].sort());
    expect(read.rowsUsable).toBe(10);
  });

  it("lets restricted pages out only with a reason, which is kept and shown", async () => {
    const into = await freshTarget();
    const short = { into, restricted: { reason: " 要 " } };
    await expect(archive.engine.ask("open-export.write", short)).rejects.toMatchObject({ code: "input-invalid" });
    const reason = "更换电脑，社区主任批准";
    const done = await archive.engine.ask("open-export.write", { into, restricted: { reason } });
    expect(done).toMatchObject({ fileCount: 11, restrictedFilesLeftOut: 0 });
    expect(await readFile(join(done.path, "说明.txt"), "utf8")).toContain(reason);
    expect((await readFile(join(done.path, "目录.csv"))).includes("张三")).toBe(false);
    const own = (await filesBelow(done.path)).filter((path) => path.endsWith("著录.json"));
    expect(own).toHaveLength(1);
    expect((await archive.engine.ask("open-export.list", {}))[0]).toMatchObject({
      withRestricted: true,
      reason,
      listDigest: done.listDigest,
    });
    const { entries } = await archive.engine.ask("journal.list", {});
    expect(entries[0]).toMatchObject({ action: "open-export.write", reasonCode: "restricted-pages-exported" });
  });

  it("overwrites nothing, and takes only a leftover of its own away", async () => {
    const into = await freshTarget();
    const { path } = await archive.engine.ask("open-export.write", { into });
    await expect(archive.engine.ask("open-export.write", { into })).rejects.toMatchObject({ code: "target-exists" });
    await rm(path, { recursive: true });
    await mkdir(`${path}.partial`);
    await writeFile(join(`${path}.partial`, "别人的.txt"), "x");
    await expect(archive.engine.ask("open-export.write", { into })).rejects.toMatchObject({ code: "target-exists" });
    expect(await readdir(`${path}.partial`)).toEqual(["别人的.txt"]);
    await rm(`${path}.partial`, { recursive: true });
    await mkdir(join(`${path}.partial`, "文件"), { recursive: true });
    expect((await archive.engine.ask("open-export.write", { into })).itemCount).toBe(10);
    expect(await readdir(into)).toHaveLength(1);
    await expect(archive.engine.ask("open-export.write", { into: join(into, "没有") })).rejects.toMatchObject({
      code: "target-not-writable",
    });
  });

  it("leaves nothing when stopped, or when a kept file is damaged", async () => {
    const into = await freshTarget();
    const input = { into };
    const stopped = archive.engine.reply({ id: "stopped-export", seat: "window", name: "open-export.write", input });
    while (!archive.events.some((event) => event.kind === "progress" && event.taskId === "stopped-export"))
      await new Promise((go) => setTimeout(go, 1));
    await archive.engine.ask("task.cancel", { taskId: "stopped-export" });
    expect(await stopped).toMatchObject({ ok: false, refusal: { code: "task-cancelled" } });
    expect(await readdir(into)).toEqual([]);
    for (const each of await filesBelow(join(archive.folder, "files"))) {
      const bytes = await readFile(each);
      bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
      bytes[200] = (bytes[200] ?? 0) ^ 1;
      await writeFile(each, bytes);
    }
    await expect(archive.engine.ask("open-export.write", input)).rejects.toMatchObject({
      code: "package-source-damaged",
    });
    expect(await readdir(into)).toEqual([]);
  });
});

describe("a neutral CSV", () => {
  it("computes no heading either, nor the list of marked columns", () => {
    const headings = ["=1+1", "乙"];
    const text = renderCsv(headings, [["=2", "x"]])
      .toString("utf8")
      .slice(1);
    const lines = [...parseCsv(text, ",")].map(({ cells }) => cells);
    expect(lines.flat().filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
    expect(readMarked(headings, lines[1] ?? [])).toEqual(["=2", "x"]);
  });

  it("gives every text back, whatever stands at its beginning", () => {
    const headings = ["甲", "乙"];
    const texts = ["=1", "'=1", "'", "+86", "\t=1", ' "=1"', "＠x", "——", "", "a,b", 'a"b', "\r\nx"];
    const rows = texts.flatMap((one) => texts.map((other) => [one, other]));
    const text = renderCsv(headings, rows).toString("utf8").slice(1);
    const back = [...parseCsv(text, ",")].slice(1).map(({ cells }) => readMarked(headings, cells));
    expect(back).toEqual(rows);
  });
});
