// Nonces of 96 bits, for AES-256-GCM.
import { randomDraw } from "./random-draw.ts";

/** Twelve random bytes that were never given before; not to be written to. */
export const randomNonce = randomDraw(12);
