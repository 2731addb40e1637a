import type { ReactNode } from "react";
import { sayPeriod } from "#contract/ledger-period";
import type { LedgerRow } from "#contract/ledger-row";
import { useRead } from "#bridge/use-read";
import { ledgerFrozenText as words } from "#text/ledger-frozen";

/** Whether a row stands in a frozen item, and whether it is another since; nothing for one that does not. */
export function FrozenNote({ row }: { readonly row: LedgerRow }): ReactNode {
  const [frozen] = useRead("ledger.frozen-rows", { ledgerId: row.ledgerId, seqs: [row.seq] }).value ?? [];
  if (!frozen) return null;
  return (
    <>
      <dt>{words.label}</dt>
      <dd>
        {words.state(sayPeriod(frozen.period), frozen.number)}{" "}
        <span className={`mark ${frozen.isChanged ? "mark-look" : "mark-proved"}`}>
          {frozen.isChanged ? words.changed : words.unchanged}
        </span>
      </dd>
    </>
  );
}
