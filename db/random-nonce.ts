// Nonces of 96 bits, drawn a block at a time: asking the system for twelve bytes costs as much as asking for thousands. Every byte
// is used once. Keys are not drawn so: what is left of a block would lie in memory beside them.
import { randomBytes } from "node:crypto";

const size = 12;
let block = Buffer.alloc(0);
let at = 0;

/** Twelve random bytes that were never given before; not to be written to. */
export function randomNonce(): Buffer {
  if (at + size > block.length) [block, at] = [randomBytes(size * 512), 0];
  return block.subarray(at, (at += size));
}
