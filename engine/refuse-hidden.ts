// Somebody without the right to see 党务 may not change what she cannot see: one look at every id in a question.
import { Refusal } from "#contract/refusal";
import type { OpenArchive } from "#engine/vault/open-archive";

const looksLikeId = /^[\w-]{1,64}$/;

function* idsIn(value: unknown): Generator<string> {
  if (typeof value === "string") {
    if (looksLikeId.test(value)) yield value;
  } else if (typeof value === "object" && value !== null) for (const each of Object.values(value)) yield* idsIn(each);
}

/** Refuses party-right-missing when an input names an item, page, volume or matter of 党务 hidden from this person. */
export function refuseHidden(archive: Pick<OpenArchive, "connection">, input: unknown): void {
  if (archive.connection.isHidden([...idsIn(input)])) throw new Refusal("party-right-missing");
}
