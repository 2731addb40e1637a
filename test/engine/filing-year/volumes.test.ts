// A year of a class that is filed by 案卷: checked, boxed by hand of a stranger, closed.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { Retention } from "#contract/retention";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { aPaper } from "#test/support/paper-items";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const scope = () => ({ fondsId: archive.fondsId, category: "KU", year: 2024 });
const check = () => ask("filing-year.check", scope());
async function aVolume(retention: Retention, year = 2024): Promise<void> {
  const matters = (await ask("matter.list", {})).filter((matter) => matter.category === "KU");
  const matterId = matters[0]?.id ?? (await ask("matter.add", { ...scope(), code: "01", name: "凭证" })).id;
  const item = await aPaper(archive, {
    category: "KU",
    matterId: null,
    year: null,
    title: "记账凭证",
    date: `${year}-06-01`,
  });
  const [beginDate, endDate] = [archivalDate.parse(`${year}-01-01`), archivalDate.parse(`${year}-12-31`)];
  const fields = { title: `${year}年凭证`, year, retention, matterId, beginDate, endDate };
  await ask("volume.make", { fondsId: archive.fondsId, category: "KU", fields, itemIds: [item.id] });
}
async function reach(sql: string): Promise<void> {
  await ask("archive.lock", {});
  const slot = (await readSlots(archive.folder)).slots[0]!;
  const connection = openDatabase(archivePaths(archive.folder).database, (await openSlot(slot, testPassphrase))!);
  connection.raw.exec(sql);
  connection.close();
  await ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
}

describe("a year filed by 案卷", () => {
  it("names volumes without a number and papers in no volume; the year does not close over them", async () => {
    await aVolume("D30");
    await aVolume("Y");
    await aVolume("D30");
    const loose = await aPaper(archive, { category: "KU", matterId: null, title: "散件" });
    const { findings, checkDigest } = await check();
    expect(findings.filter((each) => each.code === "volume-draft")).toHaveLength(3);
    expect(findings.filter((each) => each.itemId === loose.id).map((each) => each.code)).toContain("draft-left");
    const { problems } = await ask("filing.preview", scope());
    expect(problems.filter((each) => each.itemId === loose.id).map((each) => each.code)).toContain("volume-missing");
    await expect(ask("filing-year.close", { ...scope(), checkDigest })).rejects.toMatchObject({ code: "year-empty" });
    await ask("item.dissolve", { id: loose.id, revision: loose.revision });
  });

  it("finds no gap where 案卷号 run across terms, and one where a number is really lost", async () => {
    const { planDigest } = await ask("volume.preview-filing", scope());
    await ask("volume.file", { ...scope(), planDigest });
    const gaps = async () => (await check()).findings.filter((each) => each.code === "number-gap");
    expect(await gaps()).toEqual([]);
    await reach("UPDATE volume SET volume_number = 9 WHERE volume_number = (SELECT max(volume_number) FROM volume)");
    const found = await gaps();
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((each) => each.volumeId !== null && each.isBlocking)).toBe(true);
    await reach(
      "UPDATE volume SET volume_number = (SELECT max(volume_number) + 1 FROM volume WHERE volume_number < 9) WHERE volume_number = 9",
    );
    expect(await gaps()).toEqual([]);
  });

  it("closes as a year of items does", async () => {
    const { checkDigest, blockingCount } = await check();
    expect(blockingCount).toBe(0);
    expect(await ask("filing-year.close", { ...scope(), checkDigest })).toMatchObject({ itemCount: 3 });
    const { rows } = await ask("volume.list", { fondsId: archive.fondsId, category: "KU" });
    await expect(ask("volume.preview-unfile", { id: rows[0]!.id })).rejects.toMatchObject({ code: "year-closed" });
    const { rows: items } = await ask("item.list", { filter: { category: "KU" } });
    const { id: itemId, revision } = items[0]!;
    const correct = { itemId, revision, reason: "期限定错" };
    await expect(ask("filing-year.correct", { ...correct, fields: { retention: "D10" } })).rejects.toMatchObject({
      code: "item-in-volume",
    });
    await ask("filing-year.correct", { ...correct, fields: { title: "记账凭证（一）" } });
    expect(await ask("filing-year.verify-hashes", scope())).toMatchObject({
      differing: [],
      closedYears: [{ isWhole: true }],
    });
  });
});
