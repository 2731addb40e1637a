// Random bytes drawn a block at a time: asking the system for a dozen bytes costs as much as asking for thousands. Every byte is given
// once. Keys are drawn so only for the rows of one act, which wipes each of them and lets the rest go (ledger/new-row.ts).
import { randomBytes } from "node:crypto";

const draws = 512;

/** Gives `size` random bytes with each call, never the same ones twice; only a key is written to, when it is wiped. */
export function randomDraw(size: number): () => Buffer {
  let block = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at === block.length) [block, at] = [randomBytes(size * draws), 0];
    return block.subarray(at, (at += size));
  };
}
