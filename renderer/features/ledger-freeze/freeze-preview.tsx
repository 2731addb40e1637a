import type { ReactNode } from "react";
import type { Output } from "#contract/contract";
import { sayPeriod } from "#contract/ledger-period";
import type { LedgerPeriod } from "#contract/ledger";
import { ledgerFreezeText } from "#text/ledger-freeze";
import { Field } from "#ui/field";

type Props = {
  readonly period: LedgerPeriod;
  readonly preview: Output<"ledger.freeze-preview">;
  readonly isUnchanged: boolean;
};

const mostShown = 12;

/** What the frozen table will hold and what not, before it is made; where words look personal, row and column, never the words. */
export function FreezePreview({ period, preview, isUnchanged }: Props): ReactNode {
  const { columns, findings, findingCount, change } = preview;
  const stay = columns.filter(({ leftOut }) => leftOut === "");
  const gone = columns.filter(({ leftOut }) => leftOut !== "");
  const shown = findings.slice(0, mostShown);
  const since = change
    ? isUnchanged
      ? ledgerFreezeText.unchanged
      : ledgerFreezeText.change(change)
    : ledgerFreezeText.neverFrozen;
  return (
    <section aria-label={sayPeriod(period)}>
      <h2>{sayPeriod(period)}</h2>
      <Field label={ledgerFreezeText.what}>
        <span className="field-text">
          {ledgerFreezeText.counts(preview.rowCount, preview.lateCount, preview.restrictedCount)}
        </span>
      </Field>
      <Field label={ledgerFreezeText.stays}>
        <span className="field-text">{stay.map(({ heading }) => heading).join("、")}</span>
      </Field>
      <Field label={ledgerFreezeText.leavesOut}>
        <span className="field-text">
          {gone.length === 0
            ? ledgerFreezeText.nothingLeftOut
            : gone.map(({ heading, leftOut }) => `${heading}（${ledgerFreezeText.reasons[leftOut]}）`).join("、")}
        </span>
      </Field>
      <Field label={ledgerFreezeText.findings}>
        {findingCount === 0 ? (
          <span className="field-text">{ledgerFreezeText.noFindings}</span>
        ) : (
          <div className="field-text tone-look">
            <p>{ledgerFreezeText.findingCount(findingCount)}</p>
            <ul className="plain-list">
              {shown.map(({ rowNumber, heading }) => (
                <li key={`${rowNumber}/${heading}`}>{ledgerFreezeText.finding(rowNumber, heading)}</li>
              ))}
            </ul>
            {findingCount > shown.length && <p>{ledgerFreezeText.moreFindings(findingCount - shown.length)}</p>}
          </div>
        )}
      </Field>
      {preview.keepsIdentified && (
        <Field label={ledgerFreezeText.second}>
          <span className="field-text">{ledgerFreezeText.keepsIdentified}</span>
        </Field>
      )}
      <Field label={ledgerFreezeText.term}>
        <span className={`field-text ${preview.hasTerm ? "" : "tone-look"}`}>
          {preview.hasTerm ? ledgerFreezeText.hasTerm : ledgerFreezeText.noTerm}
        </span>
      </Field>
      <Field label={ledgerFreezeText.since}>
        <span className="field-text">{since}</span>
      </Field>
    </section>
  );
}
