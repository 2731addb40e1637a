import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { closingLine, countPlaywright, countVitest, sum } from "#tools/test-run/counts";

function report(content: unknown): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "counts-")), "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const unit = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 2, numTodoTests: 0, testResults: [] };

describe("the counts of a test run", () => {
  it("counts a test file that could not be loaded as a failure", () => {
    const broken = { ...unit, testResults: [{ status: "failed", assertionResults: [] }] };
    expect(countVitest(report(broken), 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  it("counts a bad exit without a failed test as a failure", () => {
    expect(countVitest(report(unit), 1).failed).toBe(1);
    expect(countPlaywright(report({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } }), 1).failed).toBe(1);
  });

  it("counts a missing report as a failure, whatever the exit code says", () => {
    expect(countVitest("/nowhere/report.json", 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countPlaywright("/nowhere/report.json", 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it("adds the parts into one closing line, and names skips only when there are any", () => {
    const window = countPlaywright(report({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } }), 1);
    expect(closingLine(sum([countVitest(report(unit), 0), window]))).toBe("9 passed, 1 failed, 2 skipped");
    expect(closingLine({ passed: 4, failed: 0, skipped: 0 })).toBe("4 passed, 0 failed");
  });
});
