import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyTransferFolder } from "#engine/package/verify-transfer-tree";
import { writePackage } from "#engine/package/write-package";
import { aPackage } from "#test/fixtures/package-content";
import { makeTransferFolder, transferCases } from "#test/fixtures/transfer-folders";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lindang-transfer-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a transfer folder", () => {
  it.each(transferCases)("with $name is told as it is", async ({ findings, after }) => {
    makeTransferFolder(join(folder, "移交"), after);
    const report = await verifyTransferFolder(join(folder, "移交"));
    expect(report.problems.map(({ code, file }) => `${code} ${file}`).sort()).toEqual([...findings].sort());
    const warnings = ["page-count-missing", "description-line-wanted"];
    const isInvalid = report.problems.some(({ code }) => !warnings.includes(code));
    expect(report.verdict).toBe(isInvalid ? "invalid" : findings.length > 0 ? "warning" : "valid");
  });

  it("of our own making agrees with itself, digests and odd titles included", async () => {
    const content = aPackage();
    const { path } = await writePackage({
      content,
      target: folder,
      packageId: "P1",
      baggingDate: "2026-11-21",
      anchor: "00",
      appVersion: "0.1.0",
    });
    const report = await verifyTransferFolder(join(path, "data"));
    expect(report).toMatchObject({ verdict: "valid", problems: [] });
    // Two lists, and of each item its metadata and three files.
    expect(report.filesRead).toBe(2 + content.items.length * 4);
  });

  it("that is not there is refused", async () => {
    await expect(verifyTransferFolder(join(folder, "没有"))).rejects.toMatchObject({ code: "package-not-found" });
  });
});
