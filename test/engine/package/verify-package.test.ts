import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packageReport } from "#contract/package-report";
import { verifyPackage } from "#engine/package/verify-package";
import { bagCases, makeBag } from "#test/fixtures/bags";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lindang-bag-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const found = (problems: readonly { code: string; file: string }[]): string[] =>
  problems.map(({ code, file }) => `${code} ${file}`).sort();

describe("a bag", () => {
  it.each(bagCases)("with $name comes out as $verdict", async (given) => {
    makeBag(join(folder, "包"), given);
    const report = await verifyPackage(join(folder, "包"));
    expect(found(report.problems)).toEqual([...given.findings].sort());
    expect(report.verdict).toBe(given.verdict);
    expect(packageReport.parse(report)).toEqual(report);
  });

  it("has all its faults reported at once, structure first, digests last", async () => {
    const bag = join(folder, "包");
    makeBag(bag, {
      spoil: (parts) => {
        parts.info = "Payload-Oxum: 1.1\n";
        parts.manifests["sha256"] += "zz  data/x\n";
      },
      after: (path) => {
        writeFileSync(join(path, "data/通知.txt"), "别的\n");
        writeFileSync(join(path, "data/多余.txt"), "x");
        symlinkSync("/", join(path, "data/链接"));
      },
    });
    const { problems } = await verifyPackage(bag);
    expect(problems.map(({ code }) => code)).toEqual([
      "link-inside",
      "manifest-line-invalid",
      "oxum-mismatch",
      "payload-unlisted",
      "checksum-mismatch",
    ]);
  });

  it("says how many files and bytes were really read, and reports progress to the end", async () => {
    const bag = join(folder, "包");
    makeBag(bag, { spoil: () => undefined });
    let last = { filesDone: 0, bytesDone: 0, filesTotal: -1, bytesTotal: -1 };
    const report = await verifyPackage(bag, { progress: (progress) => (last = progress) });
    expect(report.filesRead).toBe(6); // two payload files, two manifests, bagit.txt, bag-info.txt
    expect(last).toMatchObject({
      filesDone: 6,
      filesTotal: 6,
      bytesDone: report.bytesRead,
      bytesTotal: report.bytesRead,
    });
  });

  it("whose file disappears or cannot be read while it is checked says which", async () => {
    const bag = join(folder, "包");
    makeBag(bag, {
      spoil: (parts) => {
        parts.info = "";
        parts.payload = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`data/${index + 10}.txt`, ""]));
        const empty = createHash("sha256").digest("hex");
        parts.manifests = {
          sha256: Object.keys(parts.payload)
            .map((path) => `${empty}  ${path}\n`)
            .join(""),
        };
      },
    });
    const last = join(bag, "data/69.txt");
    const report = await verifyPackage(bag, { progress: () => rmSync(last, { force: true }) });
    expect(found(report.problems)).toEqual(["file-unreadable data/69.txt"]);
    expect(report.problems[0]?.message).toContain("ENOENT");
  });

  it("shows no control or bidirectional character of a stranger's name in its sentences", async () => {
    const bag = join(folder, "包");
    const name = "data/a\u202Egpj.exe\u0007";
    makeBag(bag, { spoil: () => undefined, after: (path) => writeFileSync(join(path, name), "x") });
    const problem = (await verifyPackage(bag)).problems.find(({ code }) => code === "payload-unlisted");
    expect(problem?.file).toBe(name);
    expect(problem?.message).not.toMatch(/[\u202E\u0007]/);
  });
});

describe("a check", () => {
  it("of a folder that is no bag says that bagit.txt is missing", async () => {
    writeFileSync(join(folder, "a.txt"), "x");
    const report = await verifyPackage(folder);
    expect(report).toMatchObject({ verdict: "invalid", filesRead: 0, bagVersion: null, fingerprint: null });
    expect(found(report.problems)).toEqual(["bagit-txt-missing bagit.txt"]);
  });

  it("of nothing, or of a single file, is refused", async () => {
    await expect(verifyPackage(join(folder, "没有"))).rejects.toMatchObject({ code: "package-not-found" });
    writeFileSync(join(folder, "a.zip"), "x");
    await expect(verifyPackage(join(folder, "a.zip"))).rejects.toMatchObject({ code: "package-not-found" });
  });

  it("never opens bagit.txt or a manifest through a link", async () => {
    const bag = join(folder, "包");
    mkdirSync(join(bag, "data"), { recursive: true });
    writeFileSync(join(folder, "outside.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    symlinkSync(join(folder, "outside.txt"), join(bag, "bagit.txt"));
    expect(found((await verifyPackage(bag)).problems)).toEqual(["link-inside bagit.txt"]);
  });

  it("is stopped in the middle of one very large file", async () => {
    const bag = join(folder, "包");
    makeBag(bag, {
      spoil: () => undefined,
      after: (path) => truncateSync(join(path, "data/通知.txt"), 40_000_000_000),
    });
    const stop = new AbortController();
    const check = verifyPackage(bag, { signal: stop.signal, progress: () => stop.abort() });
    await expect(check).rejects.toMatchObject({ code: "task-cancelled" });
  });

  it("already cancelled does not begin", async () => {
    makeBag(join(folder, "包"), { spoil: () => undefined });
    const check = verifyPackage(join(folder, "包"), { signal: AbortSignal.abort() });
    await expect(check).rejects.toMatchObject({ code: "task-cancelled" });
  });
});
