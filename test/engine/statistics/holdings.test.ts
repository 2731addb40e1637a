// The sums of 件数账 are what counting the items would give, after anything that happens to items.
import { afterAll, beforeAll, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { Output } from "#contract/contract";
import { openDatabase } from "#db/open";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { join } from "node:path";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

type Counted = { state: string; items: number; pages: number; images: number };

/** Counted by hand, over a second connection to the same file. */
async function countByHand(): Promise<Counted[]> {
  const slot = (await readSlots(archive.folder)).slots[0]!;
  const own = openDatabase(join(archive.folder, "archive.db"), (await openSlot(slot, testPassphrase))!, {
    isReadonly: true,
  });
  const counted = own.raw
    .prepare(
      "SELECT state, count(*) AS items, sum(page_count) AS pages, sum(image_count) AS images FROM item GROUP BY state",
    )
    .all() as Counted[];
  own.close();
  return counted;
}
const holdings = (scope = {}): Promise<Output<"statistics.holdings">> =>
  archive.engine.ask("statistics.holdings", scope);

async function expectSameAsCounted(): Promise<void> {
  const [{ all }, counted] = [await holdings(), await countByHand()];
  const of = (state: string): Counted =>
    counted.find((row) => row.state === state) ?? { state, items: 0, pages: 0, images: 0 };
  expect([all.filed, all.drafts, all.excluded]).toEqual([of("filed").items, of("draft").items, of("excluded").items]);
  expect([all.pages, all.images]).toEqual([of("filed").pages, of("filed").images]);
}

it("agrees with counting after making, describing, arranging, dissolving and filing", async () => {
  const first = await anItem(archive, {}, 2);
  await anItem(archive, { retention: "D30", documentDate: archivalDate.parse("2024-04-01") });
  const gone = await anItem(archive, { retention: "D10" }, 3);
  await expectSameAsCounted();
  await archive.engine.ask("item.describe", { id: first.id, revision: 1, fields: { paperPageCount: 9 } });
  await archive.engine.ask("item.dissolve", { id: gone.id, revision: 1 });
  await expectSameAsCounted();
  await fileYear(archive);
  await expectSameAsCounted();
  const now = await holdings({ year: 2024 });
  expect(now.all).toMatchObject({ filed: 2, drafts: 0, pages: 10, images: 3, digitised: 2, boxed: 0 });
  expect(now.byRetention.map(({ key, count }) => [key, count.filed])).toEqual([
    ["Y", 1],
    ["D30", 1],
  ]);
  expect((await holdings({ year: 1999 })).all.filed).toBe(0);
});
