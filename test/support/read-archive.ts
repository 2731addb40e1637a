// An open archive without the door and without anything working beside it, into which pages are put as if they had been read.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Asked } from "#contract/contract";
import { contract } from "#contract/contract";
import type { AccessClass } from "#contract/access";
import { itemId, type ItemId } from "#contract/item";
import type { MatterId } from "#contract/fonds";
import { pageId, scanId, type PageId } from "#contract/scan";
import { listFonds } from "#db/fonds";
import { addItem, getItemRow, setItem } from "#db/item";
import { putContentKey } from "#db/keys";
import { indexPageText } from "#db/page-words";
import { putReadingText, readingTable } from "#db/reading";
import { addScan, pageTable, placePage } from "#db/scan";
import { addVaultFile } from "#db/vault-file";
import { systemClock } from "#engine/clock";
import type { Desk } from "#engine/desk";
import type { House } from "#engine/house";
import { randomId } from "#engine/id";
import { findItems } from "#engine/search/find-items";
import { findPages } from "#engine/search/find-pages";
import { indexDue } from "#engine/search/index-due";
import { loadReadings, sayReadings } from "#engine/search/say-readings";
import { createArchive } from "#engine/vault/create-archive";
import { closeArchive, type OpenArchive } from "#engine/vault/open-archive";
import { sealReading } from "#engine/vault/seal-reading";
import { eq } from "drizzle-orm";
import { testCost, testPassphrase } from "./archive.ts";

export type ReadArchive = {
  readonly archive: OpenArchive;
  readonly desk: Desk;
  addItem(
    title: string,
    more?: {
      creator?: string;
      access?: AccessClass;
      documentNumber?: string;
      documentDate?: string;
      year?: number;
      matterId?: MatterId;
    },
  ): ItemId;
  /** A page that was read; in the tray without an item. */
  addPage(lines: readonly string[], itemId?: ItemId): PageId;
  setAccess(id: ItemId, access: AccessClass): void;
  seqOf(id: PageId): number;
  items(words: string, more?: Partial<Asked<"search.find">>): string[];
  /** First lines of the pages found, all of them. */
  pages(words: string, more?: Partial<Asked<"search.find-pages">>): PageId[];
  /** Does what the background would do. */
  settle(): Promise<void>;
  remove(): Promise<void>;
};

const quietHouse = (): House =>
  ({
    ...{ clock: systemClock, makeId: randomId, programVersion: "test", keyCost: testCost },
    ...{ reach: () => undefined, announce: () => undefined },
  }) as unknown as House;

/** Opens a fresh one. */
export async function readArchive(): Promise<ReadArchive> {
  const around = await mkdtemp(join(tmpdir(), "lindang-read-"));
  const { archive } = await createArchive(quietHouse(), {
    folder: join(around, "读.lindang"),
    name: "读",
    label: "档案员",
    personName: "王敏",
    passphrase: testPassphrase,
    fonds: { code: "C001", name: "幸福社区", unit: "幸福社区居民委员会" },
  });
  const { connection } = archive;
  const fondsId = listFonds(connection.read)[0]!.id;
  const desk: Desk = { archive, clock: systemClock, makeId: randomId, sayReadings };
  let made = 0;
  const places = new Map<ItemId, number>();
  return {
    archive,
    desk,
    addItem(title, { creator = "", access = "internal", documentNumber = "", documentDate = "", year, matterId } = {}) {
      const id = itemId.parse(`item-${++made}`);
      connection.write((db) => {
        putContentKey(db, archive.keys, id, "item", randomBytes(32));
        addItem(db, {
          ...{ id, fondsId, category: "WS", title, creator, documentNumber, documentDate, access },
          ...{ securityLevel: "", neutralTitle: access === "restricted" ? "材料" : "", paperPageCount: 1 },
          ...{ remark: "", state: "draft", enteredAt: "2024-05-05T08:00:00Z" },
          year: year ?? null,
          matterId: matterId ?? null,
        });
      });
      return id;
    },
    addPage(lines, of) {
      const id = pageId.parse(`page-${++made}`);
      connection.write((db) => {
        const fileId = `file-${made}`;
        addVaultFile(db, {
          id: fileId,
          cipherSha256: "",
          cipherSize: 1,
          plainSize: 1,
          plainSha256: fileId,
          plainSm3: "",
        });
        putContentKey(db, archive.keys, fileId, "file", randomBytes(32));
        const scan = scanId.parse(`scan-${made}`);
        addScan(
          db,
          {
            ...{ id: scan, sourceName: `扫描${made}.jpg`, mediaType: "image/jpeg", pageCount: 1, fileId: null },
            ...{ sourceModifiedAt: "", enteredAt: "2024-05-05T08:00:00Z", warning: "" },
          },
          [
            {
              id,
              version: {
                ...{ kind: "original", madeBy: "", fileId, mediaType: "image/jpeg", width: 1000, height: 1400 },
                ...{ dpi: 200, colourMode: "grey" },
              },
            },
          ],
        );
        if (of) {
          places.set(of, (places.get(of) ?? 0) + 1);
          placePage(db, id, of, 1, places.get(of)!);
        }
        const sealed = sealReading(db, archive, id, {
          ...{ engine: "test", width: 1000, height: 1400, turned: 0, slant: 0, seconds: 1 },
          lines: lines.map((text, row) => ({
            text,
            corners: [
              [100, 100 + row * 50],
              [100 + [...text].length * 30, 100 + row * 50],
              [100 + [...text].length * 30, 130 + row * 50],
              [100, 130 + row * 50],
            ],
            confidences: [...text].map(() => 0.99),
          })),
        });
        putReadingText(db, id, sealed!);
        db.update(readingTable).set({ state: "read", versionNumber: 1 }).where(eq(readingTable.pageId, id)).run();
        indexPageText(db, seqIn(id), lines.join("\n"));
      });
      return id;
    },
    setAccess: (id, access) => connection.write((db) => setItem(db, id, { access })),
    seqOf: seqIn,
    items: (words, more = {}) =>
      findItems(connection.read, contract["search.find"].input.parse({ words, limit: 200, ...more })).rows.map(
        (row) => getItemRow(connection.read, row.id)!.title,
      ),
    pages(words, more = {}) {
      const found: PageId[] = [];
      let from: number | null = null;
      do {
        const input = contract["search.find-pages"].input.parse({ words, limit: 200, from, ...more });
        const { hits, next } = findPages(connection.read, input, desk);
        found.push(...hits.map((hit) => hit.pageId));
        from = next;
      } while (from !== null);
      return found;
    },
    async settle() {
      const sayReadings = await loadReadings();
      for (;;) {
        const { items, pages } = indexDue(archive, sayReadings);
        if (items + pages === 0) return;
      }
    },
    async remove() {
      await closeArchive(archive);
      await rm(around, { recursive: true, force: true });
    },
  };

  function seqIn(id: PageId): number {
    return connection.read.select({ seq: pageTable.seq }).from(pageTable).where(eq(pageTable.id, id)).get()!.seq;
  }
}
