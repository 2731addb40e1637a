import { packageFinding } from "#contract/package-problem-text";
import type { PackageProblem } from "#contract/package-report";
import type { TransferEntry } from "./check-transfer-catalogue.ts";
import { childText, descendants, type XmlNode } from "./read-xml.ts";

/** What the metadata of an item says about one of its files. */
export type StatedFile = {
  readonly path: string;
  readonly size: number | null;
  /** node:crypto name → lower-case hex. */
  readonly digests: ReadonlyMap<string, string>;
};

const compared = ["档号", "题名", "责任者", "日期", "保管期限", "密级"];
const algorithmName: Readonly<Record<string, string>> = {
  "SHA-256": "sha256",
  "SHA-512": "sha512",
  "SHA-1": "sha1",
  MD5: "md5",
  SM3: "sm3",
};

/** Compares one metadata file with its line of the catalogue; dates by their digits alone. */
export function checkItemMetadata(file: string, metadata: XmlNode, entry: TransferEntry): PackageProblem[] {
  const problems: PackageProblem[] = [];
  const sameForm = (name: string, text: string): string =>
    name === "日期" ? text.replace(/\D/g, "") : text.normalize("NFC").trim();
  for (const name of compared) {
    const stated = descendants(metadata, name).find((node) => node.children.length === 0);
    const listed = entry.fields.get(name);
    if (stated && listed !== undefined && sameForm(name, stated.text) !== sameForm(name, listed))
      problems.push(packageFinding("metadata-mismatch", file, name));
    if (!stated && name === "档号") problems.push(packageFinding("metadata-mismatch", file, "没有档号"));
  }
  const form = descendants(metadata, "形式特征")[0];
  const pages = form && childText(form, "页数");
  if (pages && entry.fields.has("页数") && pages !== entry.fields.get("页数"))
    problems.push(packageFinding("metadata-mismatch", file, "页数"));
  return problems;
}

/** Files that the metadata names, with their size and digests; names are inside the item's folder. */
export function statedFiles(folder: string, metadata: XmlNode): StatedFile[] {
  const holders = [...descendants(metadata, "电子属性")];
  return holders.flatMap((node) => {
    const name = childText(node, "计算机文件名");
    if (!name) return [];
    const size = childText(node, "计算机文件大小");
    const digests = node.children.flatMap((child) => {
      const algorithm =
        child.name === "数字摘要" ? algorithmName[(child.attributes.get("算法") ?? "").toUpperCase()] : undefined;
      return algorithm === undefined ? [] : [[algorithm, child.text.trim().toLowerCase()] as const];
    });
    return [
      { path: `${folder}/${name}`, size: size && /^\d+$/.test(size) ? Number(size) : null, digests: new Map(digests) },
    ];
  });
}
