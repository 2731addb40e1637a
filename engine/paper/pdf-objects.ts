// The reading side of paper: the objects of a PDF file as PDF 32000-1, 7.3 defines them. It shares no code with the
// writing side, so that a fault of the writer cannot hide itself. It reads our own files only.

export type PdfName = { readonly name: string };
export type PdfReference = { readonly object: number };
export type PdfOperator = { readonly operator: string };
export type PdfDictionary = Map<string, PdfValue>;
export type PdfValue =
  null | boolean | number | Buffer | PdfName | PdfReference | PdfOperator | PdfDictionary | PdfValue[];

const white = /[\0\t\n\f\r ]/;
const delimiter = /[()<>[\]{}/%]/;

/** Reads objects one after another from `text`, which holds one byte per character (latin1). */
export class PdfTokens {
  readonly text: string;
  at: number;
  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  skipWhite(): void {
    while (this.at < this.text.length && white.test(this.text.charAt(this.at))) this.at += 1;
  }

  /** The next object or operator; undefined at the end. */
  next(): PdfValue | undefined {
    this.skipWhite();
    if (this.at >= this.text.length) return undefined;
    const first = this.text.charAt(this.at);
    if (first === "/") return { name: this.word(this.at + 1) };
    if (first === "(") return this.literal();
    if (first === "[") return this.array();
    if (first === "<") return this.text.charAt(this.at + 1) === "<" ? this.dictionary() : this.hex();
    return this.plain();
  }

  private word(from: number): string {
    let end = from;
    while (end < this.text.length && !white.test(this.text.charAt(end)) && !delimiter.test(this.text.charAt(end)))
      end += 1;
    this.at = end;
    return this.text.slice(from, end);
  }

  private plain(): PdfValue {
    const reference = /(\d+) \d+ R(?![\w])/y;
    reference.lastIndex = this.at;
    const found = reference.exec(this.text);
    if (found) {
      this.at = reference.lastIndex;
      return { object: Number(found[1]) };
    }
    const from = this.at;
    const word = this.word(from);
    if (word === "") throw new Error(`unexpected character at ${from} of a page`);
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : { operator: word };
  }

  private hex(): Buffer {
    const end = this.text.indexOf(">", this.at);
    const digits = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return Buffer.from(digits, "hex");
  }

  private literal(): Buffer {
    let depth = 0;
    let end = this.at;
    do {
      const character = this.text.charAt(end);
      if (character === "\\") end += 1;
      else if (character === "(") depth += 1;
      else if (character === ")") depth -= 1;
      end += 1;
    } while (depth > 0 && end < this.text.length);
    const raw = this.text.slice(this.at + 1, end - 1);
    this.at = end;
    return Buffer.from(raw, "latin1");
  }

  private array(): PdfValue[] {
    this.at += 1;
    const values: PdfValue[] = [];
    for (;;) {
      this.skipWhite();
      if (this.text.charAt(this.at) === "]") break;
      const value = this.next();
      if (value === undefined) throw new Error("an array of the page does not end");
      values.push(value);
    }
    this.at += 1;
    return values;
  }

  private dictionary(): PdfDictionary {
    this.at += 2;
    const entries: PdfDictionary = new Map();
    for (;;) {
      this.skipWhite();
      if (this.text.startsWith(">>", this.at)) break;
      const key = this.next();
      const value = this.next();
      if (!isName(key) || value === undefined) throw new Error("a dictionary of the page is broken");
      entries.set(key.name, value);
    }
    this.at += 2;
    return entries;
  }
}

export function isName(value: PdfValue | undefined): value is PdfName {
  return typeof value === "object" && value !== null && "name" in value;
}
export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === "object" && value !== null && "object" in value;
}
export function isOperator(value: PdfValue | undefined): value is PdfOperator {
  return typeof value === "object" && value !== null && "operator" in value;
}
