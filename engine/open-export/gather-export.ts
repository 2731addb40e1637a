// What an export holds: every item, its folder, the files of its pages and its digital files.
import type { Output } from "#contract/contract";
import type { ItemId } from "#contract/item";
import type { FormerCode } from "#db/former-code";
import { listAllFormerCodes, listExportRecords, type ExportRecord } from "#db/open-export-rows";
import type { ReadDb } from "#db/open";
import { listPackageFiles, listPackagePages } from "#db/package";
import { getVaultFiles } from "#db/vault-file";
import { chooseFiles } from "#engine/package/choose-files";

export type ExportFile = {
  readonly fileId: string;
  /** Below the export's folder, with "/". */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
};
export type ExportedItem = {
  readonly record: ExportRecord;
  readonly former: readonly FormerCode[];
  readonly folder: string;
  readonly files: readonly ExportFile[];
};

const endings: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/tiff": "tif",
  "image/jp2": "jp2",
  "image/j2c": "j2k",
  "application/pdf": "pdf",
};

/** A 档号 as a folder: what Windows cannot hold becomes a hyphen; two that then are alike are told apart by a number. */
function folderNames(): (record: ExportRecord) => string {
  const taken = new Set<string>();
  return ({ item, fondsCode }) => {
    const own = item.archivalCode === "" ? `未归档-${item.seq}` : item.archivalCode;
    const plain =
      own
        .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, "-")
        .replace(/[. ]+$/, "")
        .slice(0, 80) || `件-${item.seq}`;
    const wanted = taken.has(plain.toLowerCase()) ? `${plain}（${fondsCode || "全宗"}-${item.seq}）` : plain;
    taken.add(wanted.toLowerCase());
    return wanted;
  };
}

/** Everything, restricted items included; who may leave is decided by the caller. */
export function gatherExport(db: ReadDb): ExportedItem[] {
  const records = listExportRecords(db);
  const former = listAllFormerCodes(db);
  const ids = records.map(({ item }) => item.id);
  const pages = listPackagePages(db, ids);
  const digital = listPackageFiles(db, ids);
  const chosen = new Map<ItemId, { fileId: string; ending: string }[]>();
  for (const id of ids) {
    const ofPages = chooseFiles(pages.get(id) ?? []).map(({ fileId, mediaType }) => ({
      fileId,
      ending: endings[mediaType] ?? "bin",
    }));
    const ofFiles = (digital.get(id) ?? []).flatMap(({ fileId, format }) =>
      fileId === null ? [] : [{ fileId, ending: format }],
    );
    chosen.set(id, [...ofPages, ...ofFiles]);
  }
  const known = getVaultFiles(
    db,
    [...chosen.values()].flat().map(({ fileId }) => fileId),
  );
  const nameOf = folderNames();
  return records.map((record) => {
    const folder = nameOf(record);
    const files = (chosen.get(record.item.id) ?? []).flatMap(({ fileId, ending }, at) => {
      const facts = known.get(fileId);
      const path = `文件/${folder}/${String(at + 1).padStart(4, "0")}.${ending}`;
      return facts ? [{ fileId, path, size: facts.plainSize, sha256: facts.plainSha256 }] : [];
    });
    return { record, former: former.get(record.item.id) ?? [], folder: files.length > 0 ? folder : "", files };
  });
}

export const isRestricted = ({ record }: ExportedItem): boolean => record.item.access === "restricted";
const sizeOf = (items: readonly ExportedItem[]): number =>
  items.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0);

/** What would leave. */
export function planExport(db: ReadDb): Output<"open-export.plan"> {
  const items = gatherExport(db);
  const restricted = items.filter(isRestricted);
  const open = items.filter((item) => !isRestricted(item));
  const count = (some: readonly ExportedItem[]): number => some.reduce((sum, { files }) => sum + files.length, 0);
  return {
    itemCount: items.length,
    fileCount: count(open),
    bytes: sizeOf(open),
    restrictedCount: restricted.length,
    restrictedFileCount: count(restricted),
    restrictedBytes: sizeOf(restricted),
  };
}
