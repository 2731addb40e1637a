// What the README tells somebody to type is there to be typed.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "#engine/cli/commands";
import { projectFolder } from "./tree.ts";

const read = (file: string): string => readFileSync(join(projectFolder, file), "utf8");
const readme = read("README.md");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

describe("the README", () => {
  it("names every command of the terminal, and no other", () => {
    const told = [...readme.matchAll(/^npm run -s lindang -- ((?:package )?[a-z-]+)/gm)].map(([, name]) => name);
    expect(told.sort()).toEqual(Object.keys(commands).sort());
  });

  it("names options the terminal knows", () => {
    const told = [...readme.matchAll(/--([a-z][a-z-]{2,})/g)]
      .map(([, name = ""]) => name)
      .filter((name) => name !== "out");
    const known = read("engine/cli/read-arguments.ts");
    expect(told.length).toBeGreaterThan(5);
    expect(
      told.filter(
        (name) => !new RegExp(String.raw`^\s*"?${name}"?: \{ type: "(?:string|boolean)" \}`, "m").test(known),
      ),
    ).toEqual([]);
  });

  it("calls scripts that package.json has", () => {
    const told = [...readme.matchAll(/npm run (?:-s )?([a-z-]+)/g)].map(([, name = ""]) => name);
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("points at files that are there", () => {
    const told = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, file = ""]) => file);
    expect(told.length).toBeGreaterThan(3);
    expect(told.filter((file) => !existsSync(join(projectFolder, file)))).toEqual([]);
  });

  it("lists the licence of every part that ships", () => {
    const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
    const names: Record<string, string> = {
      "@cj-tech-master/excelts": "excelts",
      "@expo-google-fonts/noto-sans-jp": "Noto Sans JP",
      "@expo-google-fonts/noto-sans-sc": "Noto Sans SC",
      "@expo-google-fonts/noto-serif-sc": "Noto Serif SC",
    };
    const table = readme.slice(readme.indexOf("## Licences"));
    expect(Object.keys(dependencies).filter((name) => !table.includes(names[name] ?? name))).toEqual([]);
  });
});
