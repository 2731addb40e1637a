import { defineConfig } from "@playwright/test";

const report = process.env["LINDANG_E2E_REPORT"];

// oxlint-disable-next-line import/no-default-export -- the tool looks for one
export default defineConfig({
  testDir: "test/electron",
  testMatch: "**/*.e2e.ts",
  outputDir: "test-results",
  // One archive, one window, one clipboard: the tests follow each other.
  workers: 1,
  timeout: 120_000,
  globalTimeout: 480_000,
  forbidOnly: process.env["CI"] === "true",
  reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
});
