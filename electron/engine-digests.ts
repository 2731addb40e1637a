// dist/main/engine-digests.json: what the build says the engine is made of. It lies beside main.mjs, inside the asar when packed.
import { z } from "zod";

const relativePath = z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.?(\/|$))[\w@./+-]+$/);

/**
 * Paths are relative to the project folder with forward slashes, on every platform; digests are SHA-256 in hex.
 * `node` and `entry` must themselves be listed in `files`, beside every addon and worker file the engine loads.
 * Packed, `node` lies at <resources>/node/<its file name> and everything else in app.asar.unpacked.
 */
export const engineDigests = z
  .object({
    node: relativePath,
    entry: relativePath,
    files: z.record(relativePath, z.string().regex(/^[0-9a-f]{64}$/)),
  })
  .readonly()
  .refine(({ node, entry, files }) => node in files && entry in files, "node and entry need a digest themselves");
export type EngineDigests = z.infer<typeof engineDigests>;
