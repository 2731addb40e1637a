// 组件: pages of the tray become one item; what repeats from item to item is carried forward (product U02).
import { randomBytes } from "node:crypto";
import { unknownDate } from "#contract/archival-date";
import type { Input, Output } from "#contract/contract";
import { itemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { findClosedFonds, getFonds, getMatter, listFonds } from "#db/fonds";
import { addItem, lastEntered } from "#db/item";
import { putContentKey } from "#db/keys";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { isStateSecret, judgeSecurityMark } from "#engine/scan/judge-security-mark";
import { refuseForeignFiles } from "#engine/scan/refuse-foreign-files";
import { refuseForeignPages } from "#engine/scan/refuse-foreign-pages";
import type { Written } from "#engine/written";
import { defaultAccess } from "./default-access.ts";
import { dropSecretPages } from "./drop-secret.ts";
import { givenFields } from "./given-fields.ts";
import { fieldsOf, oneBody, placeParts } from "./place-parts.ts";
import { readItem } from "./read-item.ts";
import { refuseSealedByWord } from "./refuse-sealed.ts";
import { refuseWrongClass } from "./refuse-wrong-class.ts";
import { settleTerm } from "./settle-term.ts";
import { warnOfItem } from "./warn-of-item.ts";

/** Refuses page-not-found, page-in-use, digital-file-not-found, digital-file-in-use, fonds-not-found, fonds-closed, matter-not-found, matter-closed, item-without-pages, sealed-packet-needed; a state secret is dropped, then refused. */
export function makeItem(db: WriteDb, input: Input<"item.make">, desk: Desk): Written<Output<"item.make">> {
  const parts = input.parts ?? oneBody(input.pageIds, input.fileIds);
  const pageIds = parts.flatMap((part) => part.pageIds);
  const fileIds = parts.flatMap((part) => part.fileIds ?? []);
  if (isStateSecret(input.securityMark)) {
    // A mark typed here speaks of these pages of the tray; no word of it may take pages out of another item.
    refuseForeignPages(db, pageIds, null);
    refuseForeignFiles(db, fileIds, null);
    return dropSecretPages(db, undefined, pageIds, fileIds);
  }
  if (pageIds.length + fileIds.length === 0 && !input.fields.paperPageCount) throw new Refusal("item-without-pages");
  refuseSealedByWord({ carrier: "paper" }, input.fields);
  // Carried forward from what this person may see (党务).
  const last = lastEntered(desk.archive.connection.read);
  const lastFondsId = last && !findClosedFonds(db, last.fondsId) ? last.fondsId : undefined;
  const fondsId = input.fields.fondsId ?? lastFondsId ?? listFonds(db).find((each) => each.closedOn === "")?.id;
  if (!fondsId || !getFonds(db, fondsId)) throw new Refusal("fonds-not-found");
  const carried = last?.fondsId === fondsId ? last : undefined;
  const category = input.fields.category ?? carried?.category ?? "WS";
  const carriedMatter =
    carried?.category === category && carried.matterId ? getMatter(db, carried.matterId) : undefined;
  const id = itemId.parse(desk.makeId());
  const fields = {
    category,
    title: "",
    creator: "",
    documentNumber: "",
    documentDate: unknownDate,
    year: carried?.year ?? null,
    retention: carried?.retention ?? null,
    matterId: carriedMatter?.closedOn === "" ? carriedMatter.id : null,
    access: defaultAccess(db, pageIds),
    neutralTitle: "",
    paperPageCount: 0,
    remark: "",
    carrier: pageIds.length === 0 && fileIds.length > 0 ? ("digital" as const) : ("paper" as const),
    affair: "",
    scheduleRowId: null,
    thicknessMm: null,
    ...givenFields(input.fields),
    ...(input.fields.scheduleRowId && settleTerm(db, { retention: null, scheduleRowId: null }, input.fields)),
    fondsId,
  };
  refuseWrongClass(db, fields);
  addItem(db, {
    id,
    ...fields,
    securityLevel: judgeSecurityMark(input.securityMark),
    imageCount: pageIds.length,
    state: "draft",
    enteredAt: desk.clock.now(),
  });
  putContentKey(db, desk.archive.keys, id, "item", randomBytes(32));
  placeParts(db, id, parts);
  const item = readItem(db, id);
  return {
    output: { item, warnings: warnOfItem(desk.archive.connection.read, item) },
    objectId: id,
    after: fieldsOf(item),
    undo: { name: "item.dissolve", input: { id, revision: item.revision } },
    nouns: ["item", "scan"],
  };
}
