import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHelperPool } from "#engine/helper/helper-pool";
import { checkLooseFile } from "#engine/input/check-loose-file";
import { checkZip } from "#engine/input/check-zip";
import { badZips, namedZips } from "#test/fixtures/bad-zip";
import { oddNames } from "#test/fixtures/odd-name";
import { writeZip } from "#test/fixtures/zip-writer";

const tables = openHelperPool({ name: "table-helper", size: 1 });
const images = openHelperPool({ name: "image-helper", size: 1 });
let folder: string;
beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "zips-")), "inside");
  await mkdir(folder);
});
afterAll(async () => {
  tables.close();
  images.close();
  await rm(join(folder, ".."), { recursive: true });
});

describe("a ZIP from outside", () => {
  for (const { no, file, make, outcome, code } of badZips) {
    it(`${no} ${file} is ${outcome}: ${code}`, async () => {
      const path = join(folder, file);
      await writeFile(path, await make());
      expect(await checkLooseFile(path, { images, tables })).toMatchObject({ path, outcome, code });
      await rm(path);
      expect(await readdir(folder)).toEqual([]);
    });
  }

  it("leaves nothing outside the folder and takes no great memory, whatever it claims", async () => {
    expect(await readdir(join(folder, ".."))).toEqual(["inside"]);
    for (const place of [tmpdir(), process.cwd(), "/tmp"].filter(existsSync))
      expect((await readdir(place)).filter((name) => name.startsWith("ESCAPED"))).toEqual([]);
    if (!existsSync("/proc")) return;
    for (const pid of tables.pids()) {
      const status = readFileSync(`/proc/${pid}/status`, "latin1");
      expect(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1])).toBeLessThan(500 * 1024);
    }
  });

  for (const { file, make, name } of namedZips) {
    it(`I37 ${file} shows its name as ${name}`, async () => {
      const { entries } = await checkZip(tables, make());
      expect(entries.map((entry) => entry.name)).toEqual([name]);
      const path = join(folder, `${file}.zip`);
      await writeFile(path, make());
      expect((await checkLooseFile(path, { images, tables })).message).toContain(`「${name}」`);
    });
  }

  it("I39 refuses a deep path and a name with hidden characters, and takes the other odd names", async () => {
    const deep = writeZip([{ name: `${"d/".repeat(120)}x.jpg` }]);
    await expect(checkZip(tables, deep)).rejects.toMatchObject({ code: "zip-path-unsafe" });
    for (const { name, code } of oddNames) {
      const answer = checkZip(tables, writeZip([{ name }])).then(({ entries }) => entries.length);
      if (code === "name-unsafe") await expect(answer, name).rejects.toMatchObject({ code: "zip-path-unsafe" });
      else expect(await answer, name).toBe(1);
    }
  });
});
