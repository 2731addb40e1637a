// 案卷 in boxes: a volume goes in whole, its paper with it, and comes out whole.
import { afterAll, beforeAll, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { ItemId } from "#contract/item";
import { freshArchive, type TestArchive } from "#test/support/archive";

let archive: TestArchive;
beforeAll(async () => {
  archive = await freshArchive();
});
afterAll(() => archive.remove());
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);

async function filedVolume(title: string, pages: readonly number[]): Promise<readonly ItemId[]> {
  const { fondsId } = archive;
  const matters = await ask("matter.list", {});
  const matterId = matters.find((each) => each.category === "KJ")?.id ?? null;
  const itemIds: ItemId[] = [];
  for (const paperPageCount of pages) {
    const fields = {
      category: "KJ",
      matterId: null,
      title: `${title}竣工图`,
      creator: "施工单位",
      documentDate: archivalDate.parse("2024-05-01"),
      paperPageCount,
    };
    itemIds.push((await ask("item.make", { pageIds: [], fields })).item.id);
  }
  const [beginDate, endDate] = [archivalDate.parse("2024-03-01"), archivalDate.parse("2024-05-01")];
  const fields = { title, year: 2024, retention: "Y" as const, matterId, beginDate, endDate };
  await ask("volume.make", { fondsId, category: "KJ", fields, itemIds });
  const scope = { fondsId, category: "KJ", year: 2024 };
  const { planDigest, problems } = await ask("volume.preview-filing", scope);
  expect(problems.filter((each) => each.isBlocking)).toEqual([]);
  await ask("volume.file", { ...scope, planDigest });
  return itemIds;
}

it("a volume is boxed whole, and the year finds nothing mixed", async () => {
  const one = await filedVolume("围墙修缮工程", [100, 150]);
  const two = await filedVolume("活动室装修工程", [200]);
  const year = { fondsId: archive.fondsId, category: "KJ", year: 2024 };
  const { planDigest, newEntryCount } = await ask("box.plan", year);
  expect(newEntryCount).toBe(2);
  await ask("box.commit", { ...year, planDigest });
  const { boxes } = await ask("box.list", year);
  expect(boxes.map((box) => [box.entryCount, box.pageSum, box.thicknessMm, box.spineMm])).toEqual([[2, 450, 47.6, 50]]);
  const { entries, proposedNote } = await ask("box.read", { id: boxes[0]!.id });
  expect(entries.map((entry) => [entry.kind, entry.number, entry.title])).toEqual([
    ["volume", 1, "围墙修缮工程"],
    ["volume", 2, "活动室装修工程"],
  ]);
  expect(proposedNote).toContain("共 2 卷");
  for (const id of [...one, ...two]) expect((await ask("item.read", { id })).boxId).toBe(boxes[0]!.id);
  await expect(ask("box.move-items", { entryIds: [one[0]!], boxId: null })).rejects.toThrow("item-not-found");
  await ask("box.move-items", { entryIds: [entries[1]!.id], boxId: null });
  expect((await ask("item.read", { id: two[0]! })).boxId).toBeNull();
  expect((await ask("item.read", { id: one[0]! })).boxId).toBe(boxes[0]!.id);
  const { findings } = await ask("filing-year.check", year);
  expect(findings.filter((each) => each.code === "box-mixed")).toEqual([]);
});
