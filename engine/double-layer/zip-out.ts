// A ZIP written entry by entry with sizes and checksums in front, no time of the clock, no extra fields: every reader
// takes it, and the same parts give the same bytes (APPNOTE 6.3.3, 4.3.7 and 4.3.12).
import { crc32, deflateRawSync } from "node:zlib";
import type { Sink } from "./out-file.ts";

/** 1980-01-01 00:00, the zero of a ZIP. */
const fixedDate = 0x21;
const utf8Names = 0x800;

export type ZipOut = {
  /** Adds a part; pictures are packed already and go as they are. */
  put(name: string, bytes: Buffer, isPacked?: boolean): Promise<void>;
  close(): Promise<void>;
};

function header(signature: number, name: Buffer, packed: number, size: number, sum: number, method: number): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(method === 0 ? 10 : 20, 4);
  bytes.writeUInt16LE(utf8Names, 6);
  bytes.writeUInt16LE(method, 8);
  bytes.writeUInt16LE(0, 10);
  bytes.writeUInt16LE(fixedDate, 12);
  bytes.writeUInt32LE(sum, 14);
  bytes.writeUInt32LE(packed, 18);
  bytes.writeUInt32LE(size, 22);
  return Buffer.concat([bytes, lengthOf(name)]);
}
/** Length of the name and of no extra field. */
function lengthOf(name: Buffer): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt16LE(name.length, 0);
  return bytes;
}

/** A ZIP of at most 65,535 parts and 4 GB. */
export function openZipOut(sink: Sink): ZipOut {
  const directory: Buffer[] = [];
  return {
    async put(name, bytes, isPacked = false) {
      const [title, at] = [Buffer.from(name, "utf8"), sink.size()];
      const body = isPacked ? bytes : deflateRawSync(bytes, { level: 9 });
      const method = isPacked ? 0 : 8;
      const local = header(0x04034b50, title, body.length, bytes.length, crc32(bytes), method);
      await sink.put(Buffer.concat([local, title]));
      await sink.put(body);
      const place = Buffer.alloc(14);
      place.writeUInt32LE(at, 10);
      // The central record is the local one with "made by" after the signature and the place after the lengths.
      const central = Buffer.concat([Buffer.from("504b01021400", "hex"), local.subarray(4), place, title]);
      directory.push(central);
    },
    async close() {
      const at = sink.size();
      const records = Buffer.concat(directory);
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x06054b50, 0);
      end.writeUInt16LE(directory.length, 8);
      end.writeUInt16LE(directory.length, 10);
      end.writeUInt32LE(records.length, 12);
      end.writeUInt32LE(at, 16);
      await sink.put(records);
      await sink.put(end);
    },
  };
}
