import { inflateSync } from "node:zlib";
import { isName, isReference, PdfTokens } from "./pdf-objects.ts";
import type { PdfDictionary, PdfValue } from "./pdf-objects.ts";

/** A page as it lies in the file: its content, its fonts by resource name, its height in points. */
export type PdfPage = {
  readonly content: string;
  readonly fonts: ReadonlyMap<string, PdfDictionary>;
  readonly height: number;
};

/** A PDF file of ours, opened by its cross-reference table. Throws when the table or an object is broken. */
export class PdfFile {
  readonly #text: string;
  readonly #bytes: Buffer;
  readonly #offsets: readonly number[];
  readonly #root: PdfDictionary;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#text = bytes.toString("latin1");
    const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#text.slice(-64))?.[1] ?? Number.NaN);
    if (!this.#text.startsWith("xref", tableAt)) throw new Error("no cross-reference table");
    const trailerAt = this.#text.indexOf("trailer", tableAt);
    this.#offsets = [...this.#text.slice(tableAt, trailerAt).matchAll(/(\d{10}) \d{5} [nf]/g)].map((entry) =>
      Number(entry[1]),
    );
    const trailer = new PdfTokens(this.#text, trailerAt + "trailer".length).next();
    this.#root = this.dictionary(this.dictionary(trailer).get("Root"));
  }

  /** A dictionary, followed through a reference. */
  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = isReference(value) ? this.#object(value.object).value : value;
    if (!(found instanceof Map)) throw new Error("expected a dictionary");
    return found;
  }

  /** The bytes of a stream, unpacked. */
  stream(value: PdfValue | undefined): Buffer {
    if (!isReference(value)) throw new Error("expected a stream");
    const { value: dictionary, end } = this.#object(value.object);
    const length = dictionary instanceof Map ? dictionary.get("Length") : undefined;
    if (!(dictionary instanceof Map) || typeof length !== "number") throw new Error("expected a stream");
    const from = this.#text.indexOf("stream\n", end) + "stream\n".length;
    const raw = this.#bytes.subarray(from, from + length);
    const filter = dictionary.get("Filter");
    return isName(filter) && filter.name === "FlateDecode" ? inflateSync(raw) : raw;
  }

  /** The pages in order. Only one is unpacked at a time. */
  *pages(): Generator<PdfPage> {
    const kids = this.dictionary(this.#root.get("Pages")).get("Kids");
    for (const kid of Array.isArray(kids) ? kids : []) {
      const page = this.dictionary(kid);
      const fonts = this.dictionary(page.get("Resources")).get("Font");
      const named = fonts === undefined ? [] : [...this.dictionary(fonts)];
      const box = page.get("MediaBox");
      const height = Array.isArray(box) ? Number(box[3]) : Number.NaN;
      yield {
        content: this.stream(page.get("Contents")).toString("latin1"),
        fonts: new Map(named.map(([name, font]) => [name, this.dictionary(font)])),
        height,
      };
    }
  }

  #object(number: number): { value: PdfValue | undefined; end: number } {
    const offset = this.#offsets[number] ?? -1;
    const head = `${number} 0 obj`;
    if (!this.#text.startsWith(head, offset)) throw new Error(`object ${number} is not where the table says`);
    const tokens = new PdfTokens(this.#text, offset + head.length);
    return { value: tokens.next(), end: tokens.at };
  }
}
