import type { ReactNode } from "react";
import type { Ledger } from "#contract/ledger";
import type { LedgerColumn } from "#contract/ledger-column";
import { desk } from "#bridge/desk";
import { ledgerImportText } from "#text/ledger-import";
import { usePixels } from "#ui/use-pixels";
import { VirtualList } from "#ui/virtual-list";
import type { LedgerRead } from "./use-ledger-import.ts";
import { useWantedRow, type WantedRow } from "./use-wanted-row.ts";

type Props = {
  readonly ledger: Ledger;
  readonly read: LedgerRead;
  readonly wanted: WantedRow | undefined;
};
/** Room of a column in ems: what may not be cut has what it takes. */
const roomOf = ({ kind, rules }: LedgerColumn): number => {
  if (kind === "date") return 6.4;
  if (kind === "text" && rules.format !== "plain") return 8.6;
  if (kind === "address" || kind === "longText") return 12;
  return kind === "number" || kind === "money" ? 6 : 5.6;
};

/** The rows as they would stand, before anything is written: the columns the table fills. */
export function LedgerPreviewPane({ ledger, read, wanted }: Props): ReactNode {
  const rowHeight = usePixels("--row", desk.use().textScale);
  const { preview, rowsUsable } = read;
  const [active, setActive] = useWantedRow(preview, wanted);
  const filled = new Set<string | null>(read.sheets.flatMap(({ columns }) => columns.map(({ column }) => column)));
  const columns = ledger.columns.flatMap((column, at) =>
    filled.has(column.key)
      ? [{ heading: column.heading, at, room: roomOf(column), isNumber: ["number", "money"].includes(column.kind) }]
      : [],
  );
  const template = { gridTemplateColumns: `3.5em ${columns.map(({ room }) => `minmax(${room}em, 1fr)`).join(" ")}` };
  // Twelve pixels between columns, sixteen at both ends.
  const least = `calc(${3.5 + columns.reduce((sum, { room }) => sum + room, 0)}em + ${columns.length * 12 + 48}px)`;
  return (
    <section className="import-rows is-broad" aria-label={ledgerImportText.shownRows}>
      <div className="import-broad" style={{ minWidth: least }}>
        <div className="import-row import-row-head" style={template}>
          <span className="figures">{ledgerImportText.rowHead}</span>
          {columns.map(({ heading, at, isNumber }) => (
            <span key={at} className={`cut ${isNumber ? "figures" : ""}`} title={heading}>
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
                {columns.map(({ at, isNumber }) => (
                  <span
                    key={at}
                    className={`cut ${isNumber ? "figures" : ""} ${line.cells[at] ? "" : "tone-look"}`}
                    title={line.cells[at]}
                  >
                    {line.cells[at] || "—"}
                  </span>
                ))}
              </div>
            );
          }}
        />
      </div>
      {preview.length < rowsUsable && (
        <p className="quiet small import-foot">{ledgerImportText.shownMore(preview.length, rowsUsable)}</p>
      )}
      {preview.length === 0 && <p className="quiet import-foot">{ledgerImportText.noRows}</p>}
    </section>
  );
}
