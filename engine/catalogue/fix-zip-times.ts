// The spreadsheet writer stamps every part with the time of writing. Two files with the same rows must be the same file.

const endLength = 22;
const extendedTime = 0x5455;

/** Sets the times of one directory entry: DOS date and time at `at`, and the UTC time among its extra fields. */
function setTimes(zip: Buffer, at: number, extraFrom: number, extraLength: number, madeOn: Date): void {
  zip.writeUInt16LE(0, at);
  zip.writeUInt16LE(
    ((madeOn.getUTCFullYear() - 1980) << 9) | ((madeOn.getUTCMonth() + 1) << 5) | madeOn.getUTCDate(),
    at + 2,
  );
  for (let field = extraFrom; field < extraFrom + extraLength; field += 4 + zip.readUInt16LE(field + 2)) {
    if (zip.readUInt16LE(field) === extendedTime) zip.writeUInt32LE(madeOn.getTime() / 1000, field + 5);
  }
}

/** Writes one date into every entry of a ZIP without comment, in place. Throws when it is no such ZIP. */
export function fixZipTimes(zip: Buffer, madeOn: Date): void {
  const end = zip.length - endLength;
  if (zip.readUInt32LE(end) !== 0x06054b50) throw new Error("the spreadsheet does not end as a ZIP without comment");
  let central = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(central + 28);
    const extraLength = zip.readUInt16LE(central + 30);
    setTimes(zip, central + 12, central + 46 + nameLength, extraLength, madeOn);
    const local = zip.readUInt32LE(central + 42);
    const localNameLength = zip.readUInt16LE(local + 26);
    setTimes(zip, local + 10, local + 30 + localNameLength, zip.readUInt16LE(local + 28), madeOn);
    central += 46 + nameLength + extraLength + zip.readUInt16LE(central + 32);
  }
}
