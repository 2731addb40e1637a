// 台账模板包: a JSON file from outside, looked at and compared. Nothing of it is kept here; the clerk takes over what she wants
// by making or designing a ledger, through the same checks as everything else.
import type { Input, Output } from "#contract/contract";
import { packSizeLimit } from "#contract/ledger-design";
import { Refusal } from "#contract/refusal";
import { getFonds } from "#db/fonds";
import { findLedger } from "#db/ledger";
import type { House } from "#engine/house";
import { type Job, refuseWhenCancelled } from "#engine/job";
import { readPiece, withSource } from "#engine/input/read-source";
import type { OpenArchive } from "#engine/vault/open-archive";
import { alignKeys } from "./align-keys.ts";
import { compareDesign, proposeDesign } from "./compare-design.ts";
import { siftPack } from "./sift-pack.ts";

/** Deepest nesting of a pack: file, templates, template, columns, column, rules, choices. */
const deepest = 8;

/** How deep brackets stand in each other outside of words, so that a reader is not sent down without end. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [sign] of text.replace(/"(?:[^"\\]|\\.)*"/g, "").matchAll(/[[\]{}]/g)) {
    depth += sign === "[" || sign === "{" ? 1 : -1;
    most = Math.max(most, depth);
  }
  return most;
}

async function readJson(path: string): Promise<unknown> {
  const bytes = await withSource(path, (opened) => {
    if (opened.size > packSizeLimit)
      throw new Refusal("ledger-pack-too-large", { limit: `${packSizeLimit / 1024 / 1024} MB` });
    return readPiece(opened, 0, opened.size);
  });
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (depthOf(text) > deepest) throw new Refusal("ledger-pack-invalid");
    return JSON.parse(text);
  } catch {
    // Neither UTF-8 nor JSON: what it is instead is not told, it may hold anything.
    throw new Refusal("ledger-pack-invalid");
  }
}

/** Refuses fonds-not-found, ledger-pack-invalid, ledger-pack-too-large and what opening a file refuses. */
export async function readPack(
  _house: House,
  archive: OpenArchive,
  { fondsId, path }: Input<"ledger.read-pack">,
  job: Job,
): Promise<Output<"ledger.read-pack">> {
  const { read } = archive.connection;
  if (!getFonds(read, fondsId)) throw new Refusal("fonds-not-found");
  job.progress("reading", 0, 1, "file");
  const { name, templates, dropped } = siftPack(await readJson(path));
  refuseWhenCancelled(job.signal);
  job.progress("reading", 1, 1, "file");
  return {
    name,
    dropped,
    templates: templates.map((given) => {
      const ledger = findLedger(read, fondsId, given.code);
      const template = ledger ? alignKeys(ledger, given) : given;
      return {
        template,
        ledger: ledger ?? null,
        proposal: proposeDesign(ledger, template),
        differences: ledger ? compareDesign(ledger, template) : [],
      };
    }),
  };
}
