import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isSound, safeCopy } from "#db/health";
import { applicationId, climb, hasPendingMigrations, migrate, migrations, schemaVersion } from "#db/migrate";
import { openDatabase } from "#db/open";
import { freshArchive, testPassphrase } from "#test/support/archive";
import { openSlot, readSlots } from "#engine/vault/key-slot";

let folder = "";
const key = randomBytes(32);
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "lindang-migrate-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));
const openNew = () => openDatabase(join(folder, "archive.db"), key, { mayCreate: true });

describe("migrations", () => {
  it("climb from nothing to the newest, one after the other, and mark the file as ours", () => {
    const { raw, close } = openNew();
    for (const step of migrations()) {
      migrate(raw, step.version);
      expect(schemaVersion(raw)).toBe(step.version);
    }
    expect(raw.pragma("application_id", { simple: true })).toBe(applicationId);
    expect(isSound(raw)).toBe(true);
    expect(hasPendingMigrations(raw)).toBe(false);
    close();
  });

  it("make only STRICT tables, all but the word index", () => {
    const { raw, close } = openNew();
    migrate(raw);
    const loose = raw
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all();
    expect(loose.filter((name) => name !== "sqlite_schema")).toEqual([]);
    close();
  });

  it("are all or nothing", () => {
    const { raw, close } = openNew();
    raw.exec("CREATE TABLE item (somebody_elses TEXT)");
    expect(() => migrate(raw)).toThrow();
    expect(schemaVersion(raw)).toBe(0);
    expect(raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()).toEqual(["item"]);
    close();
  });

  it("are told one by one, then each table that is checked; given up on the way they leave everything as it was", () => {
    const { raw, close } = openNew();
    migrate(raw, 17);
    const before = raw.prepare("SELECT name, sql FROM sqlite_schema").all();
    for (const { stage } of climb(raw)) if (stage === "check") break;
    expect(schemaVersion(raw)).toBe(17);
    expect(raw.prepare("SELECT name, sql FROM sqlite_schema").all()).toEqual(before);
    expect([raw.inTransaction, raw.pragma("foreign_keys", { simple: true })]).toEqual([false, 1]);
    const told = [...climb(raw)];
    const steps = told.filter(({ stage }) => stage === "climb");
    expect(steps.map(({ done, total }) => `${done}/${total}`)).toEqual(
      migrations()
        .slice(17)
        .map((_, at, { length }) => `${at}/${length}`),
    );
    const checks = told.slice(steps.length);
    expect(checks.length).toBeGreaterThan(40);
    expect(
      checks.every(({ stage, done, total }, at) => stage === "check" && done === at && total === checks.length),
    ).toBe(true);
    expect(hasPendingMigrations(raw)).toBe(false);
    close();
  });

  it("stand only when every row points at one that is there", () => {
    const { raw, close } = openNew();
    migrate(raw, 17);
    raw.pragma("foreign_keys=OFF");
    raw.exec("INSERT INTO page (seq, id, scan_id, source_page) VALUES (1, 'p', 'no scan', 1)");
    expect(() => migrate(raw)).toThrow("table page points at a row that is not there");
    expect(schemaVersion(raw)).toBe(17);
    expect([raw.inTransaction, raw.pragma("foreign_keys", { simple: true })]).toEqual([false, 1]);
    close();
  });

  it("carry a filed item of the first house over, with its parts, pages and words, and count it", () => {
    const { raw, close } = openNew();
    migrate(raw, 1);
    raw.exec(`
      INSERT INTO fonds VALUES ('f', 'C001', '幸福社区', '居委会', 'DA/T 22-2015');
      INSERT INTO matter VALUES ('m', 'f', 'ZZ', '居民自治');
      INSERT INTO filing_unit VALUES ('u', 'f', 'WS', 2024, 'D30', 'm');
      INSERT INTO item (seq, id, fonds_id, category, title, creator, document_number, document_date, year, retention,
        matter_id, access, security_level, neutral_title, paper_page_count, image_count, remark, state,
        filing_unit_id, item_number, archival_code, record_hash, revision, entered_at, filed_at)
      VALUES (7, 'i', 'f', 'WS', '通知', '居委会', '', '2024', 2024, 'D30', 'm', 'open', '', '', 0, 2, '', 'filed',
        'u', 1, 'C001-WS·2024-D30-ZZ-0001', 'hash', 3, '2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z');
      INSERT INTO item_part VALUES ('i', 1, '正文', '');
      INSERT INTO scan (seq, id, source_name, media_type, page_count, source_modified_at, entered_at)
      VALUES (1, 's', 'a.jpg', 'image/jpeg', 1, '', '2024-01-01T00:00:00Z');
      INSERT INTO page VALUES (1, 'p', 's', 1, 'i', 1, 1);
      INSERT INTO item_ft (rowid, title) VALUES (7, '通 知');
    `);
    migrate(raw);
    const row = raw
      .prepare("SELECT seq, id, page_count, archival_code, revision, carrier, holding, affair FROM item")
      .all();
    expect(row).toEqual([
      {
        seq: 7,
        id: "i",
        page_count: 2,
        archival_code: "C001-WS·2024-D30-ZZ-0001",
        revision: 3,
        carrier: "paper",
        holding: "here",
        affair: "",
      },
    ]);
    expect(raw.prepare("SELECT count(*) FROM item_part JOIN page USING (item_id)").pluck().get()).toBe(1);
    expect(raw.prepare("SELECT category, code FROM matter WHERE id = 'm'").all()).toEqual([
      { category: "WS", code: "ZZ" },
    ]);
    // 科技 and 会计 had no second level yet; the fonds got its scheme and the name it bears.
    expect(raw.prepare("SELECT category || code FROM matter WHERE id <> 'm' ORDER BY 1").pluck().all()).toEqual([
      "KJJJ",
      "KJSB",
      "KUBG",
      "KUPZ",
      "KUQT",
      "KUZB",
    ]);
    expect(raw.prepare("SELECT level_order, from_year FROM scheme_version").all()).toEqual([
      { level_order: "year-retention-matter", from_year: 0 },
    ]);
    expect(raw.prepare("SELECT since, name FROM fonds_name").all()).toEqual([{ since: "", name: "幸福社区" }]);
    // An index of an older making is emptied; the work in the background makes it anew (0016).
    expect(raw.prepare("SELECT version FROM search_index").pluck().get()).toBe(0);
    expect(raw.prepare("SELECT items, pages, digitised FROM item_tally").all()).toEqual([
      { items: 1, pages: 2, digitised: 1 },
    ]);
    expect(raw.pragma("foreign_keys", { simple: true })).toBe(1);
    close();
  });

  it("leave an import into a ledger without a digest of its file, where none was made (0020)", () => {
    const { raw, close } = openNew();
    migrate(raw, 19);
    raw.exec(`
      INSERT INTO fonds (id, code, name, unit, code_standard) VALUES ('f', 'C001', '幸福社区', '居委会', 'DA/T 22-2015');
      INSERT INTO ledger (id, fonds_id, code, name, state, purpose, basis, basis_words, period, source, position)
      VALUES ('l', 'f', 'aid', '困难帮扶', 'open', '', 'none', '', 'month', 'own', 1);
      INSERT INTO ledger_import VALUES ('n', 'l', 'c', '帮扶2023.xlsx', '2026-03-02T01:00:00Z', 'p', 327);
    `);
    migrate(raw);
    expect(raw.prepare("SELECT * FROM ledger_import").get()).toEqual({
      ...{ id: "n", ledger_id: "l", change_id: "c", source_name: "帮扶2023.xlsx", imported_by: "p", row_count: 327 },
      ...{ imported_at: "2026-03-02T01:00:00Z", file_digest: "" },
    });
    close();
  });

  it("refuse a database that is not ours", () => {
    const { raw, close } = openNew();
    raw.pragma("user_version=1");
    expect(() => migrate(raw)).toThrow(expect.objectContaining({ code: "archive-damaged" }));
    close();
  });

  it("leave a safe copy that opens under the same key", async () => {
    const { raw, close } = openNew();
    migrate(raw);
    const copy = safeCopy(raw, join(folder, "archive.db"));
    close();
    await copyFile(copy, join(folder, "copy.db"));
    const again = openDatabase(join(folder, "copy.db"), key);
    expect(isSound(again.raw)).toBe(true);
    again.close();
  });
});

describe("an archive of a newer program", () => {
  it("is refused with its version and left as it was", async () => {
    const archive = await freshArchive();
    await archive.engine.ask("archive.lock", {});
    const path = join(archive.folder, "archive.db");
    const slot = (await readSlots(archive.folder)).slots[0]!;
    const newer = openDatabase(path, (await openSlot(slot, testPassphrase))!);
    newer.raw.pragma("user_version=99");
    newer.close();
    const before = await readFile(path);
    await expect(
      archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase }),
    ).rejects.toMatchObject({
      code: "archive-from-the-future",
      details: { version: 99 },
    });
    expect((await readFile(path)).equals(before)).toBe(true);
    await archive.remove();
  });
});

describe("an open database", () => {
  it("is set exactly as the archive needs it, on every connection", () => {
    const { raw, close } = openNew();
    const is = (name: string): unknown => raw.pragma(name, { simple: true });
    expect([
      is("cipher"),
      is("journal_mode"),
      is("synchronous"),
      is("temp_store"),
      is("foreign_keys"),
      is("secure_delete"),
    ]).toEqual(["sqlcipher", "wal", 2, 2, 1, 1]);
    expect([is("trusted_schema"), is("journal_size_limit")]).toEqual([0, 67108864]);
    migrate(raw);
    close();
    const readonly = openDatabase(join(folder, "archive.db"), key, { isReadonly: true });
    expect([
      readonly.raw.pragma("temp_store", { simple: true }),
      readonly.raw.pragma("synchronous", { simple: true }),
    ]).toEqual([2, 2]);
    expect(() => readonly.raw.exec("DELETE FROM category")).toThrow("readonly");
    readonly.close();
  });

  it("notices one flipped bit", async () => {
    const { raw, close } = openNew();
    migrate(raw);
    // No free pages: a bit that nothing reads is missed by the check.
    raw.exec("VACUUM");
    close();
    const path = join(folder, "archive.db");
    const bytes = await readFile(path);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    const { writeFile } = await import("node:fs/promises");
    await writeFile(path, bytes);
    const broken = openDatabase(path, key);
    expect(() => broken.raw.pragma("integrity_check")).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/SQLITE_(CORRUPT|NOTADB)/) }),
    );
    broken.close();
  });
});
