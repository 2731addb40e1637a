// The command line as a person runs it: JSON on standard output only, exit codes that tell the truth.
import { spawn } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract } from "#contract/contract";
import { testEngine } from "#test/support/archive";
import { builtProgram } from "#test/support/built-program";
import { aPagePicture } from "#test/support/sample";

let cli = "";
const passphrase = "命令行的口令 2024";
let around = "";
/** Made by the command line, with keys at their real cost: a second for each start that opens it. */
let created = "";
/** Its keys cost next to nothing. */
let folder = "";
let groups: string[] = [];

type Ran = { readonly code: number | null; readonly lines: Record<string, unknown>[]; readonly output: string };

const { PATH = "", NODE_COMPILE_CACHE = "" } = process.env;

function run(args: readonly string[], environment: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args], {
      env: { PATH, NODE_COMPILE_CACHE, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
    child.on("close", (code) => {
      const lines = output
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      resolve({ code, lines, output });
    });
  });
}
const onOne = (archive: string, ...args: string[]): Promise<Ran> =>
  run([...args, "--archive", archive, "--passphrase-file", join(around, "口令.txt")]);
const on = (...args: string[]): Promise<Ran> => onOne(folder, ...args);

beforeAll(async () => {
  cli = await builtProgram("engine/cli.ts");
  around = await mkdtemp(join(tmpdir(), "lindang-cli-"));
  folder = join(around, "命令行 社区%#.lindang");
  created = join(around, "新建 社区%#.lindang");
  await writeFile(join(around, "口令.txt"), `${passphrase}\n`);
  const made = await run([
    "create",
    created,
    "--name",
    "命令行社区",
    "--fonds-code",
    "C009",
    "--passphrase-file",
    join(around, "口令.txt"),
    "--recovery-out",
    join(around, "恢复单.txt"),
  ]);
  expect(made).toMatchObject({ code: 0, lines: [{ archive: created, recoveryUnconfirmed: true }] });
  groups = (await readFile(join(around, "恢复单.txt"), "utf8")).trim().split("\n");
  const { engine } = testEngine();
  await engine.ask("archive.create", { folder, name: "命令行社区", passphrase });
  await engine.close();
});
afterAll(() => rm(around, { recursive: true, force: true }));

describe("the command line", () => {
  it("marks an archive until its sheet is typed back, at every unlock", async () => {
    expect((await onOne(created, "unlock-test")).lines[0]).toMatchObject({
      unlocked: true,
      name: "命令行社区",
      recoveryUnconfirmed: true,
    });
    expect(await onOne(created, "call", "recovery.confirm", JSON.stringify({ groups }))).toMatchObject({ code: 0 });
    expect((await onOne(created, "unlock-test")).lines[0]).toMatchObject({ recoveryUnconfirmed: false });
  });

  it("takes the passphrase from the environment, and never from an argument", async () => {
    const ran = await run(["unlock-test", "--archive", folder], { LINDANG_PASSPHRASE: passphrase });
    expect(ran).toMatchObject({ code: 0, lines: [{ unlocked: true }] });
    expect(await run(["unlock-test", "--archive", folder, "--passphrase", passphrase])).toMatchObject({
      code: 2,
      lines: [{ refused: "input-invalid" }],
    });
    expect(await run(["unlock-test", "--archive", folder])).toMatchObject({
      code: 2,
      lines: [{ refused: "input-invalid" }],
    });
    expect(await run(["unlock-test", "--archive", folder], { LINDANG_PASSPHRASE: "错误的口令 123" })).toMatchObject({
      code: 2,
      lines: [{ refused: "passphrase-wrong" }],
    });
  });

  it("lists every procedure with kind and roles", async () => {
    const { lines, code } = await run(["procedures"]);
    const listed = lines[0] as unknown as { name: string; kind: string; roles: unknown }[];
    expect(code).toBe(0);
    expect(listed.map((each) => each.name)).toEqual(Object.keys(contract));
    expect(listed.every((each) => each.roles === "anyone" || Array.isArray(each.roles))).toBe(true);
  });

  it("tells one line per file at intake and goes on after a bad one", async () => {
    const good = join(around, "好 的.jpg");
    const bad = join(around, "坏.jpg");
    await writeFile(good, await aPagePicture());
    await writeFile(bad, "");
    const ran = await on("intake", bad, good);
    expect(ran.code).toBe(2);
    expect(ran.lines.map(({ path, outcome, code }) => [path, outcome, code])).toEqual([
      [bad, "reject", "file-empty"],
      [good, "accept", "ok"],
    ]);
    expect((await on("call", "scan.tray")).lines[0]).toMatchObject({ total: 1 });
  });

  it("answers any procedure by name, refuses unknown ones, bad JSON and the shell's own", async () => {
    expect((await on("call", "home.show", "{}")).lines[0]).toMatchObject({ trayPageCount: 1 });
    expect(await on("call", "home.burn", "{}")).toMatchObject({ code: 2, lines: [{ refused: "procedure-unknown" }] });
    expect(await on("call", "item.list", "{oops")).toMatchObject({ code: 2, lines: [{ refused: "input-invalid" }] });
    expect(await on("call", "page.open", JSON.stringify({ id: "x", variant: "image" }))).toMatchObject({
      code: 2,
      lines: [{ refused: "role-missing" }],
    });
  });

  it("checks inputs without an archive, each path as given", async () => {
    const ran = await run(["check-input", join(around, "坏.jpg"), join(around, "好 的.jpg"), join(around, "没有.pdf")]);
    expect(ran.code).toBe(2);
    expect(ran.lines.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ["other", "reject"],
      ["image", "accept"],
      ["other", "reject"],
    ]);
  });

  it("verifies a package that is none as invalid, and a missing one as refused", async () => {
    await mkdir(join(around, "不是包"));
    await copyFile(join(around, "好 的.jpg"), join(around, "不是包", "a.jpg"));
    const ran = await run(["package", "verify", join(around, "不是包")]);
    expect(ran).toMatchObject({ code: 2, lines: [{ verdict: "invalid" }] });
    expect(await run(["package", "verify", join(around, "没有")])).toMatchObject({
      code: 2,
      lines: [{ refused: "package-not-found" }],
    });
  });

  it("refuses what it does not know and an archive that is not there", async () => {
    expect(await run(["dance"])).toMatchObject({ code: 2, lines: [{ refused: "command-unknown" }] });
    expect(await run([])).toMatchObject({ code: 2 });
    expect(
      await run(["unlock-test", "--archive", join(around, "无.lindang")], { LINDANG_PASSPHRASE: passphrase }),
    ).toMatchObject({ code: 2, lines: [{ refused: "archive-missing" }] });
    expect(
      await run(["create", "--archive", folder, "--name", "再来"], { LINDANG_PASSPHRASE: passphrase }),
    ).toMatchObject({ code: 2, lines: [{ refused: "archive-exists" }] });
  });
});
