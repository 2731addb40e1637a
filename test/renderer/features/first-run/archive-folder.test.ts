import { describe, expect, it } from "vitest";
import { archiveFolder } from "#features/first-run/archive-folder";

describe("the folder of a new archive", () => {
  it("lies below the chosen place, by the separator of its system", () => {
    expect(archiveFolder({ parent: "/home/da", name: "和平里社区" })).toBe("/home/da/和平里社区.lindang");
    expect(archiveFolder({ parent: "D:\\档案", name: "和平里社区" })).toBe("D:\\档案\\和平里社区.lindang");
    expect(archiveFolder({ parent: "D:\\", name: "甲" })).toBe("D:\\甲.lindang");
  });

  it("never leaves the chosen place, whatever the name", () => {
    for (const name of ["../..", "a/b", "a\\b", "..", "C:x", "甲\u202E乙", "甲\n乙"]) {
      const folder = archiveFolder({ parent: "/home/da", name });
      const last = folder.slice("/home/da/".length);
      expect(folder.startsWith("/home/da/")).toBe(true);
      expect(last).not.toMatch(/[/\\:\u202E\n]|^\.\./);
    }
  });

  it("does not end in a dot or blank, which some systems drop", () => {
    expect(archiveFolder({ parent: "/d", name: "社区. " })).toBe("/d/社区_.lindang");
  });
});
