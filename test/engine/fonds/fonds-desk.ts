// What the tests of 全宗 and classes do again and again: paper items without scans, and what a fonds holds.
import { archivalDate } from "#contract/archival-date";
import type { Fonds, FondsId, Matter } from "#contract/fonds";
import type { Item, ItemFields } from "#contract/item";
import type { TestArchive } from "#test/support/archive";

export const day = (text: string) => archivalDate.parse(text);

/** A draft of three pages of paper, fit to be filed. */
export async function paperItem(archive: TestArchive, fields: Partial<ItemFields> = {}): Promise<Item> {
  const { item } = await archive.engine.ask("item.make", {
    pageIds: [],
    fields: {
      fondsId: archive.fondsId,
      category: "WS",
      title: "关于召开居民代表会议的通知",
      creator: "幸福社区居民委员会",
      documentDate: day("2024-03-05"),
      year: 2024,
      retention: "Y",
      paperPageCount: 3,
      ...fields,
    },
  });
  return item;
}

/** The class of this code of a fonds. */
export async function matterOf(
  archive: TestArchive,
  code: string,
  fondsId: FondsId = archive.fondsId,
): Promise<Matter> {
  const found = (await archive.engine.ask("matter.list", {})).find(
    (matter) => matter.fondsId === fondsId && matter.code === code,
  );
  if (!found) throw new Error(`no class ${code}`);
  return found;
}

/** A fonds as it stands now. */
export async function fondsOf(archive: TestArchive, fondsId: FondsId = archive.fondsId): Promise<Fonds> {
  const found = (await archive.engine.ask("fonds.list", {})).find((fonds) => fonds.id === fondsId);
  if (!found) throw new Error("no such fonds");
  return found;
}

/** A second fonds with one class. */
export async function secondFonds(archive: TestArchive, code = "C002", name = "和平社区"): Promise<Fonds> {
  const fonds = await archive.engine.ask("fonds.found", { code, name, unit: name, codeStandard: "DA/T 22-2015" });
  await archive.engine.ask("matter.add", { fondsId: fonds.id, code: "ZZ", name: "自治工作" });
  return fonds;
}

/** What every item bears, by title: where it lies and what it is called. */
export async function bornBy(archive: TestArchive): Promise<string[]> {
  const { rows } = await archive.engine.ask("item.list", { limit: 1000 });
  return rows
    .map((row) => [row.title, row.state, row.fondsId, row.archivalCode, row.creator, row.matterId ?? ""].join("|"))
    .sort();
}
