// dist/main/engine-digests.json: what the build says the engine is made of. It lies beside main.mjs, inside the asar when packed.
import { z } from "zod";

const relativePath = z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.?(\/|$))[\w@./+-]+$/);

/** The engine's program, as the build writes it and the shell starts it. */
export const engineEntry = "dist/engine/host.mjs";

/**
 * Paths are relative to the project folder with forward slashes, on every platform; digests are SHA-256 in hex.
 * Node and the entry must be listed beside every addon the engine loads. Packed, Node lies at
 * <resources>/node/<its file name> and everything else in app.asar.unpacked.
 */
export const engineDigests = z
  .object({
    platform: z.string(),
    node: relativePath,
    sha256: z.record(relativePath, z.string().regex(/^[0-9a-f]{64}$/)),
  })
  .readonly()
  .refine(({ node, sha256 }) => node in sha256 && engineEntry in sha256, "node and entry need a digest themselves");
export type EngineDigests = z.infer<typeof engineDigests>;
