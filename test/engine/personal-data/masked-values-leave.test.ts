// P7, P12: masked values lived with for a year, typed, imported, edited, looked at, frozen and filed, and then everything is put out by
// every door that writes a file (forms: nothing-leaves.test.ts). Each of them has to have written; no file, text layer, part of a
// spreadsheet, backup, index or log holds a value.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formId } from "#contract/form-adjustment";
import type { ItemId } from "#contract/item";
import type { ColumnKey } from "#contract/ledger-column";
import { openDatabase } from "#db/open";
import { designOf } from "#engine/ledger/design-ledger";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { rightId } from "#test/fixtures/legacy-ledger";
import { testPassphrase } from "#test/support/archive";
import { filesHolding } from "#test/support/files-holding";
import { canary, neighbour, personArchive, type PersonArchive } from "#test/support/person-archive";
import { tableFile } from "#test/support/read-table";
import { anItem, fileYear } from "#test/support/sample";

const imported = rightId;
const former = "440524188001010014";
const secrets = [canary.idNumber, canary.account, canary.illness, neighbour.idNumber, imported, former];
/** Pieces long enough to be nobody else's: an index of pieces would be found by them. */
const pieces = secrets.flatMap((secret) => [secret, secret.slice(0, 8), secret.slice(-8), secret.slice(4, 12)]);

let archive: PersonArchive;
let out = "";
const items: ItemId[] = [];
const ask: PersonArchive["engine"]["ask"] = (...given) => archive.engine.ask(...given);
const cells = (given: Record<string, string>): Record<ColumnKey, string> => given as Record<ColumnKey, string>;

/** A year of work with the values. */
async function live(): Promise<void> {
  const ledgerId = archive.aid.id;
  const [matter] = (await ask("matter.list", {})).filter(({ code }) => code === "ZZ");
  const place = { retention: "D10", matterId: matter!.id, keepsIdentified: true } as const;
  const design = { ...designOf(archive.aid), ...place, columns: [...archive.aid.columns] };
  await ask("ledger.design", { id: ledgerId, revision: archive.aid.revision, design });
  const path = await tableFile(archive, `姓名,身份证号,发生日期,备注\n张某,${imported},2024-03-09,来访\n`, "csv");
  expect(await ask("ledger.import", { path, ledgerId })).toMatchObject({ rowsMade: 1 });
  await rm(path);
  const { id, revision } = archive.aidRow;
  const { changeId } = await ask("ledger.write-rows", {
    ...{ ledgerId, kind: "edit" },
    rows: [{ id, revision, cells: cells({ idNumber: former }) }],
  });
  await ask("ledger.revert", { changeId });
  for (const column of ["idNumber", "illness"] as ColumnKey[])
    await ask("ledger.reveal", { rowId: id, column, reasonCode: "own-matter" });
  await ask("resident.reveal", { id: archive.resident.id, field: "account", reasonCode: "own-matter" });
  const { freezes } = await ask("ledger.freeze", { ledgerId, period: "2024-03" });
  expect(freezes.map(({ form }) => form).toSorted()).toEqual(["identified", "plain"]);
  items.push(...freezes.flatMap(({ itemId }) => itemId ?? []), (await anItem(archive)).id);
  expect(await fileYear(archive)).toBe(3);
  await ask("search.rebuild", {});
}

/** Everything that writes outside; what does not write fails the test. */
async function putOut(): Promise<void> {
  const { fondsId, aid, visit } = archive;
  const folder = async (name: string): Promise<string> => {
    await mkdir(join(out, name), { recursive: true });
    return join(out, name);
  };
  for (const output of ["pdf", "xlsx"] as const)
    for (const masked of ["masked", "left-out"] as const) {
      const to = join(out, `台账-${masked}.${output}`);
      const rows = { by: "period", period: "2024" } as const;
      await ask("ledger.write-sheet", { ledgerId: aid.id, rows, names: "shown", masked, output, to });
    }
  for (const format of ["xlsx", "csv"] as const) {
    const of = { fondsId, year: 2024, format };
    await ask("ledger-statistics.export", { ...of, to: join(out, `统计.${format}`), of: { what: "overview" } });
    const by = { what: "count", ledgerId: visit.id, by: "month" } as const;
    await ask("ledger-statistics.export", { ...of, to: join(out, `按月.${format}`), of: by });
  }
  await ask("package.write", { fondsId, year: 2024, into: await folder("移交") });
  await ask("open-export.write", { into: await folder("全部"), restricted: { reason: "交接前的完整备份" } });
  for (const format of ["pdf", "ofd"] as const) {
    const done = await ask("double-layer.write", { itemIds: items, format, into: await folder(`双层${format}`) });
    expect(done.writtenCount).toBeGreaterThan(0);
  }
  const catalogue = { formId: formId.parse("item-catalogue"), scope: { by: "class", fondsId, year: 2024 } } as const;
  for (const output of ["pdf", "xlsx"] as const)
    await ask("form.write", { ...catalogue, output, to: join(out, `目录.${output}`) });
  await ask("settings.revise", { backupFolder: await folder("备份盘") });
  await ask("backup.make", {});
}

beforeAll(async () => {
  archive = await personArchive();
  out = join(archive.around, "带出");
  await mkdir(out);
  await live();
  await putOut();
}, 180_000);
afterAll(() => archive.remove());

describe("a masked value", () => {
  it("the search sees what did leave: the mask, the frozen table, the name where names were asked for", async () => {
    const found = await filesHolding(out, archive.folder, ["●●●●", "就医", canary.name]);
    for (const word of ["移交", "全部", "台账-masked.xlsx: ●●●●", "台账-masked.pdf: ●●●●", `.xlsx: ${canary.name}`])
      expect(found.join("\n"), word).toContain(word);
    // Where what is masked was to be left out, not even the mask stands.
    expect(found.filter((each) => each.startsWith("台账-left-out") && each.endsWith("●●●●"))).toEqual([]);
  });

  it("is in no sheet, export, package, double-layer file, catalogue, statistics or file of a backup", async () => {
    expect(await filesHolding(archive.around, archive.folder, secrets)).toEqual([]);
  });

  it("is in no index: neither it nor a piece of it finds an item or a page", async () => {
    for (const words of pieces) {
      expect((await ask("search.find", { words })).rows, words).toEqual([]);
      expect((await ask("search.find-pages", { words })).hits, words).toEqual([]);
    }
    expect((await ask("search.find", { words: "台账" })).rows.length).toBeGreaterThan(0);
  });

  it("is in no table of the archive or of its backup, decrypted", async () => {
    const key = (await openSlot((await readSlots(archive.folder)).slots[0]!, testPassphrase))!;
    const backup = join(out, "备份盘", "测试社区.备份");
    for (const path of [archivePaths(archive.folder).database, join(backup, "archive.db"), join(backup, "keys.db")]) {
      const { raw, close } = openDatabase(path, key, { isReadonly: true });
      const tables = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
      const bad = tables.filter((table) =>
        (raw.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][])
          .flat()
          .map((value) => (Buffer.isBuffer(value) ? value : Buffer.from(String(value))))
          .some((value) => secrets.some((secret) => value.includes(secret))),
      );
      close();
      expect(bad, path).toEqual([]);
    }
  });

  it("is in no log, register of looks, list of imports, way back or notice", async () => {
    const said = JSON.stringify([
      await ask("journal.list", { limit: 200 }),
      await ask("reveal.list", {}),
      await ask("ledger.imports", {}),
      await ask("ledger.changes", { ledgerId: archive.aid.id }),
      await ask("ledger.history", { rowId: archive.aidRow.id }),
      await ask("undo.next", {}),
      archive.events,
    ]);
    expect(said).toContain("ledger.freeze");
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
  });
});
