// The name reserved for a capture, written into its picture as a remark: two sheets that look alike to the last bit (blank backs
// of a duplex run) are two scans all the same, and none is taken for the other (product T01). No pixel changes.
import { crc32 } from "node:zlib";

const pngHead = Buffer.from("89504e470d0a1a0a", "hex");

/** The picture with the remark; formats without a place for one come back as they are. */
export function stampCapture(bytes: Buffer, remark: string): Buffer {
  if (bytes.subarray(0, 8).equals(pngHead)) return stampPng(bytes, remark);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return stampJpeg(bytes, remark);
  return bytes;
}

/** A tEXt chunk right after IHDR (PNG, third edition, 11.3.3.2). */
function stampPng(bytes: Buffer, remark: string): Buffer {
  const headEnd = 8 + 12 + bytes.readUInt32BE(8);
  const body = Buffer.from(`tEXtComment\0${remark}`, "latin1");
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([bytes.subarray(0, headEnd), size, body, check, bytes.subarray(headEnd)]);
}

/** A COM segment behind the first application segment, which JFIF wants directly after the start (ITU-T T.81, B.2.4.5). */
function stampJpeg(bytes: Buffer, remark: string): Buffer {
  const isApplication = bytes[2] === 0xff && ((bytes[3] ?? 0) & 0xf0) === 0xe0;
  const at = isApplication ? 4 + bytes.readUInt16BE(4) : 2;
  const words = Buffer.from(remark, "latin1");
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(words.length + 2, 2);
  return Buffer.concat([bytes.subarray(0, at), head, words, bytes.subarray(at)]);
}
