import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { ledgerChangeKindLabel, type RowVersion } from "#contract/ledger-change";
import type { LedgerRow } from "#contract/ledger-row";
import { ask } from "#bridge/call";
import { wordsOf } from "#bridge/notices";
import { useRead } from "#bridge/use-read";
import { sayMinute } from "#text/format";
import { ledgerText } from "#text/ledger";
import { Problem } from "#ui/problem";
import { Waiting } from "#ui/waiting";
import { ReasonDialog } from "./reason-dialog.tsx";

type Props = {
  readonly row: LedgerRow;
  readonly isOpen: boolean;
  readonly onRestored: (row: LedgerRow, changeId: string) => void;
};

/** Everything that was done to a row, newest first: who, when, before, after and why; any version can be brought back. */
export function RowHistory({ row, isOpen, onRestored }: Props): ReactNode {
  const { value, problem, isSlow } = useRead("ledger.history", { rowId: row.id });
  const [wanted, setWanted] = useState<RowVersion>();
  const [refused, setRefused] = useState<{ sentence: string; code: string }>();
  const restore = async (reason: string): Promise<void> => {
    if (!wanted) return;
    try {
      const { row: next, changeId } = await ask("ledger.restore-version", {
        ...{ rowId: row.id, revision: row.revision, version: wanted.revision, reason },
      });
      setRefused(undefined);
      onRestored(next, changeId);
    } catch (thrown) {
      setRefused(wordsOf(thrown));
    }
    setWanted(undefined);
  };
  if (problem) return <Problem {...problem} />;
  if (!value) return isSlow ? <Waiting label={ledgerText.history} rows={4} /> : null;
  return (
    <div className="row-history">
      {refused && <Problem {...refused} />}
      <ol className="stack wide">
        {value.versions.map((version) => (
          <li key={version.change.id} className="stack">
            <div className="row">
              <span className="grow">
                <strong>{ledgerText.became(version.became, ledgerChangeKindLabel[version.change.kind])}</strong>{" "}
                <span className="quiet small figures">
                  {sayMinute(version.change.at)} · {version.change.personName}
                </span>
              </span>
              {isOpen && !row.isRemoved && version.revision !== row.revision && version.became !== "removed" && (
                <Button size="small" onClick={() => setWanted(version)}>
                  {ledgerText.restoreVersion}
                </Button>
              )}
            </div>
            {version.reason !== "" && <p>{ledgerText.why(version.reason)}</p>}
            {version.cells.length > 0 && (
              <dl className="facts">
                {version.cells.map(({ column, heading, before, after }) => (
                  <div key={column} className="row-history-cell">
                    <dt>{heading}</dt>
                    <dd>
                      {/* Of a row just made there is no before. */}
                      {version.became !== "made" && (
                        <>
                          <del>{before || ledgerText.blank}</del> →{" "}
                        </>
                      )}
                      <ins>{after || ledgerText.blank}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
      {wanted && (
        <ReasonDialog
          title={ledgerText.restoreVersionTitle}
          line={ledgerText.restoreVersionLine(sayMinute(wanted.change.at))}
          verb={ledgerText.restoreVersion}
          onVerb={restore}
          onCancel={() => setWanted(undefined)}
        />
      )}
    </div>
  );
}
