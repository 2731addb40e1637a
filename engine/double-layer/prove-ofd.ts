// A finished OFD is taken apart again: every part well-formed, every reference answered, texts and pictures as they went in.
import { createHash } from "node:crypto";
import { SaxesParser } from "saxes";
import yauzl from "yauzl";
import { Refusal } from "#contract/refusal";

type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; text: string };

/** The elements of an XML part in the order they begin. Throws when it is not well-formed or names a DTD. */
export function readPartXml(bytes: Buffer): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("a DTD");
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name: name.replace(/^ofd:/, ""), attributes: { ...attributes }, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).close();
  return elements;
}

/** The parts of an OFD by name. */
export async function unpackOfd(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    ),
  );
  const entries = await new Promise<yauzl.Entry[]>((resolve, reject) => {
    const found: yauzl.Entry[] = [];
    zip.on("entry", (entry: yauzl.Entry) => {
      found.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(found));
    zip.on("error", reject);
    zip.readEntry();
  });
  const parts = new Map<string, Buffer>();
  for (const entry of entries) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    parts.set(entry.fileName, Buffer.concat(pieces));
  }
  return parts;
}

export type SeenOfd = {
  readonly title: string;
  readonly isArchival: boolean;
  /** Text of each page, a line for each text object. */
  readonly texts: readonly string[];
  /** SHA-256 of the picture of each page. */
  readonly pictures: readonly string[];
  readonly fonts: readonly Buffer[];
};

/** Follows an OFD from its entry to every page. Throws when a part is missing or a reference leads nowhere. */
export async function readOfd(bytes: Buffer): Promise<SeenOfd> {
  const parts = await unpackOfd(bytes);
  const part = (name: string): Buffer => {
    const found = parts.get(name);
    if (!found) throw new Error(`no part ${name}`);
    return found;
  };
  const xml = (name: string): Element[] => readPartXml(part(name));
  const named = (elements: readonly Element[], name: string): Element[] =>
    elements.filter((element) => element.name === name);
  const entry = xml("OFD.xml");
  const root = named(entry, "DocRoot")[0]?.text ?? "";
  const folder = root.slice(0, root.lastIndexOf("/") + 1);
  const document = xml(root);
  const resources = (name: string): { base: string; elements: Element[] } => {
    const elements = xml(folder + (named(document, name)[0]?.text ?? ""));
    return { base: `${folder}${elements[0]?.attributes["BaseLoc"] ?? ""}/`, elements };
  };
  const fontsIn = resources("PublicRes");
  const media = resources("DocumentRes");
  const ids = named(media.elements, "MultiMedia").map(({ attributes }) => attributes["ID"] ?? "");
  const files = named(media.elements, "MediaFile").map(({ text }) => text);
  const pages = named(document, "Page").map(({ attributes }) => xml(folder + (attributes["BaseLoc"] ?? "")));
  return {
    title: named(entry, "Title")[0]?.text ?? "",
    isArchival: entry[0]?.attributes["DocType"] === "OFD-A" && named(entry, "DocBody").length === 1,
    texts: pages.map((page) =>
      named(page, "TextCode")
        .map(({ text }) => text)
        .join("\n"),
    ),
    pictures: pages.map((page) => {
      const at = ids.indexOf(named(page, "ImageObject")[0]?.attributes["ResourceID"] ?? "none");
      const picture = part(media.base + (files[at] ?? "none"));
      return createHash("sha256").update(picture).digest("hex");
    }),
    fonts: named(fontsIn.elements, "FontFile").map(({ text }) => part(fontsIn.base + text)),
  };
}

/** Refuses double-layer-unlike, naming what, when anything differs from what was written. */
export async function proveOfd(
  bytes: Buffer,
  expected: { readonly texts: readonly string[]; readonly pictures: readonly string[] },
): Promise<void> {
  const unlike = (what: string): Refusal => new Refusal("double-layer-unlike", { what });
  const seen = await readOfd(bytes).catch(() => {
    throw unlike("文件打不开");
  });
  if (!seen.isArchival || seen.fonts.length !== 1) throw unlike("文件结构");
  if (seen.texts.length !== expected.texts.length)
    throw unlike(`页数 ${seen.texts.length}，应为 ${expected.texts.length}`);
  for (const [at, text] of expected.texts.entries()) {
    if (seen.texts[at] !== text) throw unlike(`第 ${at + 1} 页文字`);
    if (seen.pictures[at] !== expected.pictures[at]) throw unlike(`第 ${at + 1} 页图像`);
  }
}
