// The smallest valid things: a scanned page, an item of it, a year filed.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { archivalDate } from "#contract/archival-date";
import type { Item, ItemFields } from "#contract/item";
import type { PageId } from "#contract/scan";
import type { TestArchive } from "./archive.ts";

let drawn = 0;

/** A small JPEG page that no other call makes again. */
export async function aPagePicture(words = "社区"): Promise<Buffer> {
  drawn += 1;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="594"><rect width="420" height="594" fill="#fff"/><text x="40" y="80" font-size="24">${words} ${drawn}</text><rect x="${20 + (drawn % 300)}" y="${100 + (drawn % 400)}" width="40" height="9" fill="#444"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).withMetadata({ density: 200 }).toBuffer();
}

/** Scans on disk, ready to be taken in. */
export async function someScans(archive: TestArchive, count: number): Promise<string[]> {
  const folder = join(archive.around, "扫描");
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (let at = 0; at < count; at++) {
    const path = join(folder, `扫描${String(drawn + 1).padStart(4, "0")}.jpg`);
    await writeFile(path, await aPagePicture());
    paths.push(path);
  }
  return paths;
}

/** Pages in the tray. */
export async function somePages(archive: TestArchive, count = 1): Promise<PageId[]> {
  const { outcomes } = await archive.engine.ask("scan.accept", { paths: await someScans(archive, count) });
  return outcomes.flatMap((outcome) => outcome.pageIds);
}

/** An item of so many pages, described well enough to be filed unless told otherwise. */
export async function anItem(archive: TestArchive, fields: Partial<ItemFields> = {}, pageCount = 1): Promise<Item> {
  const matters = await archive.engine.ask("matter.list", {});
  const { item } = await archive.engine.ask("item.make", {
    pageIds: await somePages(archive, pageCount),
    fields: {
      title: "关于召开居民代表会议的通知",
      creator: "幸福社区居民委员会",
      documentNumber: "幸社〔2024〕3号",
      documentDate: archivalDate.parse("2024-03-05"),
      year: 2024,
      retention: "Y",
      matterId:
        (fields.category ?? "WS") === "WS" ? (matters.find((matter) => matter.code === "ZZ")?.id ?? null) : null,
      ...fields,
    },
  });
  return item;
}

/** Files a year as previewed. */
export async function fileYear(archive: TestArchive, year = 2024): Promise<number> {
  const scope = { fondsId: archive.fondsId, year };
  const { planDigest } = await archive.engine.ask("filing.preview", scope);
  return (await archive.engine.ask("filing.commit", { ...scope, planDigest })).filedCount;
}

/** Closes a filed year of 文书 as checked. */
export async function closeYear(archive: TestArchive, year: number): Promise<void> {
  const scope = { fondsId: archive.fondsId, category: "WS", year };
  const { checkDigest } = await archive.engine.ask("filing-year.check", scope);
  await archive.engine.ask("filing-year.close", { ...scope, checkDigest });
}
