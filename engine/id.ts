// Names for new things: 128 random bits as 32 hex digits, so that a name says nothing of what it names.
import { randomBytes } from "node:crypto";

export type MakeId = () => string;

const size = 16;
let block = Buffer.alloc(0);
let at = 0;

/** Drawn a block at a time: asking the system for sixteen bytes costs as much as asking for thousands. A name is no secret. */
export const randomId: MakeId = () => {
  if (at === block.length) [block, at] = [randomBytes(size * 256), 0];
  return block.toString("hex", at, (at += size));
};
