import { Button, Modal } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { Output } from "#contract/contract";
import type { LedgerColumn } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import { ask } from "#bridge/call";
import { wordsOf } from "#bridge/notices";
import { ledgerText } from "#text/ledger";
import { Problem } from "#ui/problem";
import { Waiting } from "#ui/waiting";
import { isSensitive, mask } from "./cell-words.ts";
import type { RowEntries } from "./use-range-writes.ts";

type Props = {
  readonly ledger: Ledger;
  readonly entries: RowEntries;
  readonly columns: readonly LedgerColumn[];
  readonly hadHeadings: boolean;
  readonly isBusy: boolean;
  readonly onWrite: (entries: RowEntries) => void;
  readonly onCancel: () => void;
};

const shownRows = 4;
const shownFindings = 200;
type Checked = Output<"ledger.check-rows">;

/** What a paste would write, before it does: the first rows, every row that cannot be taken with the reason, then all good ones or none. */
export function PasteDialog({ ledger, entries, columns, hadHeadings, isBusy, onWrite, onCancel }: Props): ReactNode {
  const [checked, setChecked] = useState<Checked>();
  const [problem, setProblem] = useState<{ sentence: string; code: string }>();
  useEffect(() => {
    let isWanted = true;
    ask("ledger.check-rows", { ledgerId: ledger.id, kind: "paste", rows: entries }).then(
      (answer) => isWanted && setChecked(answer),
      (thrown: unknown) => isWanted && setProblem(wordsOf(thrown)),
    );
    return () => {
      isWanted = false;
    };
  }, [ledger.id, entries]);
  const bad = new Set(checked?.findings.filter(({ isError }) => isError).map(({ row }) => row));
  // What keeps a row out is read before what is only said.
  const findings = [...(checked?.findings ?? [])].sort((one, other) => Number(other.isError) - Number(one.isError));
  const good = entries.filter((_, at) => !bad.has(at));
  const over = entries.filter(({ id }) => (id ?? null) !== null).length;
  const headingOf = (key: string): string => ledger.columns.find((column) => column.key === key)?.heading ?? key;
  return (
    <Modal
      open
      title={ledgerText.pasteTitle}
      width="min(960px, 94vw)"
      onCancel={onCancel}
      footer={
        <>
          <Button onClick={onCancel}>{ledgerText.pasteNone}</Button>
          <Button
            type="primary"
            autoFocus
            loading={isBusy}
            disabled={!checked || good.length === 0}
            onClick={() => onWrite(good)}
          >
            {bad.size === 0 ? ledgerText.pasteAll(good.length) : ledgerText.pasteGood(good.length, bad.size)}
          </Button>
        </>
      }
    >
      {problem && <Problem {...problem} />}
      {!checked && !problem && <Waiting label={ledgerText.checking} rows={4} />}
      {checked && (
        <div className="stack">
          <p>
            {ledgerText.pasteCounts(entries.length, over, bad.size)}
            {hadHeadings && ` ${ledgerText.pasteHeadings}`}
          </p>
          <div className="paste-rows">
            <table className="plain">
              <thead>
                <tr>
                  <th className="figures">{ledgerText.line}</th>
                  {columns.map(({ key, heading }) => (
                    <th key={key}>{heading}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {checked.rows.slice(0, shownRows).map((cells, at) => (
                  <tr key={at} className={bad.has(at) ? "tone-destroy" : ""}>
                    <td className="figures">{at + 1}</td>
                    {columns.map((column) => (
                      <td key={column.key} className="cut">
                        {isSensitive(column) ? (entries[at]?.cells?.[column.key] ? mask : "") : cells[column.key]}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {findings.length > 0 && (
            <div className="paste-findings" tabIndex={0} role="region" aria-label={ledgerText.findings}>
              <table className="plain">
                <thead>
                  <tr>
                    <th className="figures">{ledgerText.line}</th>
                    <th>{ledgerText.column}</th>
                    <th>{ledgerText.finding}</th>
                    <th>{ledgerText.outcome}</th>
                  </tr>
                </thead>
                <tbody>
                  {findings.slice(0, shownFindings).map(({ row, column, code, message, isError }) => (
                    <tr key={`${row}/${column}/${code}`}>
                      <td className="figures">{row + 1}</td>
                      <td>{headingOf(column)}</td>
                      <td>{message}</td>
                      <td className={isError ? "tone-destroy" : "tone-look"}>
                        {isError ? ledgerText.notTaken : ledgerText.taken}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {findings.length > shownFindings && (
                <p className="quiet small">{ledgerText.moreFindings(findings.length - shownFindings)}</p>
              )}
            </div>
          )}
        </div>
      )}
    </Modal>
  );
}
