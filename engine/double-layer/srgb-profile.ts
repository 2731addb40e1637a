// The sRGB colour space as an ICC profile of version 2, written from the figures of IEC 61966-2-1. A PDF/A must carry the
// meaning of its colours with it (ISO 19005-2, 6.2.3).

const curveSize = 1024;

/** s15Fixed16: 16 bits before the point, 16 after. */
function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65_536));
  return bytes;
}
const figures = (...values: number[]): Buffer => Buffer.concat(values.map(fixed));
const ascii = (text: string): Buffer => Buffer.from(text, "latin1");
const whole = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const xyz = (x: number, y: number, z: number): Buffer =>
  Buffer.concat([ascii("XYZ "), Buffer.alloc(4), figures(x, y, z)]);

/** Light for each of 1,024 steps of the signal. */
function curve(): Buffer {
  const steps = Buffer.alloc(curveSize * 2);
  for (let at = 0; at < curveSize; at += 1) {
    const signal = at / (curveSize - 1);
    const light = signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4;
    steps.writeUInt16BE(Math.round(light * 65_535), at * 2);
  }
  return Buffer.concat([ascii("curv"), Buffer.alloc(4), whole(curveSize), steps]);
}

function description(text: string): Buffer {
  const words = ascii(`${text}\0`);
  // ASCII, then an empty Unicode and an empty Macintosh form (ICC.1:2001-04, 6.5.17).
  return Buffer.concat([ascii("desc"), Buffer.alloc(4), whole(words.length), words, Buffer.alloc(8 + 2 + 1 + 67)]);
}

/** The profile; the same bytes every time. */
export function makeSrgbProfile(): Buffer {
  const tone = curve();
  // Primaries adapted to D50 by Bradford, as the profile connection space wants them.
  const tags: readonly (readonly [string, Buffer])[] = [
    ["desc", description("sRGB IEC61966-2.1 (Lindang)")],
    ["cprt", Buffer.concat([ascii("text"), Buffer.alloc(4), ascii("No copyright, use freely\0")])],
    ["wtpt", xyz(0.95045, 1, 1.08905)],
    ["rXYZ", xyz(0.43607, 0.22249, 0.01392)],
    ["gXYZ", xyz(0.38515, 0.71687, 0.09708)],
    ["bXYZ", xyz(0.14307, 0.06061, 0.7141)],
    ["rTRC", tone],
    ["gTRC", tone],
    ["bTRC", tone],
  ];
  const bodies: Buffer[] = [];
  const placed = new Map<Buffer, number>();
  let at = 128 + 4 + tags.length * 12;
  const table = tags.map(([name, body]) => {
    const begin = placed.get(body) ?? at;
    if (!placed.has(body)) {
      placed.set(body, begin);
      const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
      bodies.push(padded);
      at += padded.length;
    }
    return Buffer.concat([ascii(name), whole(begin), whole(body.length)]);
  });
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at, 0);
  header.writeUInt32BE(0x02100000, 8);
  header.write("mntrRGB XYZ ", 12, "latin1");
  // A fixed day: the profile never changes.
  [2026, 1, 1, 0, 0, 0].forEach((figure, index) => header.writeUInt16BE(figure, 24 + index * 2));
  header.write("acsp", 36, "latin1");
  figures(0.9642, 1, 0.8249).copy(header, 68);
  return Buffer.concat([header, whole(tags.length), ...table, ...bodies]);
}
