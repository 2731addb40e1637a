// From a passphrase to a key-wrapping key: Argon2id, its cost calibrated on this machine when the archive is made (tech: 0.6).
import { argon2 } from "node:crypto";
import { promisify } from "node:util";

/** Cost of one derivation: memory in KiB, passes over it. */
export type KeyCost = { readonly memoryKib: number; readonly passes: number };

const derive = promisify(argon2);
/** 128 MiB; never fewer than three passes. */
const memoryKib = 128 * 1024;
const leastPasses = 3;
/** What a derivation should take, in milliseconds: between 0.7 and 1.5 s. */
const wantedMs = 1000;

/** The 32-byte key a secret gives with this salt and cost. */
export async function deriveKey(secret: string, salt: Buffer, cost: KeyCost): Promise<Buffer> {
  const key = await derive("argon2id", {
    message: Buffer.from(secret.normalize("NFKC"), "utf8"),
    nonce: salt,
    parallelism: 1,
    tagLength: 32,
    memory: cost.memoryKib,
    passes: cost.passes,
  });
  return Buffer.from(key);
}

/** Measures this machine and chooses the passes that make one derivation take about a second. */
export async function calibrateCost(): Promise<KeyCost> {
  const started = performance.now();
  await deriveKey("calibration", Buffer.alloc(16, 7), { memoryKib, passes: leastPasses });
  const perPass = (performance.now() - started) / leastPasses;
  return { memoryKib, passes: Math.max(leastPasses, Math.round(wantedMs / perPass)) };
}
