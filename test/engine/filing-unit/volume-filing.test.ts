// 案卷归档: gap-free numbers in the lowest class whatever is filed and taken back, former 档号 kept, refused when it must be.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { MatterId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import type { VolumeId } from "#contract/place-of-item";
import type { Retention } from "#contract/retention";
import type { Volume } from "#contract/volume";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";

let archive: TestArchive;
let levels: MatterId[];
beforeAll(async () => {
  archive = await freshArchive();
  const { fondsId } = archive;
  const known = (await ask("matter.list", {})).filter((matter) => matter.category === "KU");
  if (known.length < 2)
    for (const [code, name] of [
      ["01", "凭证"],
      ["02", "账簿"],
    ] as const)
      known.push(await ask("matter.add", { fondsId, category: "KU", code, name }));
  levels = known.slice(0, 2).map((matter) => matter.id);
});
afterAll(() => archive.remove());
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);

const anItemOf = async (category: string, year: number, title = "记账凭证"): Promise<ItemId> => {
  const documentDate = archivalDate.parse(`${year}-06-01`);
  const fields = { category, title, creator: "居委会", documentDate, paperPageCount: 2, matterId: null, year: null };
  return (await ask("item.make", { pageIds: [], fields })).item.id;
};
type Given = { year?: number; retention?: Retention; matterId?: MatterId | null; category?: string; count?: number };
const aVolume = async ({
  year = 2024,
  retention = "D30",
  matterId = levels[0]!,
  category = "KU",
  count = 2,
}: Given = {}): Promise<Volume> => {
  const itemIds: ItemId[] = [];
  for (let at = 0; at < count; at++) itemIds.push(await anItemOf(category, year));
  const [beginDate, endDate] = [archivalDate.parse(`${year}-01-01`), archivalDate.parse(`${year}-12-31`)];
  const fields = { title: `${year}年凭证`, year, retention, matterId, beginDate, endDate };
  return ask("volume.make", { fondsId: archive.fondsId, category, fields, itemIds });
};
const scopeOf = (year: number, category = "KU") => ({ fondsId: archive.fondsId, category, year });
const file = async (year: number, category = "KU") => {
  const { planDigest } = await ask("volume.preview-filing", scopeOf(year, category));
  return ask("volume.file", { ...scopeOf(year, category), planDigest });
};
const unfile = async (id: VolumeId, reason = "装订有误，重新整理") => {
  const { planDigest } = await ask("volume.preview-unfile", { id });
  return ask("volume.unfile", { id, reason, planDigest });
};
/** Changes the store behind the program's back. */
async function tamper(statement: string): Promise<void> {
  await ask("archive.lock", {});
  const slot = (await readSlots(archive.folder)).slots[0]!;
  const connection = openDatabase(archivePaths(archive.folder).database, (await openSlot(slot, testPassphrase))!);
  connection.raw.exec(statement);
  connection.close();
  await ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
}

describe("filing volumes", () => {
  it("numbers volumes in their class and items inside from 1, under one 档号", async () => {
    const [one, two] = [await aVolume(), await aVolume({ count: 3 })];
    const other = await aVolume({ matterId: levels[1]! });
    expect(await file(2024)).toEqual({ filedCount: 3, itemCount: 7 });
    const [a, b, c] = await Promise.all([one, two, other].map(({ id }) => ask("volume.read", { id })));
    expect([a!.volumeNumber, b!.volumeNumber, c!.volumeNumber]).toEqual([1, 2, 1]);
    expect(a!.archivalCode).toMatch(/^C001-KU·\w+·2024(·D30)?-001$/);
    expect(b!.items.map((item) => [item.itemNumber, item.archivalCode])).toEqual(
      [1, 2, 3].map((number) => [number, `${b!.archivalCode}-00${number}`]),
    );
    expect(b!.items[0]).toMatchObject({ state: "filed", year: 2024, retention: "D30", matterId: levels[0] });
    await expect(
      ask("volume.describe", { id: a!.id, revision: a!.revision, fields: { title: "x" } }),
    ).rejects.toMatchObject({ code: "volume-filed" });
    await expect(
      ask("item.describe", { id: b!.items[0]!.id, revision: b!.items[0]!.revision, fields: { title: "x" } }),
    ).rejects.toMatchObject({ code: "item-filed" });
    await expect(ask("volume.arrange", { id: a!.id, revision: a!.revision, itemIds: [] })).rejects.toMatchObject({
      code: "volume-filed",
    });
  });

  it("is refused under another plan, with things missing, for a closed year, for a 门类 of items", async () => {
    const volume = await aVolume({ year: 2023 });
    const { planDigest } = await ask("volume.preview-filing", scopeOf(2023));
    await ask("volume.describe", { id: volume.id, revision: volume.revision, fields: { title: "改过" } });
    await expect(ask("volume.file", { ...scopeOf(2023), planDigest })).rejects.toMatchObject({
      code: "filing-preview-stale",
    });
    const empty = await aVolume({ year: 2023, count: 0 });
    await expect(file(2023)).rejects.toMatchObject({ code: "filing-not-ready", details: { count: 1 } });
    await ask("volume.dissolve", { id: empty.id, revision: empty.revision });
    await tamper(
      `INSERT INTO filing_year (fonds_id, category, year, closed_at, closed_by, item_count, page_sum, record_hash)
       VALUES ('${archive.fondsId}', 'KU', 2023, '2024-06-30', 'x', 0, 0, '')`,
    );
    await expect(file(2023)).rejects.toMatchObject({ code: "year-closed" });
    expect((await ask("volume.read", { id: volume.id })).state).toBe("draft");
    await expect(ask("volume.preview-filing", scopeOf(2024, "WS"))).rejects.toMatchObject({
      code: "category-not-volume",
    });
  });

  it("is taken back with a preview of every number, former 档号 kept; not without a reason, not when closed or altered", async () => {
    const volumes = [];
    for (let at = 0; at < 3; at++) volumes.push(await aVolume({ year: 2022 }));
    await file(2022);
    const [first, second, third] = await Promise.all(volumes.map(({ id }) => ask("volume.read", { id })));
    const { changes } = await ask("volume.preview-unfile", { id: second!.id });
    expect(changes.map((change) => [change.oldNumber, change.newNumber, change.newCode])).toEqual([
      [2, null, ""],
      [3, 2, second!.archivalCode],
    ]);
    await expect(unfile(second!.id, " ")).rejects.toMatchObject({ code: "reason-missing" });
    await expect(ask("volume.unfile", { id: second!.id, reason: "x", planDigest: "other" })).rejects.toMatchObject({
      code: "filing-preview-stale",
    });
    const back = await unfile(second!.id);
    expect(back).toMatchObject({ state: "draft", volumeNumber: null, archivalCode: "", itemCount: 2 });
    expect(back.items.map((item) => [item.id, item.state, item.archivalCode])).toEqual(
      second!.items.map((item) => [item.id, "draft", ""]),
    );
    const moved = await ask("volume.read", { id: third!.id });
    expect(moved).toMatchObject({ volumeNumber: 2, archivalCode: second!.archivalCode });
    expect(moved.items.map((item) => item.archivalCode)).toEqual(second!.items.map((item) => item.archivalCode));
    expect(await ask("volume.former-codes", { id: third!.id })).toMatchObject([
      { archivalCode: third!.archivalCode, reason: "装订有误，重新整理" },
    ]);
    expect(await ask("filing.former-codes", { itemId: third!.items[0]!.id })).toMatchObject([
      { archivalCode: third!.items[0]!.archivalCode },
    ]);
    await expect(ask("volume.preview-unfile", { id: second!.id })).rejects.toMatchObject({ code: "volume-not-filed" });
    await expect(ask("volume.preview-unfile", { id: "x" as VolumeId })).rejects.toMatchObject({
      code: "volume-not-found",
    });
    await tamper(`UPDATE item SET title = '改了一个字' WHERE id = '${moved.items[0]!.id}'`);
    await expect(unfile(first!.id)).rejects.toMatchObject({ code: "record-altered" });
    expect((await ask("volume.read", { id: first!.id })).state).toBe("filed");
    await tamper(
      `INSERT INTO filing_year (fonds_id, category, year, closed_at, closed_by, item_count, page_sum, record_hash)
       VALUES ('${archive.fondsId}', 'KU', 2022, '2023-06-30', 'x', 0, 0, '')`,
    );
    await expect(unfile(first!.id)).rejects.toMatchObject({ code: "year-closed" });
  });

  it("stays without a gap and without a double, whatever is filed and taken back", async () => {
    // A small generator of its own, so that a failing run can be repeated.
    let state = 20_241;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state % below;
    };
    const kinds: Required<Pick<Given, "year" | "retention" | "matterId">>[] = [];
    for (const year of [2015, 2016])
      for (const retention of ["D10", "D30"] as const)
        for (const matterId of levels) kinds.push({ year, retention, matterId });
    for (let round = 0; round < 4; round++) {
      for (let at = 0; at < 5; at++) await aVolume({ ...kinds[random(kinds.length)]!, count: 1 });
      for (const year of [2015, 2016]) await file(year);
      const filed = [];
      for (const year of [2015, 2016])
        filed.push(...(await ask("volume.list", { ...scopeOf(year), state: "filed", limit: 1000 })).rows);
      for (let at = 0; at < 2; at++) {
        const [victim] = filed.splice(random(filed.length), 1);
        if (victim) await unfile(victim.id);
      }
      const classes = new Map<string, number[]>();
      const codes = new Set<string>();
      let count = 0;
      for (const year of [2015, 2016])
        for (const row of (await ask("volume.list", { ...scopeOf(year), state: "filed", limit: 1000 })).rows) {
          const key = `${row.year} ${row.retention} ${row.matterId}`;
          classes.set(key, [...(classes.get(key) ?? []), row.volumeNumber!]);
          codes.add(row.archivalCode);
          count += 1;
        }
      expect(codes.size).toBe(count);
      for (const [key, numbers] of classes)
        expect(
          numbers.toSorted((a, b) => a - b),
          key,
        ).toEqual(numbers.map((_, at) => at + 1));
    }
  }, 60_000);

  it("counts across years where the template leaves the year out", async () => {
    await tamper(
      "UPDATE category SET code_template = '{fonds}-{category}·{matter}-{volume:3}-{item:3}' WHERE code = 'KJ'",
    );
    const own = { category: "KJ", matterId: null };
    const [one, two] = [await aVolume({ ...own, year: 2020, retention: "Y" }), await aVolume({ ...own, year: 2021 })];
    for (const matter of (await ask("matter.list", {})).filter((each) => each.category === "KJ"))
      for (const volume of [one, two]) {
        const { revision } = await ask("volume.read", { id: volume.id });
        await ask("volume.describe", { id: volume.id, revision, fields: { matterId: matter.id } });
      }
    await file(2020, "KJ");
    await file(2021, "KJ");
    const numbers = await Promise.all(
      [one, two].map(async ({ id }) => (await ask("volume.read", { id })).volumeNumber),
    );
    expect(numbers).toEqual([1, 2]);
    await unfile(one.id);
    expect((await ask("volume.read", { id: two.id })).volumeNumber).toBe(1);
  });
});
