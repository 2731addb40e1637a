import { SaxesParser } from "saxes";
import { packageFinding } from "#contract/package-problem-text";
import type { PackageProblem } from "#contract/package-report";

/** An element as read: own text without that of its children. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly text: string;
};

// package-and-trust B4: XML 50 MB, nesting 100.
export const mostXmlBytes = 50_000_000;
const deepest = 100;

/**
 * Reads a small XML file of a stranger. Any DOCTYPE or ENTITY is refused before parsing, so nothing can be expanded or
 * fetched. Encodings: UTF-8 and, as DA/T 93 allows, GB18030 or GB2312; content that is not in the declared one is a finding.
 */
export function readXml(file: string, bytes: Buffer): XmlNode | PackageProblem {
  if (bytes.length > mostXmlBytes) return packageFinding("xml-too-large", file, "50 MB");
  const declared =
    /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(
      bytes.subarray(0, 200).toString("latin1"),
    )?.[1] ?? "UTF-8";
  const label = { "utf-8": "utf-8", gb18030: "gb18030", gb2312: "gb18030", gbk: "gb18030" }[declared.toLowerCase()];
  let text: string;
  try {
    text = new TextDecoder(label ?? "utf-8", { fatal: true }).decode(bytes);
    if (label === undefined) return packageFinding("text-encoding-wrong", file, declared);
  } catch {
    return packageFinding("text-encoding-wrong", file, declared);
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return packageFinding("xml-doctype", file);
  try {
    return parse(text);
  } catch {
    return packageFinding("xml-broken", file);
  }
}

type Open = { name: string; attributes: Map<string, string>; children: XmlNode[]; text: string };

function parse(text: string): XmlNode {
  const root: Open = { name: "", attributes: new Map(), children: [], text: "" };
  const stack: Open[] = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (stack.length > deepest) throw new Error("nested too deep");
    const node: Open = { name, attributes: new Map(Object.entries(attributes)), children: [], text: "" };
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  const addText = (piece: string): void => {
    const open = stack.at(-1);
    if (open) open.text += piece;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => void stack.pop());
  parser.write(text).close();
  const [only] = root.children;
  if (!only) throw new Error("no root element");
  return only;
}

/** Text of the first direct child of that name, trimmed; null without one. */
export function childText(node: XmlNode, name: string): string | null {
  return node.children.find((child) => child.name === name)?.text.trim() ?? null;
}

/** Every element of that name at any depth, in document order. */
export function descendants(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}
