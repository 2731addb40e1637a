// restore BACKUP --to DIR as a person runs it: it tells before, and writes only when told to.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { builtProgram } from "#test/support/built-program";

let archive: TestArchive;
let cli = "";
const { PATH = "", NODE_COMPILE_CACHE = "" } = process.env;
const place = (): string => join(archive.around, "备份盘");

function restore(...args: string[]): Promise<{ code: number | null; line: Record<string, unknown> }> {
  const secret = ["--passphrase-file", join(archive.around, "口令.txt")];
  const child = spawn(process.execPath, [cli, "restore", ...args, ...secret], {
    env: { PATH, NODE_COMPILE_CACHE },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  return new Promise((resolve) =>
    child.on("close", (code) => resolve({ code, line: JSON.parse(output) as Record<string, unknown> })),
  );
}

beforeAll(async () => {
  cli = await builtProgram("engine/cli.ts");
  archive = await freshArchive();
  await mkdir(place());
  await writeFile(join(archive.around, "口令.txt"), `${testPassphrase}\n`);
  await archive.engine.ask("settings.revise", { backupFolder: place() });
  await archive.engine.ask("archive.close", {});
});
afterAll(() => archive.remove());

describe("restore on the command line", () => {
  it("tells what would happen and writes nothing without --commit", async () => {
    const to = join(archive.around, "另一处.lindang");
    expect(await restore(place(), "--to", to)).toMatchObject({
      code: 0,
      line: { archiveName: "测试社区", present: { state: "none" }, deletions: { isCertain: false } },
    });
    expect(existsSync(to)).toBe(false);
    expect(await restore(place(), "--to", to, "--commit")).toMatchObject({
      code: 2,
      line: { refused: "restore-deletions-unknown" },
    });
    expect(await restore(place(), "--to", to, "--commit", "--accept-unknown")).toMatchObject({
      code: 0,
      line: { folder: to, keptAs: null },
    });
    expect(existsSync(join(to, "slots.json"))).toBe(true);
  });

  it("refuses a place without a backup, and a call without a target", async () => {
    expect(await restore(archive.folder, "--to", archive.folder)).toMatchObject({
      code: 2,
      line: { refused: "backup-not-found" },
    });
    expect(await restore(place())).toMatchObject({ code: 2, line: { refused: "input-invalid" } });
  });
});
