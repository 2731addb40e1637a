import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { FondsId } from "#contract/fonds";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { bridgeText } from "#text/bridge";
import { historyText } from "#text/fonds";
import { sayCount } from "#text/format";
import { DangerDialog } from "#ui/danger-dialog";
import { Problem } from "#ui/problem";
import { Waiting } from "#ui/waiting";

/** 全宗沿革: names, what was done, what it holds. */
export function FondsHistory({ fondsId }: { readonly fondsId: FondsId }): ReactNode {
  const { value, problem, isSlow, lookAgain } = useRead("fonds.history", { fondsId });
  const [isAsking, setAsking] = useState(false);
  const [write, isBusy] = useWrite();
  if (problem) return <Problem {...problem} again={{ words: bridgeText.again, run: lookAgain }} />;
  if (!value) return isSlow ? <Waiting label={bridgeText.waiting} rows={4} /> : null;
  const { revocableActId: actId } = value;
  const revoke = async (): Promise<void> => {
    if (actId) await write("fonds.revoke", { actId }, { said: () => historyText.revoked });
    setAsking(false);
  };
  return (
    <div className="stack">
      <h4>{historyText.names}</h4>
      <ul className="stack">
        {value.names.map(({ since, until, name, unit }) => (
          <li key={`${since} ${name}`}>
            <span className="figures">
              {since || historyText.unknown} — {until || historyText.present}
            </span>{" "}
            {name}
            {unit && unit !== name && <span className="quiet">（{unit}）</span>}
          </li>
        ))}
      </ul>
      <h4>{historyText.chronicle}</h4>
      <ul className="stack">
        {value.rows.map((row) => (
          <li key={row.actId ?? row.event}>
            <span className="figures">{row.on || historyText.unknown}</span> {row.sentence}
            {row.reason && (
              <span className="quiet">
                {" "}
                {historyText.reason}：{row.reason}
              </span>
            )}
          </li>
        ))}
      </ul>
      <h4>{historyText.holdings}</h4>
      {value.holdings.length === 0 ? (
        <p className="quiet">{historyText.none}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th>{historyText.columns.category}</th>
              <th>{historyText.columns.years}</th>
              <th className="figures">{historyText.columns.filed}</th>
              <th className="figures">{historyText.columns.draft}</th>
              <th className="figures">{historyText.columns.pages}</th>
              <th className="figures">{historyText.columns.volumes}</th>
            </tr>
          </thead>
          <tbody>
            {value.holdings.map((each) => (
              <tr key={each.category}>
                <td>
                  <span className="archival-code">{each.category}</span> {each.categoryName}
                </td>
                <td>{historyText.years(each.firstYear, each.lastYear)}</td>
                <td className="figures">{sayCount(each.filedCount)}</td>
                <td className="figures">{sayCount(each.draftCount)}</td>
                <td className="figures">{sayCount(each.pageSum)}</td>
                <td className="figures">{sayCount(each.volumeCount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {actId && (
        <div className="row">
          <span className="grow" />
          <Button onClick={() => setAsking(true)}>{historyText.revoke}</Button>
        </div>
      )}
      <DangerDialog
        isOpen={isAsking}
        title={historyText.revokeTitle}
        verb={historyText.revoke}
        keep={historyText.keep}
        isBusy={isBusy}
        onVerb={() => void revoke()}
        onKeep={() => setAsking(false)}
      >
        <p>{value.rows.find((row) => row.actId === actId)?.sentence}</p>
        <p>{historyText.revokeLine}</p>
      </DangerDialog>
    </div>
  );
}
