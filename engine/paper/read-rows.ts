// Counts again, from the finished file, what was printed: the rows, the text of their cells and where they stand.
import { PdfFile } from "./pdf-file.ts";
import { isName, isOperator, PdfTokens } from "./pdf-objects.ts";
import type { PdfDictionary, PdfValue } from "./pdf-objects.ts";
import { takeTurn } from "./take-turn.ts";
import type { Turn } from "./take-turn.ts";

/** A printed row; `top` and `bottom` are its highest and lowest baselines in points from the page's upper edge. */
export type ReadRow = {
  readonly sheetNumber: number;
  readonly rowNumber: number;
  readonly pageNumber: number;
  readonly cells: readonly string[];
  readonly top: number;
  readonly bottom: number;
};

type Decoder = ReadonlyMap<number, string>;

function readDecoder(file: PdfFile, font: PdfDictionary): Decoder {
  const map = file.stream(font.get("ToUnicode")).toString("latin1");
  const pairs = [...map.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gm)];
  return new Map(
    pairs.map(([, code, text]) => [
      Number.parseInt(code ?? "", 16),
      Buffer.from(text ?? "", "hex")
        .swap16()
        .toString("utf16le"),
    ]),
  );
}

function decode(decoder: Decoder | undefined, shown: PdfValue | undefined): string {
  if (Array.isArray(shown))
    return shown.map((piece) => (typeof piece === "number" ? "" : decode(decoder, piece))).join("");
  if (!Buffer.isBuffer(shown)) throw new Error("a text of the page shows no string");
  let text = "";
  for (let at = 0; at < shown.length; at += 2) {
    const character = decoder?.get(shown.readUInt16BE(at));
    if (character === undefined) throw new Error("a character of the page has no meaning");
    text += character;
  }
  return text;
}

/** The marked rows of one page. */
function readPage(content: string, decoders: ReadonlyMap<string, Decoder>, pageNumber: number): ReadRow[] {
  const tokens = new PdfTokens(content);
  const rows: ReadRow[] = [];
  const marks: string[] = [];
  let operands: PdfValue[] = [];
  let decoder: Decoder | undefined;
  let baseline = Number.NaN;
  let row: { -readonly [Key in keyof ReadRow]: ReadRow[Key] } & { cells: string[] } = emptyRow(pageNumber);
  const operate: Readonly<Record<string, () => void>> = {
    BMC: () => {
      const tag = operands[0];
      marks.push(isName(tag) ? tag.name : "");
      if (marks.join("/") === "Row/Cell") row.cells.push("");
    },
    BDC: () => {
      const [tag, properties] = operands;
      marks.push(isName(tag) ? tag.name : "");
      if (marks.join("/") !== "Row" || !(properties instanceof Map)) return;
      row = emptyRow(pageNumber);
      row.sheetNumber = Number(properties.get("Sheet"));
      row.rowNumber = Number(properties.get("Row"));
    },
    EMC: () => {
      if (marks.join("/") === "Row") rows.push(row);
      marks.pop();
    },
    Tf: () => {
      const font = operands[0];
      decoder = isName(font) ? decoders.get(font.name) : undefined;
    },
    Tm: () => {
      baseline = Number(operands[5]);
    },
    TJ: () => {
      if (marks.join("/") !== "Row/Cell") return;
      const last = row.cells.length - 1;
      row.cells[last] = (row.cells[last] ?? "") + decode(decoder, operands[0]);
      row.top = Math.min(row.top, baseline);
      row.bottom = Math.max(row.bottom, baseline);
    },
  };
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    if (!isOperator(token)) {
      operands.push(token);
      continue;
    }
    operate[token.operator]?.();
    operands = [];
  }
  return rows;
}

function emptyRow(pageNumber: number): ReadRow & { cells: string[] } {
  return {
    sheetNumber: 0,
    rowNumber: 0,
    pageNumber,
    cells: [],
    top: Number.POSITIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
}

/** The rows of a PDF written by `startPaper`, one after another; only one page is in memory. Throws when the file is not one. */
export async function* readRows(bytes: Buffer, turn: Turn): AsyncGenerator<ReadRow> {
  const file = new PdfFile(bytes);
  const decoders = new Map<string, Decoder>();
  let pageNumber = 0;
  for (const page of file.pages()) {
    pageNumber += 1;
    for (const [name, font] of page.fonts) {
      if (!decoders.has(name)) decoders.set(name, readDecoder(file, font));
    }
    for (const row of readPage(page.content, decoders, pageNumber)) {
      await takeTurn(turn);
      yield row;
    }
  }
}
