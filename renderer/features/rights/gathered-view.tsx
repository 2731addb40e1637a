import { Button } from "antd";
import type { ReactNode } from "react";
import type { LedgerRowId } from "#contract/ledger-row";
import type { GatheredLedger, GatheredPerson, GatheredRow } from "#contract/rights-request";
import { sayDay } from "#text/format";
import { rightsText } from "#text/rights";
import { FactList } from "#ui/fact-list";

type Props = { readonly gathered: GatheredPerson; readonly onConfirm: (rowId: LedgerRowId) => void };
const words = rightsText.gathered;

function Row({ row }: { readonly row: GatheredRow }): ReactNode {
  return (
    <tr>
      <td>
        {row.occurredOn}
        <div className="quiet">
          {words.entered} {sayDay(row.enteredAt)}
        </div>
        {row.isRemoved && <span className="mark">{words.removed}</span>}
        {row.isRestricted && <span className="mark mark-look">{words.restricted}</span>}
        {row.namesOthers && <span className="mark mark-look">{words.others}</span>}
      </td>
      <td>
        <dl className="rights-cells">
          {row.cells.map(({ heading, value, isWithheld }) => (
            <div key={heading}>
              <dt>{heading}</dt>
              <dd className={isWithheld ? "quiet" : ""}>{isWithheld ? words.withheld : value}</dd>
            </div>
          ))}
        </dl>
      </td>
    </tr>
  );
}

function Ledger({ ledger }: { readonly ledger: GatheredLedger }): ReactNode {
  return (
    <section aria-label={ledger.name}>
      <h4>
        {ledger.name} <span className="quiet">{words.rows(ledger.rows.length)}</span>
      </h4>
      <p className="quiet">
        {words.purpose}：{ledger.purpose}　{words.basis}：{ledger.basisWords}
      </p>
      <table className="plain">
        <tbody>
          {ledger.rows.map((row) => (
            <Row key={row.rowId} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Everything that was gathered, ledger by ledger; what belongs to others stands as withheld. */
export function GatheredView({ gathered, onConfirm }: Props): ReactNode {
  const { resident, secrets, consents, ledgers, alike, frozen, paperCount, revealCount } = gathered;
  const record: (readonly [string, string])[] = resident
    ? [
        [words.name, resident.name],
        [words.sex, resident.sex],
        [words.born, resident.bornOn],
        [words.phone, resident.phone],
        [words.household, resident.household?.number ?? ""],
        [words.address, resident.household?.address ?? ""],
        ...secrets.map(({ heading, value }) => [heading, value] as const),
        ...consents.map(
          ({ ledger, scope, givenOn, withdrawnOn }) =>
            [
              `${words.consent} ${ledger} ${scope}`,
              [givenOn, withdrawnOn && words.withdrawn(withdrawnOn)].filter(Boolean).join("；"),
            ] as const,
        ),
      ]
    : [];
  return (
    <div className="rights-gathered stack">
      <section aria-label={words.record}>
        <h4>{words.record}</h4>
        {resident ? <FactList facts={record.filter(([, value]) => value !== "")} /> : <p>{words.noRecord}</p>}
      </section>
      {ledgers.length === 0 && <p>{words.none}</p>}
      {ledgers.map((ledger) => (
        <Ledger key={ledger.ledgerId} ledger={ledger} />
      ))}
      {alike.length > 0 && (
        <section aria-label={words.alike}>
          <h4>{words.alike}</h4>
          <p className="quiet">{words.alikeNote}</p>
          <ul>
            {alike.map(({ rowId, ledgerName, occurredOn, matched }) => (
              <li key={rowId} className="row">
                <span>
                  {ledgerName} · {occurredOn} · {matched}
                </span>
                <Button size="small" onClick={() => onConfirm(rowId)}>
                  {words.confirm}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {frozen.length > 0 && (
        <section aria-label={words.frozen}>
          <h4>{words.frozen}</h4>
          <ul>
            {frozen.map(({ ledgerName, period, isIdentified }) => (
              <li key={`${ledgerName} ${period} ${String(isIdentified)}`}>
                {ledgerName} {period}（{isIdentified ? words.frozenIdentified : words.frozenPlain}）
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="quiet">
        {words.papers(paperCount)}　{words.looks(revealCount)}
      </p>
    </div>
  );
}
