import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkPackageApart } from "#engine/package/check-package-apart";
import { verifyPackage } from "#engine/package/verify-package";
import { freshArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

let around = "";
let path = "";
beforeAll(async () => {
  around = await mkdtemp(join(tmpdir(), "lindang-helper-"));
  const archive = await freshArchive();
  await anItem(archive);
  await fileYear(archive);
  const written = await archive.engine.ask("package.write", {
    fondsId: archive.fondsId,
    year: 2024,
    into: around,
    baggingDate: "2024-12-31",
    anchor: "1:x",
  });
  path = written.path;
  const again = await archive.engine.ask("package.write", {
    fondsId: archive.fondsId,
    year: 2024,
    into: archive.around,
    baggingDate: "2024-12-31",
    anchor: "1:x",
  });
  expect(again.fingerprint).toBe(written.fingerprint);
  await archive.remove();
});
afterAll(() => rm(around, { recursive: true, force: true }));

describe("a package checked in a helper process", () => {
  it("gets the same report as one checked in this process, with progress on the way", async () => {
    const seen: number[] = [];
    const report = await checkPackageApart(
      { task: "bag", path },
      { progress: ({ bytesDone }) => void seen.push(bytesDone) },
    );
    expect(report).toEqual(await verifyPackage(path));
    expect(report.verdict).toBe("valid");
    expect(seen.length).toBeGreaterThan(0);
  });

  it("is found by a path relative to where the person stands", async () => {
    expect((await checkPackageApart({ task: "bag", path: relative(process.cwd(), path) })).verdict).toBe("valid");
  });

  it("is checked as a transfer folder alone too", async () => {
    expect(await checkPackageApart({ task: "transfer", path: join(path, "data") })).toMatchObject({ problems: [] });
  });

  it("is refused when it is not there, named when it is damaged, left when cancelled", async () => {
    await expect(checkPackageApart({ task: "bag", path: join(around, "missing") })).rejects.toMatchObject({
      code: "package-not-found",
    });
    const damaged = join(around, "damaged");
    await cp(path, damaged, { recursive: true });
    await writeFile(join(damaged, "校验说明.txt"), "changed");
    const report = await checkPackageApart({ task: "bag", path: damaged });
    expect(report.problems.map((problem) => [problem.code, problem.file])).toContainEqual([
      "checksum-mismatch",
      "校验说明.txt",
    ]);
    const stopped = new AbortController();
    stopped.abort();
    await expect(checkPackageApart({ task: "bag", path }, { signal: stopped.signal })).rejects.toMatchObject({
      code: "task-cancelled",
    });
  });
});
