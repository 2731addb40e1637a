// What is sealed stands nowhere in clear: not in the decrypted database, journal, ways back, backup or export (P3, P7). Planted
// values are looked for in every column of every table.
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wholeDay } from "#contract/whole-day";
import { openDatabase } from "#db/open";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { testPassphrase } from "#test/support/archive";
import { anItem } from "#test/support/sample";
import { residentArchive, today, withCheck, type ResidentArchive } from "./resident-archive.ts";

const name = "欧阳碧瑶";
const idNumber = withCheck("99990119900101777");
const formerNumber = withCheck("99990119900101888");
const account = "6222020200998877665";
const ethnicity = "塔吉克族";
const formerEthnicity = "裕固族";
const planted = [idNumber, formerNumber, account, ethnicity, formerEthnicity];

let archive: ResidentArchive;
let place = "";
let key: Buffer;

beforeAll(async () => {
  archive = await residentArchive();
  const { ask } = archive.engine;
  place = join(archive.around, "备份盘");
  await mkdir(place);
  const made = await archive.add({ name, bornOn: "1990-01-01" as never, idNumber: formerNumber, account });
  await ask("resident.describe", { id: made.id, revision: made.revision, name, idNumber });
  const twin = await archive.add({ name, idNumber, account });
  const into = await ask("resident.read", { id: made.id });
  await ask("resident.join", { id: twin.id, revision: 1, into: made.id, intoRevision: into.revision });
  const consent = { givenOn: wholeDay.parse("2026-05-02") };
  const statedOn = wholeDay.parse("2026-05-01");
  await ask("ethnicity.state", { residentId: made.id, ethnicity: formerEthnicity, statedOn, consent });
  await ask("ethnicity.state", { residentId: made.id, ethnicity, statedOn, consent });
  await ask("resident.reveal", { id: made.id, field: "idNumber", reasonCode: "own-matter" });
  await ask("resident.reveal", { id: made.id, field: "account", reasonCode: "print-form" });
  await ask("ethnicity.read", { residentId: made.id });
  await ask("resident.lookup", { words: idNumber });
  await anItem(archive);
  await ask("search.rebuild", {});
  await ask("settings.revise", { backupFolder: place });
  await ask("backup.make", {});
  const slot = (await readSlots(archive.folder)).slots[0];
  const opened = slot && (await openSlot(slot, testPassphrase));
  if (!opened) throw new Error("the archive opens under its passphrase");
  key = opened;
});
afterAll(() => archive.remove());

/** Every value of every table, one after the other. */
function dump(path: string): Buffer {
  const { raw, close } = openDatabase(path, key);
  const tables = raw.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main'").pluck().all() as string[];
  const parts = tables.flatMap((table) =>
    (raw.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][]).flatMap((row) =>
      row.flatMap((value) => [Buffer.isBuffer(value) ? value : Buffer.from(String(value)), Buffer.from("\n")]),
    ),
  );
  close();
  return Buffer.concat(parts);
}
const standing = (bytes: Buffer): string[] =>
  planted.filter((value) => bytes.includes(value) || bytes.includes(Buffer.from(value, "utf16le")));

describe("a sealed value", () => {
  it("stands in no column of the decrypted database, where the name does", () => {
    const bytes = dump(join(archive.folder, "archive.db"));
    expect(bytes.includes(name)).toBe(true);
    expect(standing(bytes)).toEqual([]);
    for (const value of planted) expect(bytes.includes(Buffer.from(value).toString("base64"))).toBe(false);
  });

  it("stands in no column of a backup, and in none of its files", async () => {
    const backup = join(place, "测试社区.备份");
    expect(standing(dump(join(backup, "archive.db")))).toEqual([]);
    expect(standing(dump(join(backup, "keys.db")))).toEqual([]);
  });

  it("stands in no answer about journal, ways back or looks", async () => {
    const { ask } = archive.engine;
    const said = JSON.stringify([
      await ask("journal.list", { limit: 200 }),
      await ask("undo.next", {}),
      await ask("reveal.list", {}),
      await ask("resident.lookup", { words: name }),
      await ask("consent.list", { residentId: (await ask("resident.lookup", { words: name }))[0]!.id }),
    ]);
    expect(said).toContain(today);
    expect(standing(Buffer.from(said))).toEqual([]);
  });

  it("leaves in no export of everything, nor does the name", async () => {
    const into = join(archive.around, "导出");
    await mkdir(into);
    await archive.engine.ask("open-export.write", { into, restricted: { reason: "交接前的完整备份" } });
    const files = (await readdir(into, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const bytes = await readFile(join(file.parentPath, file.name));
      expect(standing(bytes)).toEqual([]);
      expect(bytes.includes(name)).toBe(false);
    }
  });

  it("has digests that say nothing without the archive's key: equal numbers meet, plain hashes are not there", async () => {
    const { createHash } = await import("node:crypto");
    const bytes = dump(join(archive.folder, "archive.db"));
    for (const value of [idNumber, account, ethnicity])
      for (const kind of ["md5", "sha1", "sha256", "sha512"])
        for (const spelling of ["hex", "base64"] as const)
          expect(bytes.includes(createHash(kind).update(value).digest(spelling))).toBe(false);
  });
});
