import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inputCheckResult, type InputCheckResult } from "#contract/input-check";
import { openHelperPool } from "#engine/helper/helper-pool";
import { checkInputs, type CheckInputsOptions } from "#engine/input/check-inputs";
import { verifyPackage } from "#engine/package/verify-package";
import { verifyTransferFolder } from "#engine/package/verify-transfer-tree";
import { badImages } from "#test/fixtures/bad-image";
import { goodPdf } from "#test/fixtures/bad-pdf";
import { oddNames } from "#test/fixtures/odd-name";
import { jpegPage } from "#test/fixtures/scanned-page";
import { writeZip } from "#test/fixtures/zip-writer";

const images = openHelperPool({ name: "image-helper" });
const folders = { verifyBag: verifyPackage, verifyTransfer: verifyTransferFolder };
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "inputs-"));
});
afterAll(async () => {
  images.close();
  await rm(root, { recursive: true });
});

async function put(path: string, bytes: Buffer | string): Promise<string> {
  const whole = join(root, path);
  await mkdir(dirname(whole), { recursive: true });
  await writeFile(whole, bytes);
  return whole;
}

async function check(paths: string[], options: Partial<CheckInputsOptions> = {}): Promise<InputCheckResult[]> {
  const results: InputCheckResult[] = [];
  for await (const result of checkInputs(paths, { ...folders, images, ...options }))
    results.push(inputCheckResult.parse(result));
  return results;
}

describe("a check of inputs", () => {
  it("answers one line per path as given, in order, and goes on after each bad one", async () => {
    const jpeg = await put("a.jpg", await jpegPage());
    const pdf = await put("b.pdf", goodPdf());
    const csv = await put("c.csv", "件号,题名\n1,通知\n");
    const zip = await put("d.zip", writeZip([{ name: "a.txt" }]));
    const html = await put("e.jpg", "<html></html>");
    const text = await put("f.txt", "随手记下的一行字");
    const gone = join(root, "gone.jpg");
    const paths = [jpeg, gone, pdf, html, csv, zip, text, jpeg];
    const results = await check(paths);
    expect(results.map(({ path }) => path)).toEqual(paths);
    expect(results.map(({ kind, outcome, code }) => [kind, outcome, code])).toEqual([
      ["image", "accept", "ok"],
      ["other", "reject", "source-missing"],
      ["pdf", "accept", "ok"],
      ["other", "reject", "format-mismatch"],
      ["table", "accept", "ok"],
      ["zip", "accept", "ok"],
      ["other", "warn", "not-viewable"],
      ["image", "accept", "ok"],
    ]);
  });

  it("walks a folder with one line per file and does not follow links", async () => {
    const page = await put("walk/2/deep/page.jpg", await jpegPage());
    await put("walk/1.jpg", await jpegPage());
    await symlink(page, join(root, "walk/link.jpg"));
    await symlink(root, join(root, "walk/up"));
    await mkdir(join(root, "walk/9-empty"));
    const results = await check([join(root, "walk")]);
    expect(results.map(({ path, code }) => [path.slice(root.length + 6), code])).toEqual([
      ["1.jpg", "ok"],
      ["2/deep/page.jpg", "ok"],
      ["9-empty", "folder-empty"],
      ["link.jpg", "link-refused"],
      ["up", "link-refused"],
    ]);
    expect((await check([join(root, "walk/up")]))[0]).toMatchObject({ outcome: "reject", code: "link-refused" });
  });

  it("I39 gives each odd name on disk its line; counts add up", async () => {
    const bytes = await jpegPage({ width: 60, height: 80 });
    for (const { name } of oddNames) await put(`odd/${name}`, bytes);
    const results = await check([join(root, "odd")]);
    expect(results).toHaveLength(oddNames.length);
    const codes = new Map(results.map(({ path, code }) => [path.slice(root.length + 5), code]));
    for (const { name, code } of oddNames) expect(codes.get(name), JSON.stringify(name)).toBe(code);
  });

  it("takes a name that is no text as one rejected line", async () => {
    if (process.platform !== "linux") return console.log("skipped: names in bytes (1 tests)");
    await mkdir(join(root, "bytes"));
    await writeFile(
      Buffer.concat([Buffer.from(`${root}/bytes/`), Buffer.from([0xb9, 0xe9, 0x2e, 0x6a, 0x70, 0x67])]),
      "x",
    );
    await put("bytes/good.jpg", await jpegPage());
    const results = await check([join(root, "bytes")]);
    expect(results.map(({ code }) => code).toSorted()).toEqual(["name-unsafe", "ok"]);
  });

  it("takes a bag as one input and says what is wrong with it", async () => {
    await put("bag/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    await put("bag/data/a.txt", "a");
    const digest = createHash("sha256").update("a").digest("hex");
    await put("bag/manifest-sha256.txt", `${digest}  data/a.txt\n`);
    expect(await check([join(root, "bag")])).toMatchObject([{ kind: "bag", outcome: "accept", code: "ok" }]);
    await put("bag/data/a.txt", "b");
    const [broken] = await check([join(root, "bag")]);
    expect(broken).toMatchObject({ kind: "bag", outcome: "reject", code: "checksum-mismatch" });
    await rm(join(root, "bag/bagit.txt"));
    expect(await check([join(root, "bag")])).toMatchObject([{ kind: "bag", outcome: "reject" }]);
  });

  it("takes a transfer folder as one input, and refuses a document type in its catalogue", async () => {
    await put("transfer/说明文件.TXT", "移交单位:社区\n");
    await put("transfer/目录文件.XML", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><文件目录/>');
    const [result] = await check([join(root, "transfer")]);
    expect(result).toMatchObject({ kind: "transfer-folder", outcome: "reject", code: "xml-doctype" });
  });

  it("reports how far it is and stops when asked to", async () => {
    const page = await put("stop.jpg", await jpegPage());
    const stop = new AbortController();
    const counts: number[] = [];
    const progress = (count: number): void => {
      counts.push(count);
      if (count === 2) stop.abort();
    };
    const checking = check([page, page, page, page], { progress, signal: stop.signal });
    await expect(checking).rejects.toMatchObject({ code: "task-cancelled" });
    expect(counts).toEqual([1, 2]);
  });

  it("finds the same in a folder of all bad images as in each alone", async () => {
    for (const { file, make } of badImages) await put(`all/${file}`, await make());
    const results = await check([join(root, "all")]);
    const found = new Map(results.map(({ path, code }) => [path.slice(root.length + 5), code]));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(badImages.map(({ file, code }) => [file, code])));
  });
});
