// The committed sample papers: complete, small, described, and without anybody's data.
import { readFile, readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

const folder = resolve(import.meta.dirname, "../../resources/sample-papers");
let names: string[];
beforeAll(async () => void (names = await readdir(folder)));
const ending = (with_: string): string[] => names.filter((name) => name.endsWith(with_));

describe("the sample papers", () => {
  it("are 22 scanned pages with their text beside them and one PDF, in no more than 6 MB", async () => {
    expect(ending(".jpg")).toHaveLength(22);
    expect(ending(".pdf")).toHaveLength(1);
    const texts = [...ending(".jpg"), ...ending(".pdf")].map((name) => name.replace(/[.]\w+$/, ".txt"));
    expect(ending(".txt").sort()).toEqual(texts.sort());
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(6_000_000);
  });

  it("are each described once, with every page in its place", async () => {
    const { items } = JSON.parse(await readFile(join(folder, "papers.json"), "utf8")) as {
      items: { parts: { files: string[] }[] }[];
    };
    const described = items.flatMap(({ parts }) => parts.flatMap(({ files }) => files));
    expect([...described].sort()).toEqual([...ending(".jpg"), ...ending(".pdf")].sort());
    for (const { parts } of items) {
      const own = parts.flatMap(({ files }) => files);
      expect(own).toEqual([...own].sort());
    }
  });

  it("show no number of a person: no identity number, no telephone", async () => {
    for (const name of ending(".txt"))
      expect(await readFile(join(folder, name), "utf8"), name).not.toMatch(/\d{11}|\d{3,4}-\d{7,8}/);
  });
});
