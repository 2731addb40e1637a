// A model pack in memory: three networks and the list of characters, each checked against the pack's manifest.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InferenceSession } from "onnxruntime-node";
import type { ModelPart } from "#contract/model-pack";
import type { ModelPack } from "./read-page.ts";
import { Refused } from "./serve-questions.ts";

export type Models = {
  readonly detection: InferenceSession;
  readonly direction: InferenceSession;
  readonly recognition: InferenceSession;
  /** What each class of the recognition means: first the blank, then the dictionary, last the space. */
  readonly characters: readonly string[];
};

const damaged = ({ manifest }: ModelPack): Refused => new Refused("model-pack-damaged", { name: manifest.title });

async function fileOf(pack: ModelPack, part: ModelPart): Promise<Buffer> {
  const { file, size, sha256 } = pack.manifest.files[part];
  const bytes = await readFile(join(pack.folder, file)).catch(() => undefined);
  if (bytes?.length !== size || createHash("sha256").update(bytes).digest("hex") !== sha256) throw damaged(pack);
  return bytes;
}

async function sessionOf(pack: ModelPack, part: ModelPart): Promise<InferenceSession> {
  const bytes = await fileOf(pack, part);
  const options: InferenceSession.SessionOptions = {
    executionProviders: ["cpu"],
    // Two threads are the measure of tech-scan-ocr §1.5; shapes differ from line to line, so patterns are of no use.
    intraOpNumThreads: 2,
    interOpNumThreads: 1,
    enableMemPattern: false,
    // A thread without work sleeps instead of turning on the spot: the other core belongs to whoever is scanning.
    extra: { session: { intra_op: { allow_spinning: "0" } } },
    logSeverityLevel: 4,
  };
  try {
    return await InferenceSession.create(bytes, options);
  } catch {
    throw damaged(pack);
  }
}

let loaded: { readonly key: string; readonly models: Models } | undefined;

/** The models of a pack, kept until another one is asked for. Refuses model-pack-damaged. */
export async function loadModels(pack: ModelPack): Promise<Models> {
  const key = JSON.stringify(pack);
  if (loaded?.key === key) return loaded.models;
  loaded = undefined;
  const words = (await fileOf(pack, "dictionary")).toString("utf8").replace(/\r/g, "").replace(/\n$/, "").split("\n");
  const models: Models = {
    detection: await sessionOf(pack, "detection"),
    direction: await sessionOf(pack, "direction"),
    recognition: await sessionOf(pack, "recognition"),
    characters: ["", ...words, " "],
  };
  loaded = { key, models };
  return models;
}
