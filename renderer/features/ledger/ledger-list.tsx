import { Button } from "antd";
import type { ReactNode } from "react";
import { type Ledger, type LedgerId, ledgerStateLabel } from "#contract/ledger";
import { useRead } from "#bridge/use-read";
import { sayDay } from "#text/format";
import { ledgerText } from "#text/ledger";

type Props = { readonly ledgers: readonly Ledger[]; readonly onOpen: (id: LedgerId) => void };

const tones = { draft: "mark", open: "mark mark-proved", closed: "mark" } as const;

/** All ledgers in the office's order: what state each is in, and what was written this month. */
export function LedgerList({ ledgers, onOpen }: Props): ReactNode {
  return (
    <table className="plain edge ledger-list">
      <thead>
        <tr>
          <th>{ledgerText.ledger}</th>
          <th>{ledgerText.state}</th>
          <th className="figures">{ledgerText.thisMonth}</th>
          <th className="figures">{ledgerText.lateThisMonth}</th>
          <th>{ledgerText.purpose}</th>
        </tr>
      </thead>
      <tbody>
        {ledgers.map((ledger) => (
          <LedgerLine key={ledger.id} ledger={ledger} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function LedgerLine({ ledger, onOpen }: { ledger: Ledger; onOpen: Props["onOpen"] }): ReactNode {
  const { id: ledgerId, name, state, purpose } = ledger;
  const period = sayDay(new Date().toISOString()).slice(0, 7);
  const isDraft = state === "draft";
  const rows = useRead("ledger.order", isDraft ? null : { ledgerId, filter: { period } }).value?.seqs.length;
  const late = useRead("ledger.order", isDraft ? null : { ledgerId, filter: { period, isLate: true } }).value?.seqs
    .length;
  return (
    <tr>
      <td>
        <Button type="link" onClick={() => onOpen(ledgerId)}>
          {name}
        </Button>
      </td>
      <td>
        <span className={tones[state]}>{ledgerStateLabel[state]}</span>
      </td>
      <td className="figures">{rows ?? ""}</td>
      <td className={`figures ${late ? "tone-look" : ""}`}>{late ?? ""}</td>
      <td className="quiet cut" title={purpose}>
        {purpose}
      </td>
    </tr>
  );
}
