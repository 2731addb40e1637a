import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
import { shippedTemplate } from "#contract/code-template";
import { filingUnitId } from "#contract/filing-unit";
import { itemId } from "#contract/item";
import { pageId, scanId } from "#contract/scan";
import { addUnit } from "#db/filing-unit";
import { listFonds, listMatters } from "#db/fonds";
import { itemPartTable, itemTable } from "#db/item";
import { indexItemWords } from "#db/item-words";
import { contentKeyTable, wrapKey } from "#db/keys";
import { pageTable, pageVersionTable, scanTable } from "#db/scan";
import { vaultFileTable } from "#db/vault-file";
import { composeArchivalCode } from "#engine/filing-unit/compose-archival-code";
import { createArchive } from "#engine/vault/create-archive";
import { closeArchive } from "#engine/vault/open-archive";
import { benchHouse } from "./bench-house.mjs";
import { paperWords, seededId } from "./seeded.mjs";

/**
 * A closed archive on disk and what it takes to open it.
 * @typedef {object} BigArchive
 * @property {string} folder
 * @property {string} passphrase
 * @property {Buffer} archiveKey
 * @property {import("#contract/fonds").FondsId} fondsId
 * @property {number} items
 * @property {number} bigYear a year of `yearItems` filed items
 * @property {number} yearItems
 * @property {number} smallYear a year of `smallItems` filed items
 * @property {number} smallItems
 *
 * @typedef {object} KeptPage
 * @property {import("#engine/vault/keep-file").KeptFile} file
 * @property {string} name
 *
 * @typedef {object} ItemLot items of one year
 * @property {number} year
 * @property {number} count
 * @property {boolean} isFiled
 */

export const passphrase = "社区档案 bench 2024";
const template = shippedTemplate("DA/T 22-2015", "item");
const retentions = /** @type {const} */ (["Y", "D30", "D10"]);
// Rows of one INSERT; SQLite takes 32,766 values.
const together = 500;

/**
 * Creates an archive through the engine, with the real cost of key derivation, and leaves it open.
 * @param {string} folder
 */
export async function newArchive(folder) {
  const house = benchHouse();
  const fonds = { code: "X001", name: "幸福社区", unit: "幸福社区居民委员会" };
  const input = {
    folder,
    name: path.basename(folder, ".lindang"),
    label: "档案员",
    personName: "王敏",
    passphrase,
    fonds,
  };
  return (await createArchive(house, input)).archive;
}

/**
 * Writes items with one page each straight through the tables, keys and word index as the engine makes them. Without
 * `pages` the rows name sealed files that do not exist: lists, search and catalogue never open one.
 * @param {import("#engine/vault/open-archive").OpenArchive} archive
 * @param {readonly ItemLot[]} lots
 * @param {readonly KeptPage[]} [pages] sealed files, one for each item, none of which is then restricted
 */
export function fillItems(archive, lots, pages) {
  const { connection, keys } = archive;
  const fonds = listFonds(connection.read)[0];
  if (!fonds) throw new Error("a new archive has its first fonds");
  const matters = listMatters(connection.read).filter((matter) => matter.category === "WS");
  let number = 0;
  for (const { year, count, isFiled } of lots) {
    /** @type {Map<string, { id: import("#contract/filing-unit").FilingUnitId; last: number }>} */
    const units = new Map();
    // One transaction a year: a page of the database that many items touch is then encrypted once, not once a statement.
    connection.write((db) => {
      if (isFiled)
        for (const retention of retentions)
          for (const { id: matterId, code } of matters) {
            const id = filingUnitId.parse(seededId(`unit ${year} ${retention} ${code}`));
            addUnit(db, id, { fondsId: fonds.id, category: "WS", year, retention, matterId });
            units.set(`${retention} ${matterId}`, { id, last: 0 });
          }
      for (let done = 0; done < count; done += together) {
        const facts = Array.from({ length: Math.min(together, count - done) }, () => describe((number += 1), year));
        /** @type {<K extends keyof typeof facts[number]>(part: K) => (typeof facts)[number][K][]} */
        const each = (part) => facts.map((fact) => fact[part]);
        db.insert(vaultFileTable).values(each("file")).run();
        db.insert(scanTable).values(each("scan")).run();
        db.insert(contentKeyTable).values(each("wrapped").flat()).run();
        const rows = db.insert(itemTable).values(each("item")).returning({ seq: itemTable.seq }).all();
        db.insert(itemPartTable).values(each("part")).run();
        db.insert(pageTable).values(each("page")).run();
        db.insert(pageVersionTable).values(each("version")).run();
        for (const [at, { item }] of facts.entries()) indexItemWords(db, { ...item, seq: rows[at]?.seq ?? 0 });
      }
    });

    /**
     * @param {number} serial
     * @param {number} ofYear
     */
    function describe(serial, ofYear) {
      const words = paperWords(serial, ofYear);
      const { title, creator, documentNumber, month, day, retention, paperPageCount } = words;
      const matter = matters[words.matter % matters.length];
      const isRestricted = words.isRestricted && !pages;
      const unit = units.get(`${retention} ${matter?.id}`);
      if (unit) unit.last += 1;
      const digest = createHash("sha256").update(`record ${serial}`).digest("hex");
      const kept = pages?.[serial - 1];
      const fileId = kept?.file.id ?? seededId(`file ${serial}`);
      const id = itemId.parse(seededId(`item ${serial}`));
      const page = pageId.parse(seededId(`page ${serial}`));
      const scan = scanId.parse(seededId(`scan ${serial}`));
      const enteredAt = new Date(Date.UTC(ofYear + 1, 0, 5, 8, 0, serial)).toISOString();
      const sizes = { cipherSize: 300_040, plainSize: 300_000, cipherSha256: digest };
      const { key: _, ...keptFacts } = kept?.file ?? {
        key: undefined,
        id: fileId,
        ...sizes,
        plainSha256: digest,
        plainSm3: digest,
      };
      return {
        item: {
          id,
          fondsId: /** @type {import("#contract/fonds").FondsId} */ (fonds?.id),
          category: "WS",
          title,
          creator,
          documentNumber,
          documentDate: [ofYear, month, day].map((each) => String(each).padStart(2, "0")).join("-"),
          year: ofYear,
          retention,
          matterId: matter?.id ?? null,
          access: isRestricted ? /** @type {const} */ ("restricted") : /** @type {const} */ ("internal"),
          securityLevel: /** @type {const} */ (""),
          neutralTitle: isRestricted ? "社区矫正对象档案" : "",
          paperPageCount,
          imageCount: 1,
          remark: "",
          state: unit ? /** @type {const} */ ("filed") : /** @type {const} */ ("draft"),
          filingUnitId: unit?.id ?? null,
          itemNumber: unit?.last ?? null,
          archivalCode: unit
            ? composeArchivalCode(template, {
                fonds: fonds?.code ?? "",
                category: "WS",
                year: ofYear,
                retention,
                matter: matter?.code ?? "",
                itemNumber: unit.last,
              })
            : "",
          recordHash: unit ? digest : "",
          enteredAt,
          filedAt: unit ? enteredAt : null,
        },
        part: { itemId: id, number: 1, kind: /** @type {const} */ ("正文"), title: "" },
        scan: {
          id: scan,
          sourceName: kept?.name ?? `扫描${String(serial).padStart(6, "0")}.jpg`,
          mediaType: "image/jpeg",
          pageCount: 1,
          fileId,
          sourceModifiedAt: enteredAt,
          enteredAt,
          warning: "",
        },
        file: keptFacts,
        wrapped: [
          { id, kind: /** @type {const} */ ("item"), wrapped: wrapKey(keys, id, randomBytes(32)) },
          {
            id: fileId,
            kind: /** @type {const} */ ("file"),
            wrapped: wrapKey(keys, fileId, kept?.file.key ?? randomBytes(32)),
          },
        ],
        page: { id: page, scanId: scan, sourcePage: 1, itemId: id, partNumber: 1, position: 1 },
        version: {
          pageId: page,
          number: 1,
          kind: /** @type {const} */ ("original"),
          madeBy: "",
          fileId,
          mediaType: "image/jpeg",
          width: 1654,
          height: 2339,
          dpi: 200,
          colourMode: /** @type {const} */ ("colour"),
        },
      };
    }
  }
}

/**
 * The archive of lists, search and catalogue: full years, one small year, and drafts of the newest.
 * @param {string} folder
 * @param {{ items: number; yearItems: number; smallItems: number }} sizes
 * @returns {Promise<BigArchive>}
 */
export async function makeBigArchive(folder, { items, yearItems, smallItems }) {
  const archive = await newArchive(folder);
  const archiveKey = Buffer.from(archive.archiveKey);
  const fullYears = Math.floor((items - smallItems) / yearItems);
  const smallYear = 2009;
  /** @type {ItemLot[]} */
  const lots = [{ year: smallYear, count: smallItems, isFiled: true }];
  for (let at = 0; at < fullYears; at += 1) lots.push({ year: smallYear + 1 + at, count: yearItems, isFiled: true });
  const rest = items - smallItems - fullYears * yearItems;
  lots.push({ year: smallYear + 1 + fullYears, count: rest, isFiled: false });
  fillItems(archive, lots);
  archive.connection.raw.pragma("wal_checkpoint(TRUNCATE)");
  const fondsId = listFonds(archive.connection.read)[0]?.id;
  if (!fondsId) throw new Error("a new archive has its first fonds");
  await closeArchive(archive);
  return { folder, passphrase, archiveKey, fondsId, items, bigYear: smallYear + 1, yearItems, smallYear, smallItems };
}
