import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageFinding, packageProblemText, verdictOf } from "#contract/package-problem-text";
import { packageProblemCode } from "#contract/package-report";

const root = join(import.meta.dirname, "../..");
const read = (folder: string): string =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(root, folder, name), "utf8"))
    .join("\n");

describe("a finding", () => {
  it.each(packageProblemCode.options)("%s ends as a sentence, fills its places, is raised and tested", (code) => {
    expect(packageProblemText[code][1]).toMatch(/[。]$/);
    expect(packageFinding(code, "甲", "乙").message).not.toMatch(/[{}]/);
    expect(read("engine/package")).toContain(`"${code}"`);
    expect(read("test/fixtures") + read("test/engine/package")).toContain(code);
  });

  it("that is an error makes a package invalid, a warning does not", () => {
    expect(verdictOf([])).toBe("valid");
    expect(verdictOf([packageFinding("system-file", "Thumbs.db")])).toBe("warning");
    expect(verdictOf([packageFinding("system-file", "Thumbs.db"), packageFinding("data-missing")])).toBe("invalid");
  });
});
