/** One element of `bag-info.txt` in the order of the file; continued lines are joined by one space. */
export type BagInfoElement = { readonly label: string; readonly value: string };

/** Reads `bag-info.txt` (RFC 8493, 2.2.2). Lines without a colon that continue nothing are left out. */
export function readBagInfo(text: string): BagInfoElement[] {
  const elements: { label: string; value: string }[] = [];
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/)) {
    const last = elements.at(-1);
    const colon = line.indexOf(":");
    if (/^[ \t]/.test(line) && last) last.value = `${last.value} ${line.trim()}`;
    else if (colon > 0) elements.push({ label: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() });
  }
  return elements;
}

/** Values of one label, whose case does not matter. */
export function bagInfoValues(elements: readonly BagInfoElement[], label: string): string[] {
  return elements.filter((element) => element.label.toLowerCase() === label.toLowerCase()).map(({ value }) => value);
}
