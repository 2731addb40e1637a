// Cells as Excel and WPS put them on the clipboard: tabs between cells, lines between rows, quotes around what holds either.

/** Rows of cells; a quoted cell keeps its tabs, line ends and doubled quotes. The line end behind the last row is no row. */
export function readTabText(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let at = 0;
  const endCell = (): void => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === '"' && cell === "") {
      const end = endOfQuoted(text, at + 1);
      // A quote that is never closed, or that does not end its cell, is a plain character.
      if (end > 0 && /^(?:$|[\t\r\n])/.test(text.slice(end + 1, end + 2))) {
        cell = text
          .slice(at + 1, end)
          .replaceAll('""', '"')
          .replaceAll(/\r\n?/g, "\n");
        at = end + 1;
        continue;
      }
    }
    if (sign === "\t") endCell();
    else if (sign === "\n" || sign === "\r") {
      endCell();
      if (sign === "\r" && text[at + 1] === "\n") at++;
      if (at + 1 < text.length) rows.push([]);
      else return rows;
    } else cell += sign;
    at++;
  }
  endCell();
  return rows;
}

function endOfQuoted(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] !== '"') return at;
    at++;
  }
  return -1;
}

/** The same the other way round. */
export const writeTabText = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) => cells.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t"))
    .join("\n");
