// The one way in: a described transfer package becomes a folder that anybody can check, or nothing at all.
import type { PackageReport } from "#contract/package-report";
import { Refusal } from "#contract/refusal";
import { renderCheckInstructions } from "./check-instructions.ts";
import type { PackageProgress } from "./check-digests.ts";
import { renderHtmlCatalogue } from "./html-catalogue.ts";
import type { PackageContent } from "./package-content.ts";
import { layOutTransferTree } from "./transfer-tree.ts";
import { verifyTransferFolder } from "./verify-transfer-tree.ts";
import { writeBag } from "./write-bag.ts";

export type PackagePlan = {
  readonly content: PackageContent;
  /** Existing folder in which the folder `packageId` is made. */
  readonly target: string;
  /** ASCII letters, digits and hyphens, e.g. C001-2026-YJ-0003. */
  readonly packageId: string;
  /** YYYY-MM-DD, the journal's head and our version: inputs, never the clock, so the same input gives the same bytes (A6). */
  readonly baggingDate: string;
  readonly anchor: string;
  readonly appVersion: string;
  readonly progress?: ((progress: PackageProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type WrittenPackage = {
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
  readonly oxum: string;
  readonly fingerprint: string;
  readonly report: PackageReport;
  /** An unfinished folder of an earlier, interrupted run was removed first. */
  readonly leftoverRemoved: boolean;
};

/** 校验说明 and catalogue stand beside `data/`, under the tag manifests. */
export const instructionsName = "校验说明.txt";
export const htmlCatalogueName = "目录.html";
const profile = "transfer-dat93-2022-by-item";

/** Refuses what `layOutTransferTree` and `writeBag` refuse, and `input-invalid` for a package number that is no name. */
export async function writePackage(plan: PackagePlan): Promise<WrittenPackage> {
  const { content, target, packageId, progress, signal } = plan;
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,49}$/.test(packageId)) throw new Refusal("input-invalid", { where: "包号" });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(plan.baggingDate)) throw new Refusal("input-invalid", { where: "制作日期" });
  const tree = layOutTransferTree(content);
  const unit = content.fonds.unit || content.fonds.name;
  const instructions = { packageId, unit, items: content.items.length, files: tree.files, bytes: tree.bytes };
  const written = await writeBag({
    target,
    name: packageId,
    payload: tree.entries,
    files: tree.files,
    bytes: tree.bytes,
    tagFiles: new Map([
      [instructionsName, renderCheckInstructions(instructions)],
      [htmlCatalogueName, renderHtmlCatalogue({ packageId, content, fileNames: tree.fileNames })],
    ]),
    info: {
      "Source-Organization": unit,
      "External-Identifier": packageId,
      "Bagging-Date": plan.baggingDate,
      "Lindang-App-Version": plan.appVersion,
      "Lindang-Catalogue-Fingerprint": tree.catalogueFingerprint,
      "Lindang-Items": String(content.items.length),
      "Lindang-Journal-Head": plan.anchor,
      "Lindang-Profile": profile,
    },
    // Digests were compared a moment ago by the check of the bag: the tree is not read a third time.
    inspect: async (folder, sha256) => {
      const known = (path: string): string | undefined => sha256.get(`data/${path}`);
      return (await verifyTransferFolder(`${folder}/data`, { knownSha256: known, signal })).problems;
    },
    progress,
    signal,
  });
  return { ...written, fingerprint: written.report.fingerprint ?? "" };
}
