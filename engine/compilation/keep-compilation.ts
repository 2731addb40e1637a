// A compilation is begun, renamed, removed while it is empty.
import { compilationId, type Compilation } from "#contract/compilation";
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { putCompilation, removeCompilation } from "#db/compilation";
import { getFonds } from "#db/fonds";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { needCompilation } from "./read-compilation.ts";

/** Refuses fonds-not-found. */
export function makeCompilation(db: WriteDb, input: Input<"compilation.make">, desk: Desk): Written<Compilation> {
  if (!getFonds(db, input.fondsId)) throw new Refusal("fonds-not-found");
  const id = compilationId.parse(desk.makeId());
  putCompilation(db, { ...input, id, madeAt: desk.clock.now() });
  const output = needCompilation(db, id);
  return {
    output,
    objectId: id,
    after: output,
    undo: { name: "compilation.remove", input: { id, revision: output.revision } },
    nouns: ["compilation"],
  };
}

/** Refuses compilation-not-found, compilation-changed, fonds-not-found. */
export function reviseCompilation(db: WriteDb, input: Input<"compilation.revise">): Written<Compilation> {
  const before = needCompilation(db, input.id);
  if (before.revision !== input.revision) throw new Refusal("compilation-changed");
  if (!getFonds(db, input.fondsId)) throw new Refusal("fonds-not-found");
  const { revision: _, ...fields } = input;
  putCompilation(db, { ...fields, madeAt: before.madeAt });
  const output = needCompilation(db, input.id);
  const { fondsId, kind, title, fromDate, toDate, compiledBy } = before;
  return {
    output,
    objectId: input.id,
    before,
    after: output,
    undo: {
      name: "compilation.revise",
      input: { id: input.id, revision: output.revision, fondsId, kind, title, fromDate, toDate, compiledBy },
    },
    nouns: ["compilation"],
  };
}

/** Refuses compilation-not-empty: what was compiled is not lost with one click. */
export function dropCompilation(
  db: WriteDb,
  { id, revision }: Input<"compilation.remove">,
): Written<Record<string, never>> {
  const before = needCompilation(db, id);
  if (before.revision !== revision) throw new Refusal("compilation-changed");
  if (before.entryCount > 0) throw new Refusal("compilation-not-empty", { count: before.entryCount });
  removeCompilation(db, id);
  return { output: {}, objectId: id, before, nouns: ["compilation"] };
}
