import { Refused } from "./serve-questions.ts";

const forbidden = ["<!DOCTYPE", "<!ENTITY"].flatMap((mark) => {
  const wide = Buffer.from(mark, "utf16le");
  return [Buffer.from(mark, "latin1"), wide, Buffer.from(wide).swap16()];
});
const longest = Math.max(...forbidden.map((mark) => mark.length));

/**
 * A look-through for XML that comes in pieces: refuses `table-doctype` as soon as a document type or entity is
 * declared, in 8-bit or 16-bit encodings, before any parser sees the text.
 */
export function forbidDoctype(): (name: string, piece: Buffer) => void {
  let current = "";
  let rest: Buffer = Buffer.alloc(0);
  return (name, piece) => {
    if (!/\.(xml|rels|vml|xsd|xslt?|ofd)$/i.test(name)) return;
    const text = name === current ? Buffer.concat([rest, piece]) : piece;
    if (forbidden.some((mark) => text.includes(mark))) throw new Refused("table-doctype");
    current = name;
    rest = text.subarray(Math.max(0, text.length - longest));
  };
}
