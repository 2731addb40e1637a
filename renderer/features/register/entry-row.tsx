import type { ReactNode } from "react";
import { type RegisterEntry, registerStateLabel } from "#contract/register";
import { registerText } from "#text/register";

type Props = { readonly entry: RegisterEntry | undefined; readonly today: string };

/** One entry in the list: number, title, where it stands; overdue says so in words. */
export function EntryRow({ entry, today }: Props): ReactNode {
  if (!entry) return <div className="item-row quiet">…</div>;
  const isOpen = entry.state === "registered" || entry.state === "in-hand";
  const isLate = isOpen && entry.dueOn !== "" && entry.dueOn < today;
  const facts = [entry.happenedOn, entry.correspondent, entry.documentNumber].filter(Boolean).join(" · ");
  return (
    <div className="item-row" title={entry.title}>
      <div className="item-row-line">
        <span className="item-number">{registerText.number(entry.year, entry.number)}</span>
        <span className={`grow cut ${entry.state === "cancelled" ? "is-cancelled" : ""}`}>{entry.title}</span>
      </div>
      <div className="item-row-line small quiet">
        <span className={`dot ${entry.itemId === null ? "" : "is-filed"}`} aria-hidden />
        <span className="item-row-state">{registerStateLabel[entry.state]}</span>
        {isOpen && entry.dueOn !== "" && (
          <span className={isLate ? "tone-destroy" : ""}>
            {isLate ? registerText.overdue(entry.dueOn) : registerText.due(entry.dueOn)}
          </span>
        )}
        <span className="grow cut">{facts}</span>
      </div>
    </div>
  );
}
