import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDeskState } from "#electron/desk-state";

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), "desk-")), "desk.json");
});
afterEach(() => rmSync(dirname(file), { recursive: true, force: true }));

describe("the desk remembers", () => {
  it("what was changed, and keeps the rest", async () => {
    const state = await openDeskState(file);
    await state.rememberDesk({ theme: "dark" });
    await state.rememberDesk({ archiveFolders: ["/档案/梧桐里.lindang"] });
    await state.rememberBounds({ x: 1, y: 2, width: 1366, height: 700, isMaximized: false });
    const again = await openDeskState(file);
    expect(again.desk()).toMatchObject({ theme: "dark", archiveFolders: ["/档案/梧桐里.lindang"], textScale: 1 });
    expect(again.bounds()).toEqual({ x: 1, y: 2, width: 1366, height: 700, isMaximized: false });
  });

  it("the last of many changes made at once, in a whole file and no other", async () => {
    const state = await openDeskState(file);
    const widths = Array.from({ length: 50 }, (_, index) => index + 100);
    await Promise.all(widths.map((width) => state.rememberDesk({ splitters: { list: width } })));
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ desk: { splitters: { list: 149 } } });
    expect(readdirSync(dirname(file))).toEqual(["desk.json"]);
  });

  it("nothing of a file that is broken, foreign or out of bounds", async () => {
    for (const text of ["", "{", "[]", '{"desk":{"theme":"pink"}}', '{"desk":{"textScale":9}}', "null"]) {
      writeFileSync(file, text);
      const state = await openDeskState(file);
      expect(state.desk()).toMatchObject({ theme: "system", textScale: 1, archiveFolders: [] });
      expect(state.bounds()).toBeUndefined();
    }
  });

  it("in this run what a full disk could not keep", async () => {
    const state = await openDeskState(join(file, "no-folder", "desk.json"));
    writeFileSync(file, "a file where the folder should be");
    await expect(state.rememberDesk({ rowHeight: "comfortable" })).resolves.toMatchObject({ rowHeight: "comfortable" });
  });
});
