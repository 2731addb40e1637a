import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refusal } from "#contract/refusal";
import { writeCheckedFile } from "#engine/paper/write-checked-file";

let folder = "";
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "checked-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const content = Buffer.from("目录");
const passes = async (): Promise<void> => undefined;

describe("writing a file whole or not at all", () => {
  it("is refused where no whole path is given: where the engine runs is no place anybody chose", async () => {
    const written = writeCheckedFile("目录.pdf", false, new Uint8Array([1]), () => Promise.resolve());
    await expect(written).rejects.toMatchObject({ code: "target-not-writable" });
    expect(existsSync("目录.pdf")).toBe(false);
  });

  it("hands the check what lies on the disk, and only then gives the file its name", async () => {
    const path = join(folder, "a.pdf");
    await writeCheckedFile(path, false, content, async (written) => {
      expect(written.equals(content)).toBe(true);
      expect(await readdir(folder)).not.toContain("a.pdf");
    });
    expect(await readdir(folder)).toEqual(["a.pdf"]);
  });

  it("leaves nothing, and keeps what stood there, when the check refuses", async () => {
    const path = join(folder, "a.pdf");
    await writeFile(path, "older");
    const refuses = async (): Promise<void> => {
      throw new Refusal("conservation-broken");
    };
    await expect(writeCheckedFile(path, true, content, refuses)).rejects.toMatchObject({ code: "conservation-broken" });
    expect(await readdir(folder)).toEqual(["a.pdf"]);
    expect(await readFile(path, "utf8")).toBe("older");
  });

  it("refuses a place that is taken, does not exist, or is no folder", async () => {
    await writeFile(join(folder, "taken"), "");
    await mkdir(join(folder, "folder"));
    const write = (path: string, mayReplace = false) =>
      writeCheckedFile(join(folder, path), mayReplace, content, passes);
    await expect(write("taken")).rejects.toMatchObject({ code: "target-exists", details: { name: "taken" } });
    await expect(write("folder", true)).rejects.toMatchObject({ code: "target-not-writable" });
    await expect(write("missing/a.pdf")).rejects.toMatchObject({ code: "target-not-writable" });
    await expect(write("taken/a.pdf")).rejects.toMatchObject({ code: "target-not-writable" });
    await expect(write(`${"长".repeat(90)}.pdf`)).rejects.toMatchObject({ code: "target-not-writable" });
    expect((await readdir(folder)).toSorted()).toEqual(["folder", "taken"]);
  });

  it("refuses when somebody else took the name meanwhile", async () => {
    const path = join(folder, "a.pdf");
    const meanwhile = (): Promise<void> => writeFile(path, "theirs");
    await expect(writeCheckedFile(path, false, content, meanwhile)).rejects.toMatchObject({ code: "target-exists" });
    expect(await readFile(path, "utf8")).toBe("theirs");
    expect(await readdir(folder)).toEqual(["a.pdf"]);
  });

  it("refuses on a full disk and gives the room back", async (context) => {
    const disk = join(folder, "disk");
    await mkdir(disk);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]).status === 0;
    if (!mounted) {
      process.stdout.write("skipped: full disk (1 tests)\n");
      context.skip();
    }
    try {
      const write = writeCheckedFile(join(disk, "a.pdf"), false, Buffer.alloc(256 * 1024), passes);
      await expect(write).rejects.toMatchObject({ code: "disk-full" });
      expect(await readdir(disk)).toEqual([]);
    } finally {
      spawnSync("umount", [disk]);
    }
  });
});
