// Reads a spreadsheet of ours again with another unpacker and another XML reader than those that wrote it.
import { SaxesParser } from "saxes";
import { fromBufferPromise } from "yauzl";

/** The rows of one sheet: row number → cells by column, from 0; a number is its shortest text, a formula is never text. */
export type ReadSheet = ReadonlyMap<number, readonly string[]>;

async function unpack(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    parts.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
  }
  return parts;
}

type Attributes = Readonly<Record<string, string>>;
type Reader = {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
};

function walk(xml: string | undefined, reader: Reader): void {
  if (xml === undefined) throw new Error("a part of the spreadsheet is missing");
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => reader.open?.(tag.name, tag.attributes));
  parser.on("text", (text) => reader.text?.(text));
  parser.on("closetag", (tag) => reader.close?.(tag.name));
  parser.write(xml).close();
}

/** ECMA-376 writes some characters as `_x000D_`. */
const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function readSharedStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  let isText = false;
  walk(xml, {
    open(name) {
      if (name === "si") strings.push("");
      isText = name === "t";
    },
    text(text) {
      if (isText) strings[strings.length - 1] += text;
    },
    close(name) {
      if (name === "t") isText = false;
    },
  });
  return strings.map(unescaped);
}

function columnOf(address: string): number {
  let column = 0;
  for (const letter of address.replace(/\d+$/, "")) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function readSheet(xml: string | undefined, strings: readonly string[]): ReadSheet {
  const rows = new Map<number, string[]>();
  let cells: string[] = [];
  let column = 0;
  let type = "";
  let text = "";
  let isValue = false;
  walk(xml, {
    open(name, attributes) {
      if (name === "row") rows.set(Number(attributes["r"]), (cells = []));
      if (name === "c") {
        column = columnOf(attributes["r"] ?? "");
        type = attributes["t"] ?? "n";
        text = "";
      }
      isValue = name === "v" || name === "t";
      if (name === "f") type = "formula";
    },
    text(piece) {
      if (isValue) text += piece;
    },
    close(name) {
      isValue = false;
      if (name !== "c") return;
      while (cells.length < column) cells.push("");
      if (type === "formula") cells[column] = "\u0000formula";
      else if (type === "s") cells[column] = strings[Number(text)] ?? "\u0000";
      else cells[column] = type === "n" ? text : unescaped(text);
    },
  });
  return rows;
}

/** Sheets by name, in the order of the workbook. Throws when the file is not a spreadsheet. */
export async function readSpreadsheet(bytes: Buffer): Promise<ReadonlyMap<string, ReadSheet>> {
  const parts = await unpack(bytes);
  const targets = new Map<string, string>();
  walk(parts.get("xl/_rels/workbook.xml.rels"), {
    open(name, attributes) {
      if (name === "Relationship") targets.set(attributes["Id"] ?? "", `xl/${attributes["Target"] ?? ""}`);
    },
  });
  const strings = readSharedStrings(parts.get("xl/sharedStrings.xml"));
  const sheets = new Map<string, ReadSheet>();
  walk(parts.get("xl/workbook.xml"), {
    open(name, attributes) {
      if (name !== "sheet") return;
      const target = targets.get(attributes["r:id"] ?? "") ?? "";
      sheets.set(attributes["name"] ?? "", readSheet(parts.get(target), strings));
    },
  });
  return sheets;
}
