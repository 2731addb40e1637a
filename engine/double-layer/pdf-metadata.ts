// What a PDF says of itself, twice and alike: in its information dictionary and in XMP (ISO 19005-2, 6.6.2).
import type { DocumentFacts } from "./document.ts";

/** Part 2 for 2b, part 1 for the twin that a validator of part 1 judges. */
export type PdfaPart = 1 | 2;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Text inside XML; what XML cannot hold is left out. */
export const inXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const toSecond = (madeAt: string): string => `${madeAt.slice(0, 19)}+00:00`;
const plainWords = (text: string): string => text.toWellFormed().replace(/\s+/g, " ").trim();

/** A text string of a PDF: UTF-16 with its mark. */
export const pdfText = (text: string): string =>
  `<feff${Buffer.from(plainWords(text), "utf16le").swap16().toString("hex")}>`;

/** The information dictionary without its brackets. */
export function informationOf({ title, author, madeAt, program, version }: DocumentFacts): string {
  const maker = pdfText(`${program} ${version}`);
  const digits = madeAt.slice(0, 19).replace(/\D/g, "");
  const date = `(D:${digits}+00'00')`;
  return [
    `/Title ${pdfText(title)}`,
    ...(plainWords(author) === "" ? [] : [`/Author ${pdfText(author)}`]),
    `/Creator ${maker} /Producer ${maker} /CreationDate ${date} /ModDate ${date}`,
  ].join(" ");
}

/** The XMP packet, UTF-8. */
export function xmpOf({ title, author, madeAt, program, version }: DocumentFacts, part: PdfaPart): Buffer {
  const said = inXml(plainWords(author));
  const creator = said === "" ? "" : `\n   <dc:creator><rdf:Seq><rdf:li>${said}</rdf:li></rdf:Seq></dc:creator>`;
  const words = inXml(plainWords(`${program} ${version}`));
  return Buffer.from(
    `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${inXml(plainWords(title))}</rdf:li></rdf:Alt></dc:title>${creator}
   <xmp:CreatorTool>${words}</xmp:CreatorTool>
   <xmp:CreateDate>${toSecond(madeAt)}</xmp:CreateDate>
   <xmp:ModifyDate>${toSecond(madeAt)}</xmp:ModifyDate>
   <xmp:MetadataDate>${toSecond(madeAt)}</xmp:MetadataDate>
   <pdf:Producer>${words}</pdf:Producer>
   <pdfaid:part>${part}</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`,
    "utf8",
  );
}
