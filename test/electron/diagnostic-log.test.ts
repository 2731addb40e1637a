import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openDiagnosticLog } from "#electron/diagnostic-log";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "log-"));
  file = join(folder, "diagnostic.log");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const written = async (holds: string): Promise<string> => {
  await vi.waitFor(() => expect(readFileSync(file, "utf8")).toContain(holds));
  return readFileSync(file, "utf8");
};

describe("the diagnostic log", () => {
  it("keeps codes and numbers with the time", async () => {
    openDiagnosticLog(file, false).note("engine-ended", { code: 1, signal: "SIGKILL" });
    expect(await written("engine-ended")).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z engine-ended code=1 signal=SIGKILL\n$/);
  });

  it("withholds facts that are words of a record", async () => {
    openDiagnosticLog(file, false).note("shell-fault", { name: "关于加装电梯的请示" });
    expect(await written("shell-fault")).toMatch(/ shell-fault facts-withheld\n$/);
  });

  it("keeps the engine's fault lines and only counts what else it prints", async () => {
    const log = openDiagnosticLog(file, false);
    log.relay(
      "engine",
      Buffer.from(
        "fault 4d3a193c Error ENOTDIR at async mkdir (node:internal/fs/promises:1564:10) at backUp (engine/host.mjs:7:3)\n" +
          "fault 4d3a193d Error at x (/home/clerk/a.mjs:1:1)\n" +
          'Error: 欧阳测试 could not be "read"\n    at /home/clerk/档案/x.jpg\n',
      ),
    );
    const text = await written("withheld-lines");
    expect(text).toContain("engine fault 4d3a193c Error ENOTDIR");
    expect(text).toContain("engine withheld-lines=3");
    expect(text).not.toMatch(/欧阳|clerk|档案/);
  });

  it("begins anew when it has grown, with one older file beside it", async () => {
    writeFileSync(file, "x".repeat(1024 * 1024 + 1));
    openDiagnosticLog(file, false).note("engine-ready");
    expect((await written("engine-ready")).length).toBeLessThan(100);
    expect(statSync(`${file}.1`).size).toBe(1024 * 1024 + 1);
  });
});
