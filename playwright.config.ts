import { defineConfig } from "@playwright/test";
import { removeMade } from "./tools/test-run/made-folder.mjs";

const report = process.env["LINDANG_E2E_REPORT"];
const longest = ["**/whole-line.e2e.ts", "**/whole-year.e2e.ts"];

process.once("exit", removeMade);

// oxlint-disable-next-line import/no-default-export -- the tool looks for one
export default defineConfig({
  testDir: "test/electron",
  // The longest files begin: at the end one of them would keep a single worker busy for a minute.
  projects: [
    { name: "longest", testMatch: longest },
    { name: "others", testMatch: "**/*.e2e.ts", testIgnore: longest },
  ],
  outputDir: "test-results",
  // Each file has its own home and window; the tests of one file follow each other. A window waits more than it works.
  workers: 2,
  timeout: 120_000,
  globalTimeout: 840_000,
  forbidOnly: process.env["CI"] === "true",
  // Windows on a machine that does other work besides: what passes only the second time is named at the end as flaky.
  retries: process.env["CI"] === "true" ? 1 : 0,
  reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
});
