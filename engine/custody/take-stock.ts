// 清点: the list is made along the shelves, ticked, and frozen.
import { randomInt } from "node:crypto";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { StockTake } from "#contract/stock-take";
import { getFonds } from "#db/fonds";
import { nameItems } from "#db/item-name";
import type { ReadDb, WriteDb } from "#db/open";
import { listShelfWords } from "#db/shelf-place";
import {
  addStockTake,
  dropTake,
  freezeTake,
  getStockTake,
  listStockTakeLines,
  listToFind,
  tickLine,
} from "#db/stock-take";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { refuseFuture } from "./local-day.ts";

const nouns = ["stock-take", "custody"];

/** `count` of the rows by chance, in the order they had. */
function sampleOf<T>(rows: readonly T[], count: number): T[] {
  const left = rows.map((_, at) => at);
  const chosen = new Set<number>();
  while (chosen.size < count && left.length > 0) {
    const at = randomInt(left.length);
    const last = left.pop() ?? 0;
    chosen.add(at < left.length ? (left[at] ?? last) : last);
    if (at < left.length) left[at] = last;
  }
  return rows.filter((_, at) => chosen.has(at));
}

/** Refuses fonds-not-found, date-in-future, stock-take-empty. */
export function beginStockTake(
  db: WriteDb,
  input: Input<"stock-take.begin">,
  desk: Desk,
): Written<Output<"stock-take.begin">> {
  refuseFuture(input.startedOn, desk.clock.now());
  const fonds = getFonds(db, input.fondsId);
  if (!fonds) throw new Refusal("fonds-not-found");
  const all = listToFind(db, input);
  const isRandom = input.sample !== undefined && input.sample < all.length;
  const wanted = isRandom ? sampleOf(all, input.sample ?? 0) : all;
  if (wanted.length === 0) throw new Refusal("stock-take-empty");
  const words = listShelfWords(
    db,
    wanted.flatMap((item) => item.boxId ?? []),
  );
  const id = desk.makeId();
  const scope = [
    fonds.name,
    input.category ?? "",
    input.year === undefined ? "" : `${input.year} 年`,
    input.boxIds ? `${input.boxIds.length} 盒` : "",
  ];
  addStockTake(
    db,
    {
      id,
      kind: isRandom ? "random" : "full",
      scope: scope.filter((part) => part !== "").join(" "),
      startedOn: input.startedOn,
      takenBy: input.takenBy,
      state: "open",
      frozenAt: null,
      note: "",
    },
    wanted.map((item, at) => ({
      stockTakeId: id,
      itemId: item.id,
      position: at + 1,
      archivalCode: item.archivalCode,
      expectedPlace: (item.boxId && words.get(item.boxId)) ?? "",
      result: "",
      foundPlace: "",
    })),
  );
  const output = openTake(db, id);
  return { output, objectId: id, after: output, undo: { name: "stock-take.drop", input: { id } }, nouns };
}

function openTake(db: ReadDb, id: string): StockTake {
  const take = getStockTake(db, id);
  if (!take) throw new Refusal("custody-record-missing");
  if (take.state === "frozen") throw new Refusal("stock-take-frozen");
  return take;
}

/** The list with what was found. Refuses custody-record-missing. */
export function readStockTake(db: ReadDb, { id }: Input<"stock-take.lines">): Output<"stock-take.lines"> {
  const stockTake = getStockTake(db, id);
  if (!stockTake) throw new Refusal("custody-record-missing");
  const lines = listStockTakeLines(db, id);
  const named = nameItems(
    db,
    lines.map((line) => line.itemId),
  );
  return {
    stockTake,
    lines: lines.map(({ stockTakeId: _, ...line }) => ({ ...line, title: named.get(line.itemId)?.title ?? "" })),
  };
}

/** Refuses custody-record-missing, stock-take-frozen, item-not-found (not on this list). */
export function tickStock(db: WriteDb, { id, ticks }: Input<"stock-take.tick">): Written<Output<"stock-take.tick">> {
  openTake(db, id);
  const now = new Map(listStockTakeLines(db, id).map((line) => [line.itemId, line]));
  const before = ticks.map(({ itemId }) => {
    const line = now.get(itemId);
    if (!line) throw new Refusal("item-not-found");
    return { itemId, result: line.result, foundPlace: line.foundPlace };
  });
  for (const tick of ticks) tickLine(db, id, tick.result === "misplaced" ? tick : { ...tick, foundPlace: "" });
  return {
    output: openTake(db, id),
    objectId: id,
    before,
    after: ticks,
    undo: { name: "stock-take.tick", input: { id, ticks: before } },
    nouns,
  };
}

/** Fixes the result for good. Refuses custody-record-missing, stock-take-frozen, stock-take-unfinished. */
export function freezeStockTake(
  db: WriteDb,
  { id, note }: Input<"stock-take.freeze">,
  desk: Desk,
): Written<Output<"stock-take.freeze">> {
  const { openCount } = openTake(db, id);
  if (openCount > 0) throw new Refusal("stock-take-unfinished", { count: openCount });
  freezeTake(db, id, desk.clock.now(), note);
  const { stockTake, lines } = readStockTake(db, { id });
  return { output: stockTake, objectId: id, after: lines, nouns: [...nouns, "box"] };
}

/** Takes an unfinished list away. Refuses custody-record-missing, stock-take-frozen. */
export function dropStockTake(db: WriteDb, { id }: Input<"stock-take.drop">): Written<Output<"stock-take.drop">> {
  const before = openTake(db, id);
  dropTake(db, id);
  return { output: {}, objectId: id, before, nouns };
}
