// Open matters going over to another fonds: drafts and draft volumes of one class, in one sweep. What is filed stays.
import { and, eq, inArray, isNull, sql, type SQL } from "drizzle-orm";
import type { FondsId, MatterId } from "#contract/fonds";
import type { FondsActId } from "#contract/fonds-act";
import { type FondsActMove, fondsActMoveTable } from "./fonds-act.ts";
import { itemTable } from "./item.ts";
import type { WriteDb } from "./open.ts";
import { dropUndoOf } from "./undo.ts";
import { volumeTable } from "./volume.ts";

export type DraftMove = {
  readonly actId: FondsActId;
  readonly fromFondsId: FondsId;
  readonly category: string;
  readonly fromMatterId: MatterId | null;
  readonly toFondsId: FondsId;
  readonly toMatterId: MatterId | null;
};

const sliceSize = 500;
const slices = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / sliceSize) }, (_, at) => all.slice(at * sliceSize, (at + 1) * sliceSize));

/**
 * Moves the drafts of a class. Items in a draft volume go where their volume goes. Keeps what was moved, forgets its ways
 * back, and answers how many items and volumes went.
 */
export function moveDrafts(db: WriteDb, move: DraftMove): number {
  const volumes = db
    .select({ id: volumeTable.id, matterId: volumeTable.matterId })
    .from(volumeTable)
    .where(and(ofClass(volumeTable, move), eq(volumeTable.state, "draft")))
    .all();
  const items = db
    .select({ id: itemTable.id, matterId: itemTable.matterId })
    .from(itemTable)
    .where(and(ofClass(itemTable, move), eq(itemTable.state, "draft"), isNull(itemTable.volumeId)))
    .all();
  for (const part of slices(volumes)) {
    const ids = part.map(({ id }) => id);
    const inside = db
      .select({ id: itemTable.id, matterId: itemTable.matterId })
      .from(itemTable)
      .where(and(inArray(itemTable.volumeId, ids), eq(itemTable.state, "draft")))
      .all();
    items.push(...inside);
    db.update(volumeTable)
      .set({
        fondsId: move.toFondsId,
        matterId: move.toMatterId,
        boxId: null,
        revision: sql`${volumeTable.revision} + 1`,
      })
      .where(inArray(volumeTable.id, ids))
      .run();
  }
  for (const part of slices(items)) {
    db.update(itemTable)
      .set({
        fondsId: move.toFondsId,
        matterId: move.toMatterId,
        boxId: null,
        revision: sql`${itemTable.revision} + 1`,
      })
      .where(
        inArray(
          itemTable.id,
          part.map(({ id }) => id),
        ),
      )
      .run();
  }
  keepMoves(db, move, "volume", volumes);
  keepMoves(db, move, "item", items);
  return volumes.length + items.length;
}

/** The condition "of this fonds, 门类 and matter", for items or volumes. */
function ofClass(table: typeof itemTable | typeof volumeTable, move: DraftMove): SQL | undefined {
  return and(
    eq(table.fondsId, move.fromFondsId),
    eq(table.category, move.category),
    move.fromMatterId === null ? isNull(table.matterId) : eq(table.matterId, move.fromMatterId),
  );
}

function keepMoves(
  db: WriteDb,
  { actId, fromFondsId, toFondsId }: DraftMove,
  kind: FondsActMove["kind"],
  moved: readonly { readonly id: string; readonly matterId: MatterId | null }[],
): void {
  for (const { id, matterId } of moved) {
    const row = { actId, movedId: id, kind, fromFondsId, fromMatterId: matterId, toFondsId };
    db.insert(fondsActMoveTable).values(row).run();
  }
  dropUndoOf(
    db,
    moved.map(({ id }) => id),
  );
}

/**
 * Puts what an act moved back where it was. False, with nothing changed, when one of them was filed or taken elsewhere
 * since; what is gone altogether is no hindrance.
 */
export function moveDraftsBack(db: WriteDb, moves: readonly FondsActMove[]): boolean {
  const ids = { item: [] as FondsActMove[], volume: [] as FondsActMove[] };
  for (const move of moves) ids[move.kind].push(move);
  for (const kind of ["item", "volume"] as const) {
    const table = kind === "item" ? itemTable : volumeTable;
    for (const move of ids[kind]) {
      const now = db
        .select({ state: table.state, fondsId: table.fondsId })
        .from(table)
        .where(sql`${table.id} = ${move.movedId}`)
        .get();
      if (now && (now.state !== "draft" || now.fondsId !== move.toFondsId)) return false;
    }
  }
  for (const move of moves) {
    const table = move.kind === "item" ? itemTable : volumeTable;
    db.update(table)
      .set({ fondsId: move.fromFondsId, matterId: move.fromMatterId, revision: sql`${table.revision} + 1` })
      .where(sql`${table.id} = ${move.movedId}`)
      .run();
  }
  return true;
}
