// Which page waits: kept by the table itself, whoever shows another image of a page or changes the engine.
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { PageId } from "#contract/scan";
import { migrate } from "#db/migrate";
import { connectionOf, type Connection } from "#db/open";
import { getReading, putReading, setOutdatedWaiting, setUnreadable } from "#db/reading";
import { countReadings, nextWaiting } from "#db/reading-queue";
import { addScan } from "#db/scan";

let raw: Database.Database;
let connection: Connection;
const ids = ["a", "b", "c"] as PageId[];
const [first, second, third] = ids as [PageId, PageId, PageId];
beforeEach(() => {
  raw = new Database(":memory:");
  migrate(raw);
  connection = connectionOf(raw);
  raw.prepare("INSERT INTO vault_file VALUES ('f', '', 1, 1, '', '')").run();
  const version = {
    kind: "original" as const,
    madeBy: "",
    fileId: "f",
    mediaType: "image/jpeg",
    width: 9,
    height: 9,
    dpi: null,
    colourMode: "grey" as const,
  };
  connection.write((db) =>
    addScan(
      db,
      {
        id: "s" as never,
        sourceName: "",
        mediaType: "image/jpeg",
        pageCount: 3,
        fileId: "f",
        sourceModifiedAt: "",
        enteredAt: "",
        warning: "",
      },
      ids.map((id) => ({ id, version })),
    ),
  );
});
afterEach(() => connection.close());

const show = (id: PageId, version: number): void => {
  raw.prepare("UPDATE page SET shown_version = ? WHERE id = ?").run(version, id);
};
const next = (preferred: PageId[] = []): PageId | undefined => nextWaiting(connection.read, preferred)?.pageId;
const sealed = { fileId: "f", reading: Buffer.from("x"), words: Buffer.from("y") };
const read = (id: PageId, engine = "one"): void =>
  connection.write(
    (db) => void putReading(db, id, { state: "read", versionNumber: 1, engine, characterCount: 4 }, sealed),
  );
const stateOf = (id: PageId): string | undefined => getReading(connection.read, id)?.state;

it("newest first; those somebody looks at before them; pages set aside not at all", () => {
  expect(next()).toBe(third);
  expect(next([second, first])).toBe(second);
  read(second);
  expect(next([second])).toBe(third);
  raw.prepare("UPDATE page SET set_aside = 'blank' WHERE id = 'c'").run();
  expect(next()).toBe(first);
  expect(next([third])).toBe(first);
  expect(countReadings(connection.read)).toEqual({ waiting: 1, read: 1, unreadable: 0 });
});

it("another image of a page waits; back at the image that was read, nothing does", () => {
  read(first);
  show(first, 2);
  expect(stateOf(first)).toBe("waiting");
  // What was read before stays usable until then.
  expect(raw.prepare("SELECT count(*) FROM reading_text").pluck().get()).toBe(1);
  show(first, 1);
  expect(stateOf(first)).toBe("read");
  connection.write((db) => setUnreadable(db, second, 1, "one"));
  show(second, 2);
  show(second, 1);
  expect(stateOf(second)).toBe("unreadable");
  show(third, 2);
  show(third, 1);
  expect(stateOf(third)).toBe("waiting");
});

it("another engine puts back what was read and what could not be, a piece at a time", () => {
  read(first);
  read(second, "two");
  connection.write((db) => setUnreadable(db, third, 1, "one"));
  expect(connection.write((db) => setOutdatedWaiting(db, "two", 1))).toBe(1);
  expect(connection.write((db) => setOutdatedWaiting(db, "two", 10))).toBe(1);
  expect(connection.write((db) => setOutdatedWaiting(db, "two", 10))).toBe(0);
  expect(ids.map(stateOf)).toEqual(["waiting", "read", "waiting"]);
});

it("finds the next of many without looking at all of them", () => {
  const plan = raw
    .prepare(
      "EXPLAIN QUERY PLAN SELECT r.page_id FROM reading r JOIN page p ON p.id = r.page_id WHERE r.state = 'waiting' AND p.set_aside = '' ORDER BY r.page_seq DESC LIMIT 1",
    )
    .all() as { detail: string }[];
  expect(plan.map(({ detail }) => detail).join("\n")).toMatch(/reading_waiting/);
  expect(plan.map(({ detail }) => detail).join("\n")).not.toMatch(/TEMP B-TREE/);
});
