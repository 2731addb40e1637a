import { type ReactNode, useEffect, useState } from "react";
import type { Ledger } from "#contract/ledger";
import { desk } from "#bridge/desk";
import { ledgerImportText } from "#text/ledger-import";
import { usePixels } from "#ui/use-pixels";
import { VirtualList } from "#ui/virtual-list";
import type { LedgerRead } from "./use-ledger-import.ts";

type Props = {
  readonly ledger: Ledger;
  readonly read: LedgerRead;
  readonly wanted: { readonly sheet: string; readonly row: number } | undefined;
};
const mostShown = 7;

/** The rows as they would stand, before anything is written: the columns the table fills. */
export function LedgerPreviewPane({ ledger, read, wanted }: Props): ReactNode {
  const [active, setActive] = useState(0);
  const rowHeight = usePixels("--row", desk.use().textScale);
  const { preview, rowsUsable } = read;
  const filled = new Set<string | null>(read.sheets.flatMap(({ columns }) => columns.map(({ column }) => column)));
  const shown = ledger.columns.flatMap(({ key, heading, kind }, at) =>
    filled.has(key) ? [{ heading, at, width: kind === "date" ? "6.4em" : "minmax(0, 1fr)" }] : [],
  );
  const columns = shown.slice(0, mostShown);
  useEffect(() => {
    if (!wanted) return;
    const at = preview.findIndex(({ sheet, row }) => sheet === wanted.sheet && row === wanted.row);
    if (at >= 0) setActive(at);
  }, [wanted, preview]);
  const template = { gridTemplateColumns: `3.5em ${columns.map(({ width }) => width).join(" ")}` };
  return (
    <section className="import-rows" aria-label={ledgerImportText.shownRows}>
      <div className="import-row import-row-head" style={template}>
        <span>{ledgerImportText.rowHead}</span>
        {columns.map(({ heading, at }) => (
          <span key={at} className="cut" title={heading}>
            {heading}
          </span>
        ))}
      </div>
      <VirtualList
        label={ledgerImportText.shownRows}
        count={preview.length}
        rowHeight={rowHeight}
        activeIndex={active}
        onActive={setActive}
        renderRow={(index) => {
          const line = preview[index];
          if (!line) return null;
          return (
            <div className="import-row" style={template}>
              <span className="quiet figures">{line.row}</span>
              {columns.map(({ at }) => (
                <span key={at} className={`cut ${line.cells[at] ? "" : "tone-look"}`} title={line.cells[at]}>
                  {line.cells[at] || "—"}
                </span>
              ))}
            </div>
          );
        }}
      />
      {preview.length < rowsUsable && (
        <p className="quiet small import-foot">{ledgerImportText.shownMore(preview.length, rowsUsable)}</p>
      )}
      {preview.length === 0 && <p className="quiet import-foot">{ledgerImportText.noRows}</p>}
    </section>
  );
}
