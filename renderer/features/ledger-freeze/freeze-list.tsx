import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { freezeFormLabel, type LedgerFreeze } from "#contract/ledger-freeze";
import type { LedgerId, LedgerPeriod } from "#contract/ledger";
import type { PageProps } from "#bridge/place";
import { useRead } from "#bridge/use-read";
import { sayMinute } from "#text/format";
import { ledgerFreezeText } from "#text/ledger-freeze";
import { Problem } from "#ui/problem";

type Props = { readonly ledgerId: LedgerId; readonly period: LedgerPeriod; readonly go: PageProps["go"] };

/** What was frozen of a period, newest first: its item and 档号, its files, and whether today's rows are still those. */
export function FreezeList({ ledgerId, period, go }: Props): ReactNode {
  const { value, problem } = useRead("ledger.freezes", { ledgerId, period });
  return (
    <section aria-label={ledgerFreezeText.frozen}>
      <h2>{ledgerFreezeText.frozen}</h2>
      {problem && <Problem {...problem} />}
      {value?.length === 0 && <p className="quiet">{ledgerFreezeText.noFrozen}</p>}
      <ul className="ledger-freezes">
        {value?.map((freeze) => (
          <FreezeLine key={freeze.id} freeze={freeze} go={go} />
        ))}
      </ul>
    </section>
  );
}

function FreezeLine({ freeze, go }: { readonly freeze: LedgerFreeze; readonly go: PageProps["go"] }): ReactNode {
  const { itemId, itemState, files } = freeze;
  const [isChecking, setChecking] = useState(false);
  const check = useRead("ledger.freeze-check", isChecking ? { freezeId: freeze.id } : null);
  const facts = [
    sayMinute(freeze.frozenAt),
    freeze.personName,
    freezeFormLabel[freeze.form],
    ledgerFreezeText.period(freeze.rowCount, freeze.lateCount),
  ];
  return (
    <li>
      <div className="row wide">
        <span className={itemState === "filed" ? "mark mark-proved" : "mark"}>
          {ledgerFreezeText.states[itemState]}
        </span>
        <span className="grow">
          {ledgerFreezeText.number(freeze.number)}　{freeze.itemTitle}
        </span>
        <span className="archival-code">{freeze.archivalCode}</span>
        <Button size="small" onClick={() => setChecking(true)}>
          {ledgerFreezeText.check}
        </Button>
        {itemId !== null && (
          <Button size="small" onClick={() => go({ page: "item", itemId })}>
            {ledgerFreezeText.openItem}
          </Button>
        )}
      </div>
      <p className="small quiet">{facts.filter(Boolean).join(" · ")}</p>
      {check.problem && <Problem {...check.problem} />}
      {check.value && (
        <p className={check.value.isSame ? "tone-proved" : "tone-look"} role="status">
          {check.value.isSame
            ? ledgerFreezeText.same(check.value.rowCount)
            : ledgerFreezeText.differs(check.value.change)}
        </p>
      )}
      <details className="small">
        <summary>{ledgerFreezeText.digests}</summary>
        {files.map(({ name, sha256, sm3 }) => (
          <div key={name} className="ledger-freeze-file">
            <p>{name}</p>
            <p className="code">{ledgerFreezeText.sha256(sha256)}</p>
            <p className="code">{ledgerFreezeText.sm3(sm3)}</p>
          </div>
        ))}
      </details>
    </li>
  );
}
