// Marks of a page in the bare store: what a machine measured gives way to what a person said, whichever came first.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { pageId } from "#contract/scan";
import { migrate } from "#db/migrate";
import { type Connection, openDatabase } from "#db/open";
import { addPageMark, listPageMarks, renewPageMarks, setByClerk } from "#db/page-mark";

let folder: string;
let connection: Connection;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lindang-marks-"));
  connection = openDatabase(join(folder, "archive.db"), Buffer.alloc(32, 7), { mayCreate: true });
  migrate(connection.raw);
  // Only the marks are asked about here: no page, no file.
  connection.raw.pragma("foreign_keys = OFF");
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true });
});

const page = pageId.parse("0190f0c0-0000-7000-8000-000000000001");
const red = new Map([["first-page" as const, "red-head"]]);

it("a page looked at before it was wholly kept begins a paper all the same when the clerk says so", () => {
  connection.write((db) => {
    renewPageMarks(db, page, ["first-page"], red);
    addPageMark(db, page, "first-page", setByClerk);
    renewPageMarks(db, page, ["first-page"], red);
    renewPageMarks(db, page, ["first-page"], new Map());
  });
  expect(listPageMarks(connection.read, page)).toEqual([{ mark: "first-page", value: "clerk", isSettled: false }]);
});

it("of two measures the first stays", () => {
  connection.write((db) => {
    addPageMark(db, page, "blur", "0.11");
    addPageMark(db, page, "blur", "0.09");
  });
  expect(listPageMarks(connection.read, page)).toEqual([{ mark: "blur", value: "0.11", isSettled: false }]);
});
