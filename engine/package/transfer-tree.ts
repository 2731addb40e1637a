import { createHash } from "node:crypto";
import { Refusal } from "#contract/refusal";
import { renderItemMetadata } from "./item-metadata.ts";
import type { PackageContent, PackageFile, PackageItem } from "./package-content.ts";
import { renderTransferCatalogue, renderTransferDescription } from "./transfer-catalogue.ts";
import type { BagEntry } from "./write-bag.ts";

/** Names the layout fixes (DA/T 93-2022, annex B, 待核对). */
export const descriptionName = "说明文件.TXT";
export const transferCatalogueName = "目录文件.XML";
export const itemMetadataName = "电子档案元数据.XML";

export type TransferTree = {
  /** Every file of `data/`, sorted by the UTF-8 bytes of its path. */
  readonly entries: readonly BagEntry[];
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 of 目录文件.XML in hex. */
  readonly catalogueFingerprint: string;
  /** 档号 → names of its content files relative to `data/`, in order. */
  readonly fileNames: ReadonlyMap<string, readonly string[]>;
};

/**
 * Lays out the transfer tree: 全宗号/门类/年度/期限[/机构问题]/档号/ with metadata and content files named 档号-0001.ext.
 * Refuses `package-empty`, `package-restricted-item` (P6, P12, P15), `package-item-without-files`.
 */
export function layOutTransferTree(content: PackageContent): TransferTree {
  if (content.items.length === 0) throw new Refusal("package-empty");
  const catalogue = renderTransferCatalogue(content);
  const entries: BagEntry[] = [
    textEntry(descriptionName, renderTransferDescription(content)),
    textEntry(transferCatalogueName, catalogue),
  ];
  const fileNames = new Map<string, readonly string[]>();
  for (const item of content.items) {
    const code = item.archivalCode;
    if (item.access === "restricted") throw new Refusal("package-restricted-item", { code });
    if (!["", "内部"].includes(item.security)) throw new Refusal("package-restricted-item", { code });
    if (item.files.length === 0) throw new Refusal("package-item-without-files", { code });
    const folder = itemFolder(content, item);
    const names = item.files.map((file, index) => `${code}-${String(index + 1).padStart(4, "0")}.${extensionOf(file)}`);
    entries.push(textEntry(`${folder}/${itemMetadataName}`, renderItemMetadata(content, item, names)));
    item.files.forEach((file, index) => {
      entries.push({
        path: `${folder}/${names[index] ?? ""}`,
        size: file.size,
        expectedSha256: file.sha256,
        open: () => file.open(),
      });
    });
    fileNames.set(
      code,
      names.map((name) => `${folder}/${name}`),
    );
  }
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
  return {
    entries,
    files: entries.length,
    bytes: entries.reduce((sum, { size }) => sum + size, 0),
    catalogueFingerprint: createHash("sha256").update(catalogue).digest("hex"),
    fileNames,
  };
}

// 全宗号 may be blank until the archive assigns it (DA/T 22-2015, 5.4); a folder needs a name.
function itemFolder({ fonds, category, year }: PackageContent, item: PackageItem): string {
  const matter = item.matter ? [item.matter.code] : [];
  return [
    fonds.code || "全宗号待定",
    category.code,
    String(year),
    item.retention.code,
    ...matter,
    item.archivalCode,
  ].join("/");
}

const usualExtension: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/tiff": "tif",
  "image/jp2": "jp2",
  "image/j2c": "j2k",
  "application/pdf": "pdf",
};

// By what the file is, not by what it was called; only an unknown kind keeps its own short extension.
function extensionOf(file: PackageFile): string {
  const own = /\.([A-Za-z0-9]{1,8})$/.exec(file.name)?.[1]?.toLowerCase();
  return usualExtension[file.mediaType] ?? own ?? "bin";
}

function textEntry(path: string, text: string): BagEntry {
  const bytes = Buffer.from(text, "utf8");
  return {
    path,
    size: bytes.length,
    open: async function* () {
      yield bytes;
    },
  };
}
