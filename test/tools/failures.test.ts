import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { playwrightFailures, vitestFailures } from "#tools/test-run/failures";

function report(content: unknown): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "failures-")), "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe("what a run says of its failures at the end", () => {
  it("names each failed unit test on one line, and a file that could not be loaded", () => {
    const passed = { status: "passed", fullName: "a passes", failureMessages: [] };
    const failed = { status: "failed", fullName: "a b", failureMessages: ["\u001B[31mexpected 1\n  got 2\u001B[0m"] };
    const results = [
      { name: "/x/test/engine/one.test.ts", status: "failed", assertionResults: [passed, failed] },
      { name: "/x/test/engine/two.test.ts", status: "failed", assertionResults: [], message: "no such module" },
      { name: "/x/test/engine/three.test.ts", status: "passed", assertionResults: [passed] },
    ];
    expect(vitestFailures(report({ testResults: results }))).toEqual([
      "failed: test/engine/one.test.ts › a b: expected 1 got 2",
      "failed: test/engine/two.test.ts: no such module",
    ]);
  });

  it("names window tests that failed, that passed only again, and what stopped the whole run", () => {
    const specs = [
      { title: "fails", file: "a.e2e.ts", tests: [{ status: "unexpected", results: [{ error: { message: "no" } }] }] },
      {
        title: "wavers",
        file: "a.e2e.ts",
        tests: [{ status: "flaky", results: [{ error: { message: "late" } }, {}] }],
      },
      { title: "passes", file: "a.e2e.ts", tests: [{ status: "expected", results: [{}] }] },
    ];
    const whole = { suites: [{ suites: [{ specs }] }], errors: [{ message: "out of time" }] };
    expect(playwrightFailures(report(whole))).toEqual([
      "failed: window tests: out of time",
      "failed: a.e2e.ts › fails: no",
      "flaky: a.e2e.ts › wavers: late",
    ]);
  });

  it("says nothing of a report that is not there: the counts say that", () => {
    expect(vitestFailures("/nowhere/report.json")).toEqual([]);
    expect(playwrightFailures("/nowhere/report.json")).toEqual([]);
  });
});
