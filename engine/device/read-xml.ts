// Small XML of a device as a tree of local names: prefixes differ from maker to maker, the names do not.
import { SaxesParser } from "saxes";
import { Refusal } from "#contract/refusal";

export type XmlNode = { readonly name: string; readonly text: string; readonly children: readonly XmlNode[] };
type Growing = { name: string; text: string; children: Growing[] };

const mostNodes = 20_000;
const deepest = 40;

/** Reads a document. Refuses scanner-io for anything that is no plain XML: a DTD, a break, too much of it. */
export function readXml(text: string): XmlNode {
  const parser = new SaxesParser();
  const root: Growing = { name: "", text: "", children: [] };
  const open: Growing[] = [root];
  let count = 0;
  const stop = (): never => {
    throw new Refusal("scanner-io");
  };
  parser.on("doctype", stop);
  parser.on("error", stop);
  parser.on("opentag", ({ name }) => {
    if (++count > mostNodes || open.length > deepest) stop();
    const node: Growing = { name: name.slice(name.indexOf(":") + 1), text: "", children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("text", (words) => {
    const here = open.at(-1);
    if (here) here.text += words;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text.replace(/^\uFEFF/, "")).close();
  return root.children[0] ?? stop();
}

/** Every element of a name below a node, in document order. */
export function allNamed(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allNamed(child, name)]);
}

/** The text of the first element of a name; blank when there is none. */
export const textOf = (node: XmlNode, name: string): string => allNamed(node, name)[0]?.text.trim() ?? "";
