// 查人: rows of one ledger that name a person. Names by characters or pinyin, numbers whole or not at all (personal-data P3, P5).
import type { Input, Output } from "#contract/contract";
import type { Ledger } from "#contract/ledger";
import { foldText } from "#db/fold-text";
import { columnNumbers } from "#db/ledger-column";
import { listCells } from "#db/ledger-order";
import { listRows } from "#db/ledger-row";
import type { ReadDb } from "#db/open";
import { plainLetters, soundsLike } from "#db/sounds-like";
import type { Desk } from "#engine/desk";
import { isLookedUpByName, isLookedUpByNumber, numberDigest, numbersOf } from "./cell-index.ts";
import { readLedger } from "./read-ledger.ts";

const most = 20;

function byNumber(db: ReadDb, { archive }: Desk, ledger: Ledger, digits: string): number[] {
  const seqs = columnNumbers(db, ledger.id);
  const pieces = [numberDigest(archive.keys.hmac, ledger.id, digits)];
  return ledger.columns
    .filter(isLookedUpByNumber)
    .flatMap((column) => listCells(db, seqs.get(column.key) ?? 0, { ask: "has", pieces }));
}

/** Names that hold these words, or are said like these letters. */
function byName(db: ReadDb, { sayReadings }: Desk, ledger: Ledger, folded: string, letters: string): number[] {
  const seqs = columnNumbers(db, ledger.id);
  const isPinyin = /^[a-z]{2,}$/.test(letters);
  const known = new Map<string, boolean>();
  const isSaidSo = (name: string): boolean => {
    let isSaid = known.get(name);
    if (isSaid === undefined) known.set(name, (isSaid = soundsLike([...name].map(sayReadings), letters)));
    return isSaid;
  };
  return ledger.columns.filter(isLookedUpByName).flatMap((column) => {
    const columnSeq = seqs.get(column.key) ?? 0;
    return listCells(
      db,
      columnSeq,
      isPinyin
        ? { ask: "words", passes: (name) => name.includes(folded) || isSaidSo(name) }
        : { ask: "has", pieces: [folded] },
    );
  });
}

/** At most twenty standing rows, newest first; isCut when there are more. What was typed is kept nowhere. Refuses ledger-not-found. */
export function lookUpRows(
  db: ReadDb,
  { ledgerId, words }: Input<"ledger.lookup">,
  desk: Desk,
): Output<"ledger.lookup"> {
  const ledger = readLedger(db, ledgerId);
  const typed = words.normalize("NFKC").trim();
  const folded = foldText(typed);
  const letters = plainLetters(typed);
  const isNumber = /\d{4,}/.test(typed);
  const found = new Set(
    isNumber
      ? numbersOf(typed).flatMap((digits) => byNumber(db, desk, ledger, digits))
      : folded.length < 2
        ? []
        : byName(db, desk, ledger, folded, letters),
  );
  const newest = [...found].sort((one, other) => other - one);
  const rows: Output<"ledger.lookup">["rows"][number][] = [];
  // Removed rows are among what the index has.
  for (let at = 0; at < newest.length && rows.length <= most; at += 100)
    rows.push(...listRows(db, ledgerId, newest.slice(at, at + 100)).filter(({ isRemoved }) => !isRemoved));
  return { rows: rows.slice(0, most), isCut: rows.length > most };
}
