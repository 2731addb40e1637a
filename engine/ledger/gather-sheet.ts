// What of a ledger stands on a sheet that leaves: never a sensitive value, names only when asked for, restricted rows only counted.
import type { Input } from "#contract/contract";
import type { LedgerColumn } from "#contract/ledger-column";
import { sayPeriod } from "#contract/ledger-period";
import type { Ledger } from "#contract/ledger";
import type { LedgerRow } from "#contract/ledger-row";
import { Refusal } from "#contract/refusal";
import { getFonds } from "#db/fonds";
import { getLayout } from "#db/ledger-layout";
import { listSeqs } from "#db/ledger-order";
import { listRows } from "#db/ledger-row";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { SheetTable } from "./column-widths.ts";
import { leftOutOf } from "./frozen-columns.ts";
import { outwardCells } from "./neutral-titles.ts";
import { periodRange } from "./period-range.ts";
import type { SheetWords } from "./sheet-form.ts";

type Asked = Input<"ledger.preview-sheet">;
export type GatheredSheet = {
  readonly table: SheetTable;
  readonly words: SheetWords;
  readonly restrictedCount: number;
};

const mask = "●●●●";

/** Rows asked for that stand; of a period in the order things happened. */
function rowsOf(db: ReadDb, ledger: Ledger, asked: Asked["rows"]): LedgerRow[] {
  if (asked.by === "rows") return listRows(db, ledger.id, asked.seqs).filter(({ isRemoved }) => !isRemoved);
  const seqs = listSeqs(db, ledger.id, { isRemoved: false, isLate: null, occurred: periodRange(asked.period) });
  return listRows(db, ledger.id, seqs).sort((one, other) =>
    one.occurredOn === other.occurredOn ? one.seq - other.seq : one.occurredOn < other.occurredOn ? -1 : 1,
  );
}

/** Whether a column may stand on the sheet at all. */
function mayStand(column: LedgerColumn, { names, masked }: Asked): boolean {
  const why = leftOutOf(column);
  if (why === "sensitive") return masked === "masked";
  return why === "" || why === "paper" || names === "shown";
}

function wordsOf(row: LedgerRow, column: LedgerColumn, said: ReturnType<typeof outwardCells>): string {
  const { key, kind, personal } = column;
  if (personal === "sensitive") return row.masked.includes(key) ? mask : "";
  if (kind === "attachment") return row.attachmentCount > 0 ? `${row.attachmentCount} 件` : "";
  return said(row, column);
}

/** Gathers the sheet. Refuses ledger-sheet-empty without a row to print, ledger-sheet-columns without a column. */
export function gatherSheet(db: ReadDb, { archive }: Desk, ledger: Ledger, asked: Asked): GatheredSheet {
  const layout = getLayout(db, ledger.id, archive.person.id);
  const hidden = new Set<string>(layout?.hidden);
  const wanted = asked.columns && new Set<string>(asked.columns);
  const chosen = ledger.columns.filter(({ key }) => (wanted ? wanted.has(key) : !hidden.has(key)));
  const columns = chosen.filter((column) => mayStand(column, asked));
  if (columns.length === 0) throw new Refusal("ledger-sheet-columns");
  const all = rowsOf(db, ledger, asked.rows);
  const rows = all.filter(({ isRestricted }) => !isRestricted);
  const restrictedCount = all.length - rows.length;
  if (rows.length === 0) throw new Refusal("ledger-sheet-empty", { ledger: ledger.name, count: restrictedCount });
  const gone = chosen.filter((column) => !columns.includes(column)).map(({ heading }) => heading);
  const said = outwardCells(db);
  const fonds = getFonds(db, ledger.fondsId);
  const period = asked.rows.by === "period" ? sayPeriod(asked.rows.period) : "";
  const name = ledger.name.endsWith("台账") ? ledger.name : `${ledger.name}台账`;
  const lateCount = rows.filter(({ isLate }) => isLate).length;
  const head = [
    fonds?.unit || fonds?.name || "",
    period && `期间：${period}`,
    `共 ${rows.length} 行${lateCount > 0 ? `，其中补录 ${lateCount} 行` : ""}`,
    restrictedCount > 0 ? `限制处理 ${restrictedCount} 行，未列出` : "",
    gone.length > 0 ? `未列出：${gone.join("、")}` : "",
  ];
  return {
    table: {
      columns,
      widths: layout?.widths ?? {},
      rows: rows.map((row) => columns.map((column) => wordsOf(row, column, said))),
    },
    words: { title: asked.title || `${period}${name}`, head: head.filter((piece) => piece !== "").join("　　") },
    restrictedCount,
  };
}
