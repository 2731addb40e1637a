import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PackageContent } from "#engine/package/package-content";
import { packageFingerprint } from "#engine/package/package-fingerprint";
import { nameFault } from "#engine/package/safe-name";
import { verifyPackage } from "#engine/package/verify-package";
import { type PackagePlan, writePackage, type WrittenPackage } from "#engine/package/write-package";
import { aPackage, aPackageFile, aPackageItem } from "#test/fixtures/package-content";
import { builtProgram } from "#test/support/built-program";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lindang-package-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = await builtProgram("test/fixtures/write-package-program.ts");
const given = { packageId: "Z109-2024-YJ-0001", baggingDate: "2026-11-21", anchor: "9f2c41aa", appVersion: "0.1.0" };
const write = (content: PackageContent, more: Partial<PackagePlan> = {}): Promise<WrittenPackage> =>
  writePackage({ ...given, content, target: folder, ...more });

/** Every file of a folder: path with `/` → bytes. */
function readTree(root: string): Map<string, Buffer> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((path) => [path.slice(root.length + 1), readFileSync(path)]));
}

describe("a package", () => {
  it("passes sha256sum and sha512sum, Chinese names and all", async () => {
    const { path } = await write(aPackage());
    for (const algorithm of ["sha256", "sha512"])
      for (const list of [`manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`]) {
        const told = execFileSync(`${algorithm}sum`, ["-c", list], { cwd: path, encoding: "utf8" });
        expect(
          told
            .trimEnd()
            .split("\n")
            .every((line) => line.endsWith(": OK")),
        ).toBe(true);
        expect(told.trimEnd().split("\n")).toHaveLength(
          readFileSync(join(path, list), "utf8").trimEnd().split("\n").length,
        );
      }
  });

  it("states its counts and the fingerprint that the paper register carries", async () => {
    const written = await write(aPackage());
    const tree = readTree(written.path);
    const payload = [...tree].filter(([path]) => path.startsWith("data/"));
    expect(written.files).toBe(payload.length);
    expect(written.bytes).toBe(payload.reduce((sum, [, bytes]) => sum + bytes.length, 0));
    expect(written.oxum).toBe(`${written.bytes}.${written.files}`);
    expect(written.fingerprint).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    expect(written.fingerprint).toBe(packageFingerprint(tree.get("tagmanifest-sha256.txt") ?? Buffer.alloc(0)));
  });

  it("is the same, byte for byte, from another time zone, locale, folder and process", async () => {
    const places = [
      { name: "一", env: { TZ: "Asia/Shanghai", LC_ALL: "C" } },
      { name: "二 #%", env: { TZ: "America/New_York", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" } },
    ];
    const trees = places.map(({ name, env }) => {
      mkdirSync(join(folder, name));
      const told = spawnSync(process.execPath, [program, join(folder, name)], { encoding: "utf8", env, cwd: folder });
      expect(told.stderr).toBe("");
      return readTree(join(folder, name));
    });
    trees.push(readTree(dirname((await write(aPackage())).path)));
    const [first, ...others] = trees;
    expect(first?.size).toBeGreaterThan(15);
    for (const other of others) {
      const inside = [...other].filter(([path]) => path.startsWith(given.packageId));
      expect(new Map(inside)).toEqual(first);
    }
  });

  it("is refused after one byte is changed in any of its files, and that file is named", async () => {
    const { path } = await write(aPackage(2));
    for (const [file, bytes] of readTree(path))
      for (const at of new Set([0, Math.floor(bytes.length / 2), bytes.length - 1])) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 1;
        writeFileSync(join(path, file), changed);
        const report = await verifyPackage(path);
        expect(report.verdict, `${file} at ${at}`).toBe("invalid");
        expect(
          report.problems.map((problem) => problem.file),
          `${file} at ${at}`,
        ).toContain(file);
        writeFileSync(join(path, file), bytes);
      }
    expect((await verifyPackage(path)).verdict).toBe("valid");
  });

  it("is refused when a file is added anywhere, a list is written differently or one is taken away", async () => {
    const { path } = await write(aPackage(1));
    const codes = async (): Promise<string[]> =>
      (await verifyPackage(path)).problems.map(({ code, file }) => `${code} ${file}`);
    for (const file of ["readme.txt", "viewer/x.js"]) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), "x");
      expect(await codes()).toEqual([`own-file-extra ${file}`]);
      rmSync(join(path, file));
    }
    rmSync(join(path, "viewer"), { recursive: true });
    const list = join(path, "tagmanifest-sha512.txt");
    const bytes = readFileSync(list);
    writeFileSync(list, bytes.toString().split("\n").reverse().filter(Boolean).join("\n") + "\n");
    expect(await codes()).toEqual(["own-not-canonical tagmanifest-sha512.txt"]);
    writeFileSync(list, bytes.toString().replaceAll("\n", "\r\n"));
    expect(await codes()).toEqual(["own-not-canonical tagmanifest-sha512.txt"]);
    rmSync(list);
    expect(await codes()).toEqual(["file-missing tagmanifest-sha512.txt"]);
    writeFileSync(list, bytes);
    mkdirSync(join(path, "seal"));
    writeFileSync(join(path, "seal/tagmanifest-sha256.txt.minisig"), "a seal may be added later");
    expect(await codes()).toEqual([]);
  });

  it("of 2,000 items holds every one, and makes only names that every disk can keep", async () => {
    const items = Array.from({ length: 2000 }, (_, index) =>
      aPackageItem(index + 1, { files: [aPackageFile(`${index}`, 500)], pageCount: 1 }),
    );
    const written = await write(aPackage(0, { items }));
    expect(written.files).toBe(2 + 2 * 2000);
    expect(written.report.verdict).toBe("valid");
    const paths = [...readTree(written.path).keys()];
    for (const path of paths) expect(path.split("/").map(nameFault).filter(Boolean)).toEqual([]);
    expect(Math.max(...paths.map((path) => path.length))).toBeLessThanOrEqual(180);
  });

  it("shows clerks and receivers the catalogue as a page without script, every text escaped", async () => {
    const { path } = await write(aPackage());
    const page = readFileSync(join(path, "目录.html"), "utf8");
    expect(page).not.toMatch(/<script|javascript:|\son\w+=|https?:/i);
    expect(page).toContain("&quot;安全&quot; &amp; &lt;b&gt;生产&lt;/b&gt; &#39;x&#39; ]]&gt; 检查");
    expect(page).not.toContain("<b>");
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, link]) => decodeURIComponent(link ?? ""));
    expect(links).toHaveLength(9);
    for (const link of links) expect(statSync(join(path, link)).isFile()).toBe(true);
    const columns = [...page.matchAll(/<th[^>]*>([^<]+)<\/th>/g)].map(([, name]) => name);
    expect(columns.slice(0, 9)).toEqual(["序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注"]);
  });

  it("carries no clock: another bagging date changes bag-info.txt and the lists, nothing else", async () => {
    const first = readTree((await write(aPackage(1))).path);
    const other = mkdtempSync(join(folder, "other-"));
    const second = readTree((await write(aPackage(1), { baggingDate: "2027-01-01", target: other })).path);
    const different = [...first].filter(([path, bytes]) => !second.get(path)?.equals(bytes)).map(([path]) => path);
    expect(different).toEqual(["bag-info.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt"]);
  });
});

describe("nothing is written", () => {
  it.each<[string, string, PackageContent]>([
    ["of no items", "package-empty", aPackage(0)],
    [
      "of a restricted item",
      "package-restricted-item",
      aPackage(0, { items: [aPackageItem(1, { access: "restricted" })] }),
    ],
    [
      "of an item without files",
      "package-item-without-files",
      aPackage(0, { items: [aPackageItem(1, { files: [] })] }),
    ],
    ["of two items with one 档号", "package-name-unsafe", aPackage(0, { items: [aPackageItem(1), aPackageItem(1)] })],
    [
      "of a 档号 that is no name",
      "package-name-unsafe",
      aPackage(0, { items: [aPackageItem(1, { archivalCode: "../1" })] }),
    ],
  ])("%s", async (_, code, content) => {
    await expect(write(content)).rejects.toMatchObject({ name: "Refusal", code });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(["", "../x", "a b", "包"])("under the package number %j", async (packageId) => {
    await expect(write(aPackage(1), { packageId })).rejects.toMatchObject({ code: "input-invalid" });
  });
});
