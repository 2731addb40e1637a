// Boxes at a place (3-2-5, 柜3层2), or by 盒号 (盒 12).
import type { Input, Output } from "#contract/contract";
import { parseShelfWords } from "#contract/shelf-place";
import { listShelvedBoxes } from "#db/box-fill";
import { findNumberedBoxes } from "#db/box-number";
import type { ReadDb } from "#db/open";
import { findShelvedBoxes, listShelfWords } from "#db/shelf-place";

const mostBoxes = 50;

/** Boxes as typed, in shelf order or by year; words that name no box find none. */
export function findBoxes(db: ReadDb, { words }: Input<"search.find-boxes">): Output<"search.find-boxes"> {
  const place = parseShelfWords(words);
  const number = /^(?:第?(\d{1,4})盒|盒号?(\d{1,4})号?)$/.exec(words.normalize("NFKC").replaceAll(/\s/g, ""));
  const ids = place
    ? findShelvedBoxes(db, place).slice(0, mostBoxes)
    : number
      ? findNumberedBoxes(db, Number(number[1] ?? number[2]), mostBoxes)
      : [];
  const shelves = listShelfWords(db, ids);
  return listShelvedBoxes(db, ids).map((box) => ({ ...box, shelf: shelves.get(box.boxId) ?? "" }));
}
