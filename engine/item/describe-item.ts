// 著录: what the clerk writes of an item (DA/T 22-2015, 5.5; DA/T 18-2022).
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { getFonds } from "#db/fonds";
import { setItem } from "#db/item";
import type { WriteDb } from "#db/open";
import { settleMark } from "#db/page-mark";
import { listPersonalPagesOf } from "#db/personal-page";
import { isStateSecret, judgeSecurityMark } from "#engine/scan/judge-security-mark";
import type { Written } from "#engine/written";
import { dropSecretPages } from "./drop-secret.ts";
import { givenFields } from "./given-fields.ts";
import { fieldsOf } from "./place-parts.ts";
import { readForChange, readItem } from "./read-item.ts";
import { refuseSealedByWord } from "./refuse-sealed.ts";
import { refuseWrongClass } from "./refuse-wrong-class.ts";
import { settleTerm } from "./settle-term.ts";
import { warnOfItem } from "./warn-of-item.ts";

/** Refuses item-not-found, item-filed, item-changed-meanwhile, fonds-not-found, fonds-closed, matter-not-found, matter-closed, schedule-row-not-found, term-under-minimum, item-sealed, sealed-packet-needed; a state secret is dropped, then refused. */
export function describeItem(db: WriteDb, input: Input<"item.describe">): Written<Output<"item.describe">> {
  const before = readForChange(db, input.id, input.revision);
  if (input.securityMark !== undefined && isStateSecret(input.securityMark)) {
    return dropSecretPages(
      db,
      input.id,
      before.parts.flatMap((part) => part.pages.map((page) => page.id)),
    );
  }
  refuseSealedByWord(before, input.fields);
  const fondsId = input.fields.fondsId ?? before.fondsId;
  if (!getFonds(db, fondsId)) throw new Refusal("fonds-not-found");
  // A matter belongs to one 门类 of one fonds; moving the item to another leaves it behind.
  const category = input.fields.category ?? before.category;
  const kept = fondsId !== before.fondsId || category !== before.category ? null : before.matterId;
  const matterId = input.fields.matterId === undefined ? kept : input.fields.matterId;
  refuseWrongClass(db, { fondsId, category, matterId }, before);
  const securityLevel = input.securityMark === undefined ? before.securityLevel : judgeSecurityMark(input.securityMark);
  const term = settleTerm(db, before, input.fields);
  setItem(db, input.id, { ...givenFields(input.fields), ...term, matterId, securityLevel });
  // A keeper who opens an item has looked at its personal pages: they may be found again (P6).
  if (before.access === "restricted" && input.fields.access !== undefined && input.fields.access !== "restricted")
    settleMark(db, listPersonalPagesOf(db, input.id), "personal", true);
  const item = readItem(db, input.id);
  return {
    output: { item, warnings: warnOfItem(db, item) },
    objectId: item.id,
    before: { ...fieldsOf(before), securityLevel: before.securityLevel },
    after: { ...fieldsOf(item), securityLevel },
    undo: {
      name: "item.describe",
      input: { id: item.id, revision: item.revision, fields: fieldsOf(before), securityMark: before.securityLevel },
    },
    nouns: ["item"],
  };
}
