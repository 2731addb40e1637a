import type { ReactNode } from "react";
import type { CustodyDuty } from "#contract/custody";
import { custodyText } from "#text/custody";

export type TabName = keyof typeof custodyText.tabs;
const tabOf: Record<CustodyDuty["code"], TabName> = {
  climate: "climate",
  "climate-measure": "climate",
  safety: "safety",
  "safety-open": "safety",
  "stock-take": "stock",
  repair: "damage",
  readability: "readability",
  batch: "batch",
};
const mostShown = 4;

/** What is due this month, each one click from its register. */
export function DutyLine({
  duties,
  onTab,
}: {
  readonly duties: readonly CustodyDuty[];
  readonly onTab: (tab: TabName) => void;
}): ReactNode {
  if (duties.length === 0) return <span className="quiet">{custodyText.noDuties}</span>;
  return (
    <ul className="duty-line" aria-label={custodyText.duties}>
      {duties.slice(0, mostShown).map((duty) => (
        <li key={`${duty.code} ${duty.words}`}>
          <button
            type="button"
            className={`mark ${duty.isOverdue ? "mark-destroy" : "mark-look"}`}
            onClick={() => onTab(tabOf[duty.code])}
          >
            {duty.isOverdue && `${custodyText.overdue} `}
            {custodyText.duty(duty)}
          </button>
        </li>
      ))}
      {duties.length > mostShown && <li className="quiet">+{duties.length - mostShown}</li>}
    </ul>
  );
}
