// What a camera wrote into a photo: make, model and its own clock (EXIF 2.3). The GPS directory is not entered.
import { type CameraFacts, shortLine } from "./described.ts";

const tag = { make: 0x010f, model: 0x0110, changed: 0x0132, exif: 0x8769, taken: 0x9003 };
const mostFields = 500;

/** "2024:05:01 10:20:30" as "2024-05-01T10:20:30"; blank when no calendar has it. */
function asTime(words: string): string {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(words)?.slice(1);
  if (!parts) return "";
  const [year, month, day, hour, minute, second] = parts;
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const time = new Date(`${text}Z`);
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 19) !== text ? "" : text;
}

/** Reads a TIFF structure: the EXIF block of a JPEG or PNG without its "Exif" mark, or a TIFF file. Null when it says nothing. */
export function readExif(given: Buffer | undefined): CameraFacts | null {
  if (!given) return null;
  const bytes = given.toString("latin1", 0, 6) === "Exif\0\0" ? given.subarray(6) : given;
  const order = bytes.toString("latin1", 0, 2);
  if (order !== "II" && order !== "MM") return null;
  const number = (at: number, size: 2 | 4): number => {
    if (at + size > bytes.length) return 0;
    return order === "II" ? bytes.readUIntLE(at, size) : bytes.readUIntBE(at, size);
  };
  if (number(2, 2) !== 42) return null;
  const found = new Map<number, string>();
  const walk = (directory: number, mayEnter: boolean): void => {
    if (directory < 8 || directory + 2 > bytes.length) return;
    const count = Math.min(number(directory, 2), mostFields);
    for (let at = directory + 2; at < directory + 2 + count * 12 && at + 12 <= bytes.length; at += 12) {
      const name = number(at, 2);
      if (name === tag.exif && mayEnter) walk(number(at + 8, 4), false);
      // Only these four are read; type 2 is text.
      else if ([tag.make, tag.model, tag.changed, tag.taken].includes(name) && number(at + 2, 2) === 2) {
        const length = Math.min(number(at + 4, 4), 200);
        const begin = length <= 4 ? at + 8 : number(at + 8, 4);
        found.set(name, shortLine(bytes.toString("utf8", begin, begin + length).replace(/\0.*$/s, "")));
      }
    }
  };
  walk(number(4, 4), true);
  const facts = {
    make: found.get(tag.make) ?? "",
    model: found.get(tag.model) ?? "",
    takenAt: asTime(found.get(tag.taken) ?? ""),
  };
  return facts.make + facts.model + facts.takenAt === "" ? null : facts;
}
