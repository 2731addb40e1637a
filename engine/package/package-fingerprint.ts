import { createHash } from "node:crypto";

/** What both sides sign on paper: first 32 hex digits of SHA-256 of `tagmanifest-sha256.txt`, in groups of four (A5). */
export function packageFingerprint(tagManifest: Uint8Array): string {
  const hex = createHash("sha256").update(tagManifest).digest("hex").slice(0, 32);
  return hex.replace(/(.{4})(?!$)/g, "$1 ");
}
