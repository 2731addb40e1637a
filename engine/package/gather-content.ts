// From the archive to a package's content: filed items of a year, restricted ones left out and counted (personal-data P6, P12).
import { archivalDate } from "#contract/archival-date";
import type { Input, Output } from "#contract/contract";
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { retentionLabel } from "#contract/retention";
import { listFiledOf } from "#db/filing-unit";
import { getFonds, listCategories } from "#db/fonds";
import { getContentKey } from "#db/keys";
import type { ReadDb } from "#db/open";
import { listPackageFiles, listPackagePages } from "#db/package";
import { getVaultFiles, type VaultFile } from "#db/vault-file";
import type { Desk } from "#engine/desk";
import { sealedPath } from "#engine/vault/archive-folder";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openPart } from "#vault-format/open-file";
import { chooseDigitalFiles, chooseFiles, type ChosenFile } from "./choose-files.ts";
import type { PackageContent, PackageFile, PackageItem } from "./package-content.ts";

const extensions: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/tiff": "tif",
  "image/jp2": "jp2",
  "image/j2c": "j2k",
  "application/pdf": "pdf",
};

function filesOf(
  db: ReadDb,
  archive: OpenArchive,
  chosen: readonly ChosenFile[],
  known: ReadonlyMap<string, VaultFile>,
): PackageFile[] {
  return chosen.map(({ fileId, mediaType, extension, ...rest }) => {
    const facts = known.get(fileId);
    if (!facts) throw new Error("a page version names a file, by the schema's own reference");
    return {
      ...rest,
      name: `page.${extension ?? extensions[mediaType] ?? "bin"}`,
      mediaType,
      size: facts.plainSize,
      sha256: facts.plainSha256,
      sm3: facts.plainSm3,
      open: () => {
        const key = getContentKey(db, archive.keys, fileId);
        if (!key) throw new Refusal("page-not-found");
        return openPart(sealedPath(archive.folder, fileId), key, 0);
      },
    };
  });
}

/** Everything of one 全宗 × 门类 × 年度 that may leave. Refuses fonds-not-found, package-empty. */
export function gatherContent(
  db: ReadDb,
  archive: OpenArchive,
  scope: Pick<Input<"package.preview">, "fondsId" | "category" | "year">,
): PackageContent {
  const fonds = getFonds(db, scope.fondsId);
  if (!fonds) throw new Refusal("fonds-not-found");
  const filed = listFiledOf(db, scope);
  const open = filed.filter(({ item }) => item.access !== "restricted");
  const ids = open.map(({ item }) => item.id);
  const pages = listPackagePages(db, ids);
  const files = listPackageFiles(db, ids);
  const filesFor = (id: ItemId): ChosenFile[] => [
    ...chooseFiles(pages.get(id) ?? []),
    ...chooseDigitalFiles(files.get(id) ?? []),
  ];
  const chosen = new Map(ids.map((id) => [id, filesFor(id)]));
  const known = getVaultFiles(
    db,
    [...chosen.values()].flat().map((file) => file.fileId),
  );
  const described = open.map(({ item, matterCode, matterName }): PackageItem => {
    const retention = item.retention ?? "Y";
    return {
      archivalCode: item.archivalCode,
      documentNumber: item.documentNumber,
      creator: item.creator,
      title: item.title,
      documentDate: archivalDate.parse(item.documentDate),
      retention: { code: retention, label: retentionLabel(retention) },
      matter: matterCode === null ? null : { code: matterCode, name: matterName ?? matterCode },
      security: item.securityLevel,
      access: item.access,
      pageCount: item.pageCount,
      remark: item.remark,
      itemNumber: item.itemNumber ?? 0,
      files: filesOf(db, archive, chosen.get(item.id) ?? [], known),
    };
  });
  // An item of paper alone has nothing to hand over electronically: counted, told, and left out.
  const items = described.filter((item) => item.files.length > 0);
  if (items.length === 0) throw new Refusal("package-empty");
  const category = listCategories(db).find((each) => each.code === scope.category) ?? {
    code: scope.category,
    name: scope.category,
  };
  return {
    fonds: { code: fonds.code, name: fonds.name, unit: fonds.unit },
    category,
    year: scope.year,
    items,
    excludedRestrictedCount: filed.length - open.length,
    excludedPaperCount: described.length - items.length,
  };
}

/** 包号: 全宗号-年度-YJ, in ASCII; the office may give another. */
export const usualPackageId = (content: PackageContent): string =>
  [content.fonds.code || "LD", content.category.code, content.year, "YJ"].join("-");

/** What a package would hold. */
export function previewPackage(db: ReadDb, input: Input<"package.preview">, desk: Desk): Output<"package.preview"> {
  const content = gatherContent(db, desk.archive, input);
  const files = content.items.flatMap((item) => item.files);
  return {
    packageId: usualPackageId(content),
    itemCount: content.items.length,
    fileCount: files.length,
    bytes: files.reduce((sum, file) => sum + file.size, 0),
    restrictedCount: content.excludedRestrictedCount,
    paperCount: content.excludedPaperCount,
  };
}
