// 文字识别模型: the files a reading engine works with, shipped or brought on a USB stick. They are data, never programs.
import { z } from "zod";
import { everybody, keepers, read, task, write } from "./procedure.ts";

/** The four files of a model pack: where lines stand, which way up, what they say, and in which characters. */
export const modelPart = z.enum(["detection", "direction", "recognition", "dictionary"]);
export type ModelPart = z.infer<typeof modelPart>;

/** A pack's name: part of `PageReading.engine`, and a folder's name in the archive. */
export const modelPackName = z.string().regex(/^[a-z0-9][a-z0-9.-]{1,58}[a-z0-9]$/);

const packFile = z
  .object({
    /** A plain file name beside the manifest. */
    file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,98}$/),
    /** Bytes. */
    size: z.int().positive(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .readonly();

/** `pack.json` of a model pack. */
export const modelPackManifest = z
  .object({
    format: z.literal("lindang-model-pack-1"),
    name: modelPackName,
    /** What the window calls it, e.g. 「PP-OCRv4 轻量版」. */
    title: z.string().min(1).max(60),
    version: z.string().min(1).max(30),
    licence: z.string().max(60).default(""),
    files: z
      .object({ detection: packFile, direction: packFile, recognition: packFile, dictionary: packFile })
      .readonly(),
  })
  .readonly();
export type ModelPackManifest = z.infer<typeof modelPackManifest>;

/** A pack as the window lists it. */
export const shownModelPack = z
  .object({
    name: modelPackName,
    title: z.string(),
    version: z.string(),
    isShipped: z.boolean(),
    isChosen: z.boolean(),
    /** Its files are there; a restored archive has none of the imported ones, and the shipped pack reads. */
    isWhole: z.boolean(),
    /** Bytes of its four files. */
    size: z.int(),
  })
  .readonly();
export type ShownModelPack = z.infer<typeof shownModelPack>;

export const modelPackProcedures = {
  "model-pack.list": read({
    roles: everybody,
    input: z.object({}),
    output: z.object({ packs: z.array(shownModelPack).readonly() }),
  }),
  /**
   * Takes a model pack over from a folder (or from its pack.json): sizes and SHA-256 of its files checked, loaded in the
   * helper and tried on a line whose words are known, then copied into the archive's folder. It is not chosen by that.
   */
  "model-pack.import": task({
    roles: keepers,
    input: z.object({ path: z.string().min(1) }),
    output: shownModelPack,
    refusals: [
      "model-pack-invalid",
      "model-pack-damaged",
      "model-pack-taken",
      "model-pack-misreads",
      "model-pack-too-large",
      "disk-full",
      "target-not-writable",
      "task-cancelled",
    ],
  }),
  /** Pages that were read with another pack are then read again, in the background. */
  "model-pack.choose": write({
    roles: keepers,
    input: z.object({ name: modelPackName }),
    output: shownModelPack,
    refusals: ["model-pack-not-found"],
  }),
};
