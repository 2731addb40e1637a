import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { resourcePath } from "#engine/resources";

let folder = "";
beforeEach(async () => void (folder = await realpath(await mkdtemp(join(tmpdir(), "resources-")))));
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Where the module, standing at `place`, finds the shipped file "a". */
async function foundFrom(place: string): Promise<string> {
  const module = join(folder, place, "resources.ts");
  await mkdir(join(folder, place), { recursive: true });
  await mkdir(join(folder, "dist/resources"), { recursive: true });
  await writeFile(join(folder, "dist/resources/a"), "");
  await copyFile(fileURLToPath(new URL("../../engine/resources.ts", import.meta.url)), module);
  const ask = `const { resourcePath } = await import(${JSON.stringify(pathToFileURL(module).href)}); process.stdout.write(resourcePath("a"));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", ask], { encoding: "utf8" });
  return stdout || stderr;
}

describe("the shipped files", () => {
  it("are found from source", () => {
    expect(resourcePath("fonts/noto-serif-sc-regular.ttf")).toBe(
      fileURLToPath(new URL("../../resources/fonts/noto-serif-sc-regular.ttf", import.meta.url)),
    );
  });

  it.each(["dist/engine", "dist/engine/chunks"])("are found from a bundle in %s", async (place) => {
    expect(await foundFrom(place)).toBe(join(folder, "dist/resources/a"));
  });

  it("that were not shipped are a fault that names them", () => {
    expect(() => resourcePath("fonts/none.ttf")).toThrow("resources/fonts/none.ttf");
  });
});
