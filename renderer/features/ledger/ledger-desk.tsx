// One ledger open: its sheet over the whole width, what it is kept for above, the form of one row beside it.
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import { type RowFilter, rowFilter, type RowSort } from "#contract/ledger-order";
import type { LedgerRow } from "#contract/ledger-row";
import type { Ledger } from "#contract/ledger";
import { desk } from "#bridge/desk";
import { beforeLock } from "#bridge/session";
import { bridgeText } from "#text/bridge";
import { ledgerText } from "#text/ledger";
import { Problem } from "#ui/problem";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { FindBar } from "./find-bar.tsx";
import { LookDialog } from "./look-dialog.tsx";
import { PasteDialog } from "./paste-dialog.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { RowForm, type RowFormTab } from "./row-form.tsx";
import { Sheet } from "./sheet.tsx";
import { useSheetLayout } from "./sheet-layout.ts";
import { SheetOver } from "./sheet-over.tsx";
import type { SheetPlace } from "./sheet-place.ts";
import { SheetEmpty } from "./sheet-empty.tsx";
import { SheetTools } from "./sheet-tools.tsx";
import { nextSort } from "./sheet-sort.ts";
import { pasteObstacle, pastedEntries, readPasted } from "./use-clipboard.ts";
import { useCellWrites } from "./use-cell-writes.ts";
import { useCursor } from "./use-cursor.ts";
import { useEditing } from "./use-editing.ts";
import { useOwnChanges } from "./use-own-changes.ts";
import { useFrozenReason } from "./use-frozen-reason.tsx";
import { type RowEntries, useRangeWrites } from "./use-range-writes.ts";
import { useSheetActs } from "./use-sheet-acts.ts";
import { useSheetRows } from "./use-sheet-rows.ts";

type Pasting = {
  readonly entries: RowEntries;
  readonly columns: readonly LedgerColumn[];
  readonly hadHeadings: boolean;
};
type Bar = "find" | "filter" | undefined;

const wholeLedger = rowFilter.parse({});

export function LedgerDesk({ ledger }: { readonly ledger: Ledger }): ReactNode {
  const { textScale } = desk.use();
  const { id: ledgerId } = ledger;
  const [filter, setFilter] = useState<RowFilter>(wholeLedger);
  const [sort, setSort] = useState<RowSort>([]);
  const [bar, setBar] = useState<Bar>();
  const [hasForm, setForm] = useState(false);
  const [formTab, setFormTab] = useState<RowFormTab>("fields");
  const [reason, setReason] = useState("");
  const [saying, setSaying] = useState({ sentence: "", isRefused: false });
  const [pasting, setPasting] = useState<Pasting>();
  const [isWriting, setWriting] = useState(false);
  const [taking, setTaking] = useState<readonly LedgerRow[]>();
  const [looking, setLooking] = useState<{ row: LedgerRow; column: LedgerColumn }>();
  const [wanted, setWanted] = useState<number>();
  const [page, setPage] = useState(12);
  const box = useRef<HTMLDivElement>(null);
  const hand = useRef<HTMLTextAreaElement>(null);

  const say = useCallback((sentence: string, isRefused = false) => setSaying({ sentence, isRefused }), []);
  const rows = useSheetRows(ledgerId, filter, sort);
  const kept = useSheetLayout(ledgerId);
  const columns = useMemo(
    () => ledger.columns.filter(({ key }) => !kept.layout.hidden.includes(key)),
    [ledger, kept.layout.hidden],
  );
  const hasNew = ledger.state === "open" && !filter.isRemoved;
  const seqs = rows.seqs ?? [];
  const count = rows.seqs === undefined ? 0 : seqs.length + (hasNew ? 1 : 0);
  const cursor = useCursor(count, columns.length);
  const { active, goTo } = cursor;
  const rowAt = useCallback((index: number) => rows.rowOf(rows.seqs?.[index] ?? -1), [rows]);
  const row = rowAt(active.row);
  const column = columns[active.column];

  const changes = useOwnChanges(rows);
  const frozen = useFrozenReason();
  const cells = useCellWrites(ledger, changes, { reason, withReason: frozen.withReason }, say);
  const ranges = useRangeWrites(ledger, changes, frozen.withReason, say);
  const { rowAtPlace } = rows;
  const placeAtHand = useRef(active.row);
  placeAtHand.current = active.row;
  const editing = useEditing(
    ledger,
    useCallback(() => rowAtPlace(placeAtHand.current), [rowAtPlace]),
    cells.write,
    say,
  );

  const toHand = useCallback(() => hand.current?.focus({ preventScroll: true }), []);
  const goToNewRow = useCallback(() => {
    if (hasNew) goTo({ row: seqs.length, column: 0 });
    else say(filter.isRemoved ? ledgerText.rowRemoved : ledgerText.notOpen[ledger.state], true);
    toHand();
  }, [hasNew, goTo, seqs.length, say, filter.isRemoved, ledger.state, toHand]);
  const sortBy = useCallback((key: ColumnKey, isMore: boolean) => setSort((now) => nextSort(now, key, isMore)), []);
  const panels = useMemo(
    () => ({
      find: () => setBar("find"),
      filter: () => setBar((now) => (now === "filter" ? undefined : "filter")),
      form: () => {
        if (column?.kind === "attachment") setFormTab("papers");
        setForm((now) => !now);
      },
      close: () => (bar ? setBar(undefined) : setForm(false)),
    }),
    [bar, column],
  );
  const acts = useSheetActs({
    ...{ rows, columns, cursor, editing, changes, ranges, say, goToNewRow, panels },
    onSort: useCallback(({ key }: LedgerColumn) => sortBy(key, false), [sortBy]),
    onLook: useCallback((of: LedgerRow, at: LedgerColumn) => setLooking({ row: of, column: at }), []),
    onRemove: setTaking,
  });

  // The hand is in the sheet when it opens, and comes back when a bar or dialog closes.
  useEffect(() => {
    if (bar === undefined && !pasting && !taking && !looking && !cells.conflict && !frozen.dialog) toHand();
  }, [bar, pasting, taking, looking, cells.conflict, !frozen.dialog, hasForm, count === 0, toHand]);
  useEffect(() => {
    const place = wanted === undefined ? -1 : (rows.seqs ?? []).indexOf(wanted);
    if (place < 0) return;
    goTo({ row: place, column: 0 });
    setWanted(undefined);
  }, [wanted, rows.seqs, goTo]);
  // A new row that is left is written, or what it lacks is said.
  const isInNew = hasNew && active.row === seqs.length;
  const wasInNew = useRef(false);
  useEffect(() => {
    if (wasInNew.current && !isInNew) cells.leaveNewRow();
    wasInNew.current = isInNew;
  }, [isInNew, cells]);
  const last = useRef({ finish: editing.finish, leaveNewRow: cells.leaveNewRow });
  last.current = { finish: editing.finish, leaveNewRow: cells.leaveNewRow };
  useEffect(() => {
    const save = (): void => {
      last.current.finish();
      last.current.leaveNewRow();
    };
    const forget = beforeLock(() => changes.settled(save));
    return () => {
      forget();
      save();
    };
  }, [changes]);

  const paste = async (text: string): Promise<void> => {
    const from = cursor.range;
    const pasted = readPasted(ledger, columns, from.left, text);
    const obstacle = ledger.state === "open" ? pasteObstacle(pasted) : ledgerText.notOpen[ledger.state];
    if (obstacle !== "") return say(obstacle, true);
    const over = await rows.reach(seqs.slice(from.top, from.top + pasted.cells.length));
    const entries = pastedEntries(pasted, over);
    if (entries.length === 0) return say(ledgerText.pasteNothing, true);
    const named = pasted.columns.flatMap((each) => each ?? []);
    // One cell over one row is as if it had been typed.
    if (entries.length === 1 && named.length === 1 && over.length === 1) {
      await ranges.write("paste", entries, ledgerText.pasted);
      return;
    }
    setPasting({ entries, columns: named, hadHeadings: pasted.hadHeadings });
  };
  const writePasted = async (entries: RowEntries): Promise<void> => {
    setWriting(true);
    await ranges.write("paste", entries, ledgerText.pasted);
    setWriting(false);
    setPasting(undefined);
  };
  const point = (place: SheetPlace, way: "go" | "mark" | "row" | "open" | "look"): void => {
    editing.finish();
    if (way === "row") cursor.mark({ row: place.row, column: columns.length - 1 }, { row: place.row, column: 0 });
    else if (way !== "open") goTo(place, way === "mark");
    toHand();
    const at = columns[place.column];
    const of = rowAt(place.row);
    if (way === "open" && at) editing.begin(of, at);
    if (way === "look" && at && of) setLooking({ row: of, column: at });
  };
  const showRow = (of: LedgerRow): void => {
    setWanted(of.seq);
    // A filter may hide it.
    if (!seqs.includes(of.seq)) setFilter(wholeLedger);
    setForm(true);
    toHand();
  };
  const filterCount =
    filter.cells.length +
    [filter.period, filter.isLate, filter.hasAttachment].filter((each) => each !== null).length +
    (filter.isRemoved ? 1 : 0);
  return (
    <div className="ledger-desk">
      <SheetTools
        {...{ ledger, columns, kept, acts, filterCount, hasForm }}
        seqs={rows.seqs}
        hasRemoved={filter.isRemoved}
        upToHere={active.column + 1}
        onRow={showRow}
      />
      {bar === "filter" && (
        <FilterBar columns={ledger.columns} filter={filter} onFilter={setFilter} onClose={() => setBar(undefined)} />
      )}
      {bar === "find" && (
        <FindBar
          {...{ ledgerId, filter, sort }}
          from={() => (row && column ? { seq: row.seq, column: column.key } : null)}
          onHit={(place, key) =>
            goTo({
              row: place,
              column: Math.max(
                0,
                columns.findIndex((each) => each.key === key),
              ),
            })
          }
          onClose={() => setBar(undefined)}
        />
      )}
      {rows.problem && <Problem {...rows.problem} again={{ words: bridgeText.again, run: rows.lookAgain }} />}
      <div className="ledger-room">
        <div className="ledger-sheet">
          <Sheet
            {...{ box, ledger, columns, sort, textScale, count, hasNew, rowAt, cursor }}
            layout={kept.layout}
            onShow={rows.show}
            onSort={sortBy}
            onWidth={kept.setWidth}
            onPoint={point}
            onPage={setPage}
            over={(cellId, isAbove) =>
              column && (
                <SheetOver
                  {...{ hand, cellId, isAbove, column, row, cursor, editing, acts }}
                  size={{ rows: count, columns: columns.length, page }}
                  onPaste={(text) => void paste(text)}
                />
              )
            }
          />
          {rows.seqs?.length === 0 && (
            <SheetEmpty state={ledger.state} isFiltered={filterCount > 0} onWhole={() => setFilter(wholeLedger)} />
          )}
        </div>
        {hasForm && column && (
          <RowForm
            key={row?.seq ?? 0}
            {...{ ledger, row, reason, changes }}
            tab={formTab}
            onTab={setFormTab}
            onReason={setReason}
            onWrite={cells.write}
            onLook={(of, at) => setLooking({ row: of, column: at })}
            onRestored={changes.took}
            onClose={() => setForm(false)}
          />
        )}
      </div>
      <p
        className={`sheet-saying ${saying.isRefused ? "tone-destroy" : "quiet"}`}
        role={saying.isRefused ? "alert" : "status"}
      >
        {saying.sentence}
      </p>
      {frozen.dialog}
      {cells.conflict && <ConflictDialog conflict={cells.conflict} onSettle={cells.settle} />}
      {looking && <LookDialog {...looking} onClose={() => setLooking(undefined)} />}
      {pasting && (
        <PasteDialog
          {...pasting}
          ledger={ledger}
          isBusy={isWriting}
          onWrite={(entries) => void writePasted(entries)}
          onCancel={() => setPasting(undefined)}
        />
      )}
      {taking && (
        <ReasonDialog
          {...(filter.isRemoved
            ? { title: ledgerText.restoreTitle(taking.length), line: ledgerText.restoreLine, verb: ledgerText.restore }
            : { title: ledgerText.removeTitle(taking.length), line: ledgerText.removeLine, verb: ledgerText.remove })}
          onVerb={async (why) => {
            await ranges[filter.isRemoved ? "restore" : "remove"](taking, why);
            if (filter.isRemoved) rows.lookAgain();
            setTaking(undefined);
          }}
          onCancel={() => setTaking(undefined)}
        />
      )}
    </div>
  );
}
