import { Select } from "antd";
import type { ReactNode } from "react";
import type { ColumnKey } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import { ledgerImportText } from "#text/ledger-import";
import { SheetColumns } from "./sheet-columns.tsx";
import type { LedgerOrder, LedgerRead } from "./use-ledger-import.ts";

type Props = {
  readonly ledger: Ledger;
  readonly order: LedgerOrder;
  readonly read: LedgerRead;
  readonly onColumn: (sheet: string, index: number, column: ColumnKey | null) => void;
  readonly onHeadRow: (sheet: string, row: number) => void;
  readonly onWord: (column: ColumnKey, text: string, value: string | null) => void;
};

const outside: string = "";
const open = "\u0000open";

/** Which column of the ledger each column goes into, and what its words stand for. */
export function LedgerColumnPane({ ledger, order, read, onColumn, onHeadRow, onWord }: Props): ReactNode {
  const targets = [
    { value: outside, label: ledgerImportText.notImported },
    ...ledger.columns
      .filter(({ kind }) => kind !== "formula" && kind !== "attachment")
      .map(({ key, heading }) => ({ value: key as string, label: heading })),
  ];
  const answered = Object.entries(order.words ?? {}).flatMap(([column, words]) =>
    Object.keys(words).map((text) => ({ column: column as ColumnKey, text, count: 0 })),
  );
  const asked = [
    ...answered,
    ...read.wordsAsked.filter(
      ({ column, text }) => !answered.some((each) => each.column === column && each.text === text),
    ),
  ];
  const headingOf = (key: ColumnKey): string => ledger.columns.find((each) => each.key === key)?.heading ?? key;
  const choicesOf = (key: ColumnKey): string[] => {
    const column = ledger.columns.find((each) => each.key === key);
    return column?.kind === "yesNo" ? ["是", "否"] : [...(column?.rules.choices ?? [])];
  };
  return (
    <section className="import-columns" aria-label={ledgerImportText.columns}>
      {asked.length > 0 && (
        <div className="import-terms">
          <h2>{ledgerImportText.words}</h2>
          <p className="quiet small">{ledgerImportText.wordsLine}</p>
          {asked.map(({ column, text, count }) => {
            const said = text || ledgerImportText.blankWord;
            return (
              <label key={`${column} ${text}`} className="import-line">
                <span className="cut" title={`${headingOf(column)}：${said}`}>
                  {count > 0
                    ? ledgerImportText.wordCount(headingOf(column), said, count)
                    : `${headingOf(column)}：${said}`}
                </span>
                <Select
                  aria-label={`${headingOf(column)} ${said}`}
                  value={order.words?.[column]?.[text] ?? open}
                  options={[
                    { value: open, label: ledgerImportText.leaveOpen },
                    ...choicesOf(column).map((value) => ({ value, label: value })),
                  ]}
                  popupMatchSelectWidth={false}
                  onChange={(value) => onWord(column, text, value === open ? null : value)}
                />
              </label>
            );
          })}
        </div>
      )}
      {read.sheets.map(({ name, headRow, columns }) => (
        <SheetColumns
          key={name}
          title={ledgerImportText.columns}
          {...{ name, headRow }}
          columns={columns.map((each) => ({ ...each, value: each.column ?? outside }))}
          options={targets}
          onColumn={(index, value) => onColumn(name, index, value === outside ? null : (value as ColumnKey))}
          onHeadRow={(row) => onHeadRow(name, row)}
        />
      ))}
    </section>
  );
}
