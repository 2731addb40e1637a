// 收文 and 发文: the answers of this room.
import { findSameNumber } from "#db/item";
import { countRegisterYears, findSameEntries, getEntry, listEntries, listNames } from "#db/register";
import type { Reads, Writes } from "#engine/handler";
import { handleEntry, unhandleEntry } from "./handle-entry.ts";
import { addToRegister, reviseEntry, takeEntryBack } from "./keep-entry.ts";
import { entriesToItems, linkEntry, undoItems } from "./make-items.ts";
import { pinyinInitials } from "./pinyin-initials.ts";
import { readEntry } from "./read-entry.ts";

const mostNames = 20;

/** Whether a name begins as typed, in characters or in initials of pinyin. */
function beginsSo(name: string, beginning: string): boolean {
  return name.startsWith(beginning) || pinyinInitials(name).startsWith(beginning.toLowerCase());
}

export const registerReads = {
  "register.list": (db, { filter, offset, limit }) => listEntries(db, filter, offset, limit),
  "register.read": (db, { id }) => readEntry(db, id),
  "register.years": (db, { kind }) => countRegisterYears(db, kind),
  "register.same-number": (db, { documentNumber, correspondent, except }) => ({
    entries: findSameEntries(db, documentNumber, correspondent, except),
    // The item made of the entry itself bears its number of course.
    items: findSameNumber(db, documentNumber, correspondent, (except && getEntry(db, except)?.itemId) ?? undefined),
  }),
  "register.suggest": (db, { field, beginning }) =>
    listNames(db, field)
      .filter((name) => beginsSo(name, beginning))
      .slice(0, mostNames),
} satisfies Partial<Reads>;

export const registerWrites = {
  "register.add": addToRegister,
  "register.take-back": takeEntryBack,
  "register.revise": reviseEntry,
  "register.handle": handleEntry,
  "register.unhandle": unhandleEntry,
  "register.to-items": entriesToItems,
  "register.undo-items": undoItems,
  "register.link": linkEntry,
} satisfies Partial<Writes>;

/** Calls that may lead back (engine/undo). */
export const registerWaysBack = {
  "register.take-back": takeEntryBack,
  "register.revise": reviseEntry,
  "register.unhandle": unhandleEntry,
  "register.undo-items": undoItems,
  "register.link": linkEntry,
};
