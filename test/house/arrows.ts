// Every arrow the house forbids: a file that breaks it, and a piece of the sentence that must name it.

/** `from` imports `to`; `says` is part of the lint message. */
export type Arrow = { readonly from: string; readonly to: string; readonly says: string };

const all = (from: string, says: string, targets: readonly string[]): Arrow[] =>
  targets.map((to) => ({ from, to, says }));

const network = ["node:http", "node:https", "node:net", "node:dgram", "node:dns"];
const decoders = ["sharp", "@hyzyla/pdfium", "@e965/xlsx", "onnxruntime-node", "zxing-wasm/reader"];
const line = ["scan", "page", "item", "volume", "filing-unit", "box", "filing-year", "catalogue", "form", "package"];
const beside =
  "fonds schedule register custody table-import open-export compilation ledger resident rights restore duty statistics home search settings undo reading double-layer".split(
    " ",
  );
const centre: Readonly<Record<string, string>> = {
  scan: "#engine/scan/accept-scans",
  page: "#engine/page/answers",
  item: "#engine/item/make-item",
  volume: "#engine/volume/answers",
  box: "#engine/box/answers",
  "filing-year": "#engine/filing-year/answers",
  form: "#engine/form/answers",
  "filing-unit": "#engine/filing-unit/commit-filing",
  catalogue: "#engine/catalogue/show-catalogue",
  package: "#engine/package/build-package",
};
const steps = Object.values(centre);
const door = ["#engine/engine", "#engine/handlers", "#engine/answer", "#engine/desk-doors", "#engine/serve"];
const window = ["electron", "react", "#electron/main", "#bridge/call", "#ui/empty", "#features/home/home-page", "#app"];
const below = ["#db/open", "#engine/engine", "#vault-format/open-file", "node:fs", "electron", "better-sqlite3"];

export const arrows: readonly Arrow[] = [
  ...all("contract", "only itself and zod", [...below, "react", "drizzle-orm", "left-over"]),
  ...all("vault-format", "knows node: only", ["#contract/item", "#db/open", "#engine/engine", "zod", ...network]),
  ...all("db", "db/ keeps things", [
    "#engine/engine",
    "#vault-format/open-file",
    "node:child_process",
    ...network,
    ...window,
  ]),
  ...all("engine", "never the shell, never React", [...decoders, "node:child_process", ...network, ...window]),
  ...all("engine/cli", "the one door", ["#db/open", "#engine/vault/unlock-archive", "#engine/handlers", ...steps]),
  ...all("engine/helper", "no key and no database", ["#db/open", "#vault-format/open-file", "#engine/house", ...steps]),
  ...all("engine/vault", "knows no step", [...steps, ...door, ...decoders, "#engine/home/show-home"]),
  ...all("engine/paper", "no step of the line", [...steps, ...door, "#db/open", "#engine/vault/preview", ...decoders]),
  ...all("engine/input", "no database, no key", [...steps, ...door, "#db/open", ...decoders]),
  ...beside.flatMap((room) =>
    all(`engine/${room}`, "room beside the line", [...door, "#engine/cli/commands", "electron", "jsep", ...decoders]),
  ),
  ...line.flatMap((step, at) =>
    all(`engine/${step}`, "The line runs one way", [
      ...line.slice(at + 1).map((later) => centre[later] ?? later),
      ...door,
      "#engine/undo/apply-undo",
      "#engine/home/show-home",
      "electron",
      "react",
      "node:child_process",
      ...decoders,
    ]),
  ),
  ...all("engine/device", "A device hands pages", [...steps.slice(2), ...door, ...network, ...decoders, "electron"]),
  ...all("electron", "The shell is thin", [
    "#engine/engine",
    "#db/open",
    "#vault-format/open-file",
    "react",
    "zod/v4",
    ...network,
  ]),
  ...all("renderer", "The page begins here", ["#features/home/home-page", "#bridge/call", ...below]),
  ...all("renderer/camera", "The camera's frame sees pictures", [
    "#bridge/call",
    "#ui/empty",
    "#text/scan",
    "react",
    ...below,
  ]),
  ...all("renderer/bridge", "asks over the wire", ["#ui/empty", "#features/home/home-page", "antd", ...below]),
  ...all("renderer/text", "Words know the nouns", ["#bridge/call", "#ui/empty", "react", ...below]),
  ...all("renderer/ui", "no archival word", [
    "#contract/item",
    "#text/item",
    "#bridge/call",
    "#features/home/home-page",
    ...below,
  ]),
  ...all("renderer/features/home", "A feature is an island", ["#features/item/item-page", "#app", ...below]),
  ...["contract", "engine/scan", "renderer/features/home"].flatMap((from) => all(from, "", ["../somewhere/else.ts"])),
  ...all("test", "begins with its room", ["../contract/item.ts"]),
];
