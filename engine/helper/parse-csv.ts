import { Refused } from "./serve-questions.ts";

/** Characters in one cell, the limit of Excel (package-and-trust B4). */
export const cellLimit = 32_767;

export type CsvRow = { readonly cells: readonly string[]; /** Line in the file, from 1. */ readonly line: number };

/** The separator that stands most often in the first line, outside quotes; a comma when none does. */
export function findSeparator(text: string): string {
  const end = text.search(/[\r\n]/);
  const line = (end < 0 ? text : text.slice(0, end)).slice(0, 100_000).replace(/"[^"]*"/g, "");
  const counts = [",", "\t", ";"].map((separator) => [line.split(separator).length, separator] as const);
  return counts.reduce((best, each) => (each[0] > best[0] ? each : best))[1];
}

/**
 * Rows of a CSV text (RFC 4180); cells are kept literally, formulas included. Empty lines are left out.
 * Refuses: table-damaged with the row of a quote that is never closed or is followed by more text; table-limit for a
 * cell above 32,767 characters.
 */
export function* parseCsv(text: string, separator = findSeparator(text)): Generator<CsvRow, void> {
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  let at = 0;
  const take = (cell: string): void => {
    if (cell.length > cellLimit) throw new Refused("table-limit", { what: `单元格 ${cellLimit} 字` });
    cells.push(cell);
  };
  const quoted = (): string => {
    let cell = "";
    for (let from = at + 1; ;) {
      const close = text.indexOf('"', from);
      if (close < 0) throw new Refused("table-damaged", { where: `第 ${rowLine} 行` });
      cell += text.slice(from, close);
      line += text.slice(from, close).split("\n").length - 1;
      if (cell.length > cellLimit) throw new Refused("table-limit", { what: `单元格 ${cellLimit} 字` });
      if (text[close + 1] !== '"') {
        at = close + 1;
        return cell;
      }
      cell += '"';
      from = close + 2;
    }
  };
  const plain = (): string => {
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end += 1;
    const cell = text.slice(at, end);
    at = end;
    return cell;
  };
  while (at < text.length) {
    take(text[at] === '"' ? quoted() : plain());
    const next = text[at];
    if (next === separator) {
      at += 1;
      if (at < text.length && text[at] !== "\n" && text[at] !== "\r") continue;
      take("");
    } else if (next !== undefined && next !== "\n" && next !== "\r")
      throw new Refused("table-damaged", { where: `第 ${line} 行` });
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    if (cells.length > 1 || cells[0] !== "") yield { cells, line: rowLine };
    cells = [];
    line += 1;
    rowLine = line;
  }
}
