/** One element: its children are either text or elements; attributes keep their order. */
export type XmlElement = {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children: string | readonly XmlElement[];
};

/** Shorthand for an element. */
export function xml(
  name: string,
  children: string | number | readonly XmlElement[],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  return { name, attributes, children: typeof children === "number" ? String(children) : children };
}

/** A whole XML 1.0 document: UTF-8, LF, two spaces a level, no DTD; the same input gives the same bytes. */
export function renderXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderElement(root, "")}`;
}

function renderElement({ name, attributes = {}, children }: XmlElement, indent: string): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const start = `${indent}<${name}${given.join("")}`;
  if (typeof children === "string") return `${start}>${escapeXml(children)}</${name}>\n`;
  return `${start}>\n${children.map((child) => renderElement(child, `${indent}  `)).join("")}${indent}</${name}>\n`;
}

/**
 * Text as every printed field of the package carries it: NFC, one line, and U+FFFD where a character may not stand in
 * XML 1.0 (control characters, lone surrogates, U+FFFE, U+FFFF).
 */
export function plainLine(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\t\r\n\u0085\u2028\u2029]+/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, "\ufffd")
    .trim();
}

/** Escapes for element and attribute values, HTML included. */
export function escapeXml(text: string): string {
  const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return plainLine(text).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
