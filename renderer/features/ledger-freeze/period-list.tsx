import type { ReactNode } from "react";
import type { Output } from "#contract/contract";
import { sayPeriod } from "#contract/ledger-period";
import type { LedgerPeriod } from "#contract/ledger";
import { ledgerFreezeText } from "#text/ledger-freeze";

type Props = {
  readonly periods: Output<"ledger.periods"> | undefined;
  readonly chosen: LedgerPeriod | undefined;
  readonly onChoose: (period: LedgerPeriod) => void;
};

/** Periods that hold rows, newest first, each with how often it was frozen. */
export function PeriodList({ periods, chosen, onChoose }: Props): ReactNode {
  if (!periods) return null;
  return (
    <div className="ledger-freeze-periods">
      {periods.periods.length === 0 && <p className="quiet">{ledgerFreezeText.noPeriods}</p>}
      <ul aria-label={ledgerFreezeText.periods}>
        {periods.periods.map(({ period, rowCount, lateCount, freezeCount }) => (
          <li key={period}>
            <button
              type="button"
              aria-current={period === chosen ? "true" : undefined}
              onClick={() => onChoose(period)}
            >
              <span className="row wide">
                <span className="grow">{sayPeriod(period)}</span>
                <span className={freezeCount > 0 ? "mark mark-proved" : "mark"}>
                  {freezeCount > 0 ? ledgerFreezeText.frozenTimes(freezeCount) : ledgerFreezeText.notFrozen}
                </span>
              </span>
              <span className="small quiet">{ledgerFreezeText.period(rowCount, lateCount)}</span>
            </button>
          </li>
        ))}
      </ul>
      {periods.undatedCount > 0 && <p className="small tone-look">{ledgerFreezeText.undated(periods.undatedCount)}</p>}
    </div>
  );
}
