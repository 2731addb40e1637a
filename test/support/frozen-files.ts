// The files a period was frozen into, opened from behind as they were sealed, and what stands in them.
import { inflateRawSync } from "node:zlib";
import type { FreezeId } from "#contract/ledger-freeze";
import { getContentKey } from "#db/keys";
import { sealedPath } from "#engine/vault/archive-folder";
import { readSpreadsheet } from "#engine/catalogue/read-spreadsheet";
import { readRows } from "#engine/paper/read-rows";
import { startTurns } from "#engine/paper/take-turn";
import { openPart } from "#vault-format/open-file";
import type { TestArchive } from "./archive.ts";
import { lookBehind } from "./ledger-store.ts";

export type FrozenFiles = { readonly pdf: Buffer; readonly xlsx: Buffer };

/** Plain bytes of both files of one freezing. */
export async function frozenFiles(archive: TestArchive, id: FreezeId): Promise<FrozenFiles> {
  const found = await lookBehind(archive, ({ connection, keys }) =>
    ["pdf", "xlsx"].map((end) => {
      const file = connection.raw
        .prepare(
          `SELECT v.id FROM ledger_freeze_file f JOIN vault_file v ON v.plain_sha256 = f.sha256
           WHERE f.freeze_id = ? AND f.name LIKE '%.' || ?`,
        )
        .get(id, end) as { id: string };
      return { id: file.id, key: getContentKey(connection.read, keys, file.id)! };
    }),
  );
  const plain: Buffer[] = [];
  for (const { id: fileId, key } of found) {
    const pieces: Buffer[] = [];
    for await (const piece of openPart(sealedPath(archive.folder, fileId), key, 0)) pieces.push(piece);
    plain.push(Buffer.concat(pieces));
  }
  const [pdf, xlsx] = plain;
  return { pdf: pdf!, xlsx: xlsx! };
}

/** Rows as the PDF carries them, cell by cell. */
export async function rowsOfPdf(pdf: Buffer): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of readRows(pdf, startTurns(0, undefined, undefined))) rows.push([...row.cells]);
  return rows;
}

/** Rows of the one table of the spreadsheet, below its head. */
export async function rowsOfXlsx(xlsx: Buffer): Promise<string[][]> {
  const sheet = (await readSpreadsheet(xlsx)).get("目录");
  return [...(sheet ?? [])].toSorted(([one], [other]) => one - other).map(([, cells]) => [...cells]);
}

/** Every part of the ZIP a spreadsheet is, by name: what a cache or a hidden sheet would stand in. */
export function partsOfXlsx(xlsx: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  // The central directory at the end knows every entry.
  let at = xlsx.readUInt32LE(xlsx.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1")) + 16);
  while (xlsx.readUInt32LE(at) === 0x02014b50) {
    const [size, nameLength] = [xlsx.readUInt32LE(at + 20), xlsx.readUInt16LE(at + 28)];
    const local = xlsx.readUInt32LE(at + 42);
    const from = local + 30 + xlsx.readUInt16LE(local + 26) + xlsx.readUInt16LE(local + 28);
    const packed = xlsx.subarray(from, from + size);
    const name = xlsx.subarray(at + 46, at + 46 + nameLength).toString("utf8");
    parts.set(name, (xlsx.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString("utf8"));
    at += 46 + nameLength + xlsx.readUInt16LE(at + 30) + xlsx.readUInt16LE(at + 32);
  }
  return parts;
}
