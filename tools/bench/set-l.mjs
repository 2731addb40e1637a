import { existsSync } from "node:fs";
import { createHash, randomBytes } from "node:crypto";
import { countRows } from "#db/count-rows";
import { itemId } from "#contract/item";
import { pageId, scanId } from "#contract/scan";
import { listFonds, listMatters } from "#db/fonds";
import { insertRow } from "#db/insert-row";
import { itemTable } from "#db/item";
import { contentKeyTable, wrapKey } from "#db/keys";
import { addNewItem, nextItemSeq } from "#db/new-item";
import { pageTextTable } from "#db/page-text";
import { indexPageText } from "#db/page-words";
import { readingTable, readingTextTable } from "#db/reading";
import { pageTable, pageVersionTable, scanTable } from "#db/scan";
import { emptySearchIndex, hasDue, hasLeftovers, mergeLeftovers } from "#db/search-index";
import { putSetting } from "#db/setting";
import { vaultFileTable } from "#db/vault-file";
import { readerName } from "#engine/helper/read-page";
import { indexDue } from "#engine/search/index-due";
import { loadReadings } from "#engine/search/say-readings";
import { chosenPack } from "#engine/reading/model-pack";
import { closeArchive } from "#engine/vault/open-archive";
import { sealReading } from "#engine/vault/seal-reading";
import { unlockArchive } from "#engine/vault/unlock-archive";
import { benchHouse } from "./bench-house.mjs";
import { newArchive, passphrase } from "./big-archive.mjs";
import { pageLines, readingOf } from "./office-words.mjs";
import { paperWords, seededId } from "./seeded.mjs";

export const pagesOfItem = 10;
/** Items of one transaction: what is written stays written when the making is broken off. */
const itemsAtOnce = 50;
/**
 * Twenty years, the same number of items in each.
 * @param {number} serial
 * @param {number} items
 */
export const yearOfItem = (serial, items) => 2005 + Math.floor(((serial - 1) / items) * 20);
/** Pages of the index joined in one transaction. */
const mergedAtOnce = 2000;

/**
 * Set L: items of ten pages each, every page with what was read on it, as the engine keeps them; page images are named but not
 * there. Goes on where an earlier run was broken off.
 * @param {string} folder of the archive
 * @param {number} pages
 * @param {(done: number, seconds: number) => void} say
 * @param {(number: number) => string[]} [linesOf]
 */
export async function makeSetL(folder, pages, say, linesOf = pageLines) {
  const isThere = existsSync(folder);
  const archive = isThere ? await unlockArchive(benchHouse(), { folder, passphrase }) : await newArchive(folder);
  const { connection } = archive;
  // What is indexed here is indexed by this program: nothing is to be made anew when the archive is opened.
  if (!isThere) emptySearchIndex(connection);
  const fondsId = listFonds(connection.read)[0]?.id;
  const matters = listMatters(connection.read).filter((matter) => matter.category === "WS" && !matter.isParty);
  if (!fondsId) throw new Error("a new archive has its first fonds");
  // As if this program had read them, and reading stopped: nothing is to be read again beside what is measured.
  const readBy = readerName(chosenPack(connection.read, archive));
  connection.write((db) => putSetting(db, "readingPaused", true));
  const items = Math.ceil(pages / pagesOfItem);
  const began = performance.now();
  const start = countRows(connection.read, itemTable);
  // A checkpoint now and then keeps the log small; each piece is durable when its transaction ends.
  for (let done = start; done < items;) {
    const until = Math.min(items, done + itemsAtOnce);
    connection.write((db) => {
      for (let at = done; at < until; at += 1) addItemOf(db, at + 1);
    });
    done = until;
    say(done * pagesOfItem, (performance.now() - began) / 1000);
  }
  // Pinyin and joining follow in the background: nothing is left to be done beside what is measured.
  const sayReadings = await loadReadings();
  while (hasDue(connection.read)) indexDue(archive, sayReadings);
  for (let isFirst = true; hasLeftovers(connection.read); isFirst = false)
    connection.write((db) => mergeLeftovers(db, isFirst, mergedAtOnce));
  connection.raw.pragma("wal_checkpoint(TRUNCATE)");
  const archiveKey = Buffer.from(archive.archiveKey);
  await closeArchive(archive);
  return { folder, passphrase, archiveKey, items, made: items - start, seconds: (performance.now() - began) / 1000 };

  /**
   * @param {import("#db/open").WriteDb} db
   * @param {number} serial
   */
  function addItemOf(db, serial) {
    const year = yearOfItem(serial, items);
    const words = paperWords(serial, year);
    const matterId = matters[words.matter % matters.length]?.id ?? null;
    const id = itemId.parse(seededId(`item ${serial}`));
    const at = new Date(Date.UTC(year + 1, 0, 5, 8, 0, serial % 86_400)).toISOString();
    const digest = createHash("sha256").update(`record ${serial}`).digest("hex");
    /** @type {import("#contract/access").AccessClass} */
    const access = words.isRestricted ? "restricted" : "internal";
    addKey(db, "item", id);
    addNewItem(
      db,
      nextItemSeq(db),
      {
        id,
        fondsId: /** @type {import("#contract/fonds").FondsId} */ (fondsId),
        category: "WS",
        title: words.title,
        creator: words.creator,
        documentNumber: words.documentNumber,
        documentDate: [year, words.month, words.day].map((each) => String(each).padStart(2, "0")).join("-"),
        year,
        retention: words.retention,
        matterId,
        access,
        securityLevel: "",
        neutralTitle: words.isRestricted ? "社区矫正对象档案" : "",
        paperPageCount: 0,
        imageCount: pagesOfItem,
        remark: "",
        state: "draft",
        enteredAt: at,
      },
      "正文",
    );
    const scan = scanId.parse(seededId(`scan ${serial}`));
    insertRow(db, scanTable, {
      id: scan,
      sourceName: `扫描${String(serial).padStart(6, "0")}.pdf`,
      mediaType: "application/pdf",
      pageCount: pagesOfItem,
      fileId: null,
      sourceModifiedAt: at,
      enteredAt: at,
      warning: "",
    });
    for (let position = 1; position <= pagesOfItem; position += 1) {
      const number = (serial - 1) * pagesOfItem + position;
      const page = pageId.parse(seededId(`page ${number}`));
      const fileId = seededId(`file ${number}`);
      insertRow(db, vaultFileTable, {
        id: fileId,
        cipherSha256: digest,
        cipherSize: 300_040,
        plainSize: 300_000,
        plainSha256: digest,
        plainSm3: digest,
      });
      addKey(db, "file", fileId);
      insertRow(db, pageTable, {
        id: page,
        scanId: scan,
        sourcePage: position,
        itemId: id,
        partNumber: 1,
        position,
        shownVersion: 1,
        setAside: "",
      });
      insertRow(db, pageVersionTable, {
        pageId: page,
        number: 1,
        kind: "original",
        madeBy: "",
        fileId,
        mediaType: "image/jpeg",
        width: 1654,
        height: 2339,
        dpi: 200,
        colourMode: "colour",
        madeAt: "",
        recipe: "[]",
      });
      const lines = linesOf(number);
      const reading = readingOf(lines, readBy);
      insertRow(db, readingTable, {
        pageId: page,
        pageSeq: number,
        state: "read",
        versionNumber: 1,
        engine: readBy,
        attempts: 0,
        characterCount: lines.join("").length,
        lowestConfidence: 0.97,
        seconds: 1.1,
        readAt: at,
      });
      const sealed = sealReading(db, archive, page, reading);
      if (!sealed) throw new Error("a page made just now has its key");
      insertRow(db, readingTextTable, { pageId: page, sealed: sealed.reading });
      insertRow(db, pageTextTable, { seq: number, fileId, sealed: sealed.words });
      indexPageText(db, number, lines.join("\n"));
    }
  }

  /**
   * @param {import("#db/open").WriteDb} db
   * @param {"item" | "file"} kind
   * @param {string} id
   */
  function addKey(db, kind, id) {
    insertRow(db, contentKeyTable, { id, kind, wrapped: wrapKey(archive.keys, id, randomBytes(32)) });
  }
}
