// 盒内文件情况说明 as the archive knows it: counts, 缺损, 移出 and 移入 (DA/T 22-2015, Annex E). The clerk may write another.
import type { Box, BoxEntry } from "#contract/box";
import { listBoxMoves, type BoxMove } from "#db/box-move";
import { listOpenDamages } from "#db/damage";
import { listLastMissing } from "#db/stock-take";
import type { ReadDb } from "#db/open";

const day = (at: string): string => at.slice(0, 10);
const sayMove = (move: BoxMove, verb: string): string =>
  `${move.archivalCode} 于 ${day(move.movedAt)} ${verb}（${move.reason}）。`;

/** Sentences of one box, in a fixed order; entries are named by 档号 alone. */
export function proposeNote(
  db: ReadDb,
  box: Pick<Box, "id" | "entryCount" | "pageSum">,
  entries: readonly BoxEntry[],
): string {
  const unit = entries.some((entry) => entry.kind === "volume") ? "卷" : "件";
  const ids = entries.map((entry) => entry.id);
  const damages = listOpenDamages(db, ids).map(
    ({ archivalCode, kind, extent }) => `${archivalCode} ${kind}${extent ? `（${extent}）` : ""}，未修复。`,
  );
  const missing = listLastMissing(db, ids).map((code) => `${code} 最近一次清点未找到。`);
  const moves = listBoxMoves(db, box.id).map((move) =>
    move.fromBoxId === box.id ? sayMove(move, "移出") : sayMove(move, "移入"),
  );
  return [`本盒共 ${box.entryCount} ${unit}，${box.pageSum} 页。`, ...damages, ...missing, ...moves].join("\n");
}
