// A granted deletion: the values are gone from the store, its history, its ways back and every backup within reach; what is out of
// reach is named and waits (personal-data P9, P14; PIPL 47).
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { testPassphrase } from "#test/support/archive";
import { indexOfRows, keptIndex, lookBehind } from "#test/support/ledger-store";
import { canary, neighbour, personArchive, type PersonArchive } from "#test/support/person-archive";
import { granted } from "#test/support/rights";
import type { Output } from "#contract/contract";

let archive: PersonArchive;
let key: Buffer;
let done: Output<"rights-request.decide">;
const ask: PersonArchive["engine"]["ask"] = (...given) => archive.engine.ask(...given);
const near = (): string => join(archive.around, "近");
const far = (): string => join(archive.around, "远");
const backupIn = (place: string): string => join(place, "测试社区.备份");

/** Every text and blob of a database, one after the other, as it can be read with the key. */
function everyValue(path: string): string {
  const { raw, close } = openDatabase(path, key, { isReadonly: true });
  const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  const values = tables.flatMap((table) => raw.prepare(`SELECT * FROM "${table}"`).raw().all().flat());
  close();
  return values.map((value) => (Buffer.isBuffer(value) ? value.toString("latin1") : String(value))).join("\n");
}
const hers = [canary.name, canary.phone, canary.idNumber, canary.account, canary.illness, canary.ethnicity];

beforeAll(async () => {
  archive = await personArchive();
  key = (await openSlot((await readSlots(archive.folder)).slots[0]!, testPassphrase))!;
  await mkdir(near());
  await mkdir(far());
  await ask("settings.revise", { backupFolder: far() });
  await ask("backup.make", {});
  await rename(far(), `${far()}-拔下`);
  await ask("settings.revise", { backupFolder: near() });
  await ask("backup.make", {});
  // History, a way back and a look, which hold words of her too.
  await ask("ledger.write-rows", {
    ...{ ledgerId: archive.aid.id, kind: "edit" },
    rows: [{ id: archive.aidRow.id, revision: 1, cells: { note: `${canary.name}来电催办` } as never }],
  });
  await ask("saved-view.keep", { name: `${canary.name}的件`, filter: {}, order: "entered" });
  await ask("resident.reveal", {
    ...{ id: archive.resident.id, field: "idNumber", reasonCode: "other", reason: "核对申请表" },
  });
  expect(everyValue(archivePaths(archive.folder).database)).toContain(canary.name);
  expect(everyValue(join(backupIn(near()), "archive.db"))).toContain(canary.name);
  done = await granted(archive, "deletion");
});
afterAll(() => archive.remove());

describe("after a granted deletion", () => {
  it("none of her values stands in any table of the archive", async () => {
    // The row that only has her name was not confirmed as hers: it is told before, and left.
    await ask("ledger.remove-rows", {
      ...{ ledgerId: archive.visit.id, reason: "同名行" },
      rows: [{ id: archive.typedRow.id, revision: archive.typedRow.revision }],
    });
    const values = everyValue(archivePaths(archive.folder).database);
    for (const word of hers.filter((each) => each !== canary.name)) expect(values).not.toContain(word);
    // Her name is left in that one row alone.
    expect(values.split(canary.name).length - 1).toBeLessThanOrEqual(2);
    expect(await ask("saved-view.list", {})).toEqual([]);
  });

  it("what stays of her row says that something happened, not with whom", async () => {
    const [row] = await ask("ledger.rows", { ledgerId: archive.aid.id, seqs: [archive.aidRow.seq] });
    expect(row?.cells).toEqual({ happenedOn: "2024-03-05", kind: "就医", amount: "300.00" });
    expect([row?.links, row?.masked]).toEqual([{}, []]);
  });

  it("what its columns were filtered by is gone with the values, and that of every other row stays", async () => {
    await lookBehind(archive, (store) => {
      const kept = keptIndex(store, archive.aid);
      expect(kept.length).toBeGreaterThan(0);
      expect(kept).toEqual(indexOfRows(store, archive.aid));
      const columns = kept.flatMap((entry) => {
        const [row, column] = JSON.parse(entry) as [number, string];
        return row === archive.aidRow.seq ? column : [];
      });
      expect(columns.sort()).toEqual(["amount", "happenedOn", "kind"]);
      expect(keptIndex(store, archive.visit)).toEqual(indexOfRows(store, archive.visit));
    });
  });

  it("a row that names her neighbour keeps his part and is told to a person", async () => {
    const [row] = await ask("ledger.rows", { ledgerId: archive.visit.id, seqs: [archive.sharedRow.seq] });
    expect(row?.cells).toMatchObject({ with: neighbour.name, withPhone: neighbour.phone, result: "已办" });
    expect(Object.keys(row?.cells ?? {})).not.toContain("who");
    expect(done.erasure?.rowsToRead.map(({ rowId }) => rowId)).toEqual([archive.sharedRow.id]);
  });

  it("no history and no way back brings a value again", async () => {
    const history = await ask("ledger.history", { rowId: archive.aidRow.id } as never);
    expect(JSON.stringify(history)).not.toContain(canary.name);
    expect(await ask("undo.next", {})).not.toMatchObject({ action: "resident.add" });
  });

  it("her record is gone, and her neighbour's stands", async () => {
    await expect(ask("resident.read", { id: archive.resident.id })).rejects.toMatchObject({
      code: "resident-not-found",
    });
    expect(await ask("resident.read", { id: archive.other.id })).toMatchObject({ name: neighbour.name });
    expect((await ask("resident.read", { id: archive.other.id })).household?.number).toBe(canary.householdNumber);
  });

  it("the request keeps number, reason and days, and no word of her", () => {
    expect(done.request).toMatchObject({ state: "granted", reasonCode: "granted", words: null, residentId: null });
  });

  it("the backup within reach is written anew without her", () => {
    const values = everyValue(join(backupIn(near()), "archive.db"));
    for (const word of hers.filter((each) => each !== canary.name)) expect(values).not.toContain(word);
    expect(everyValue(join(backupIn(near()), "keys.db"))).not.toContain(archive.resident.id);
  });

  it("the one out of reach is named and waits; the program never says that everything is destroyed", async () => {
    const [erasure] = await ask("erasure.list", {});
    expect(Object.fromEntries(erasure?.media.map(({ place, state }) => [place, state]) ?? [])).toEqual({
      archive: "cleared",
      "safe-copies": "cleared",
      [near()]: "cleared",
      [far()]: "waiting",
    });
  });

  it("a medium that is plugged in elsewhere is cleared there, but only if it is this archive's backup", async () => {
    const empty = join(archive.around, "空");
    await mkdir(empty);
    await expect(ask("erasure.clear", { place: far(), folder: empty })).rejects.toMatchObject({
      code: "erasure-not-this-backup",
    });
    const plugged = `${far()}-拔下`;
    expect(everyValue(join(backupIn(plugged), "archive.db"))).toContain(canary.phone);
    const [erasure] = await ask("erasure.clear", { place: far(), folder: plugged });
    expect(erasure?.media.find(({ place }) => place === far())?.state).toBe("cleared");
    expect(everyValue(join(backupIn(plugged), "archive.db"))).not.toContain(canary.phone);
    await expect(ask("erasure.sign", { place: far(), signedBy: "王敏" })).rejects.toMatchObject({
      code: "erasure-not-found",
    });
  });
});
