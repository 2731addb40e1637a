import { builtinModules } from "node:module";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildBundles } from "#tools/build/bundles";
import { engineDigests } from "#tools/build/digests";
import { filesBelow } from "#tools/build/inputs";
import { appIsBuilt } from "#tools/set-up/built-app";
import { fileDigest } from "#tools/set-up/stamp";

const root = process.cwd();
// In a whole run set-up has just built these very sources; a file run by hand builds them itself.
const isBuilt = appIsBuilt(root);
const out = isBuilt ? path.join(root, "dist") : mkdtempSync(path.join(tmpdir(), "bundles-"));

beforeAll(() => (isBuilt ? undefined : buildBundles(root, out, { sourcemap: false })));
afterAll(() => (isBuilt ? undefined : rmSync(out, { recursive: true })));

const programsOf = (folder: string): string[] => filesBelow(out, folder).filter((name) => /\.[cm]js$/.test(name));

/** Packages that a bundle still asks for at run time, without Node's own modules. */
function packagesOf(file: string): string[] {
  const text = readFileSync(path.join(out, file), "utf8");
  const imports = [...text.matchAll(/(?:\bfrom\s*|^import\s*|\b(?:import|require)\()["']([^"'.\s][^"'\s]*)["']/gm)];
  return imports
    .map(([, name = ""]) => name)
    .filter((name) => !name.startsWith("node:") && !builtinModules.includes(name))
    .map((name) => name.split("/", name.startsWith("@") ? 2 : 1).join("/"));
}

describe("the bundles", () => {
  it("leave nothing but Electron outside of the shell, so that it starts without node_modules", () => {
    expect(new Set(["main/main.mjs", "main/preload.cjs"].flatMap(packagesOf))).toEqual(new Set(["electron"]));
  });

  it("make one CommonJS file of the preload, as a sandboxed page demands", () => {
    expect(programsOf("main")).toEqual(["main/main.mjs", "main/preload.cjs"]);
    expect(readFileSync(path.join(out, "main/preload.cjs"), "utf8")).not.toMatch(/^(import|export)\s/m);
  });

  it("ask, in the engine, only for packages that are shipped", () => {
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: object };
    const asked = new Set(programsOf("engine").flatMap(packagesOf));
    expect(asked.size).toBeGreaterThan(0);
    expect([...asked].filter((name) => !Object.keys(dependencies).includes(name))).toEqual([]);
  });

  it("put every helper process and every worker thread beside the engine", () => {
    const programs = filesBelow(root, "engine").filter((name) => /-(helper|worker)\.ts$/.test(name));
    const built = programs
      .filter((name) => !name.endsWith("/start-helper.ts"))
      .map((name) => path.basename(name, ".ts"));
    expect(built.length).toBeGreaterThan(0);
    expect(built.filter((name) => !existsSync(path.join(out, "engine", `${name}.mjs`)))).toEqual([]);
  });

  it("load the page from relative places only: it is served under any address", () => {
    const html = readFileSync(path.join(out, "page/index.html"), "utf8");
    const places = [...html.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, place]) => place);
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((place) => !place?.startsWith("./"))).toEqual([]);
  });

  it("are listed with their digests, beside the Node binary and the addons", () => {
    const { node, entry, files } = engineDigests(root, out);
    expect(files[entry]).toBe(fileDigest(path.join(out, "engine/host.mjs")));
    expect(files[node]).toBe(fileDigest(path.join(root, node)));
    const engine = filesBelow(out, "engine").filter((name) => name.endsWith(".mjs"));
    expect(Object.keys(files)).toEqual(expect.arrayContaining(engine.map((name) => `dist/${name}`)));
    expect(Object.keys(files).filter((name) => name.endsWith(".node")).length).toBeGreaterThanOrEqual(2);
  });
});
