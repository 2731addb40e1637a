import { type ReactNode, useEffect, useState } from "react";
import type { ItemFields } from "#contract/item";
import type { Matter } from "#contract/fonds";
import { scheduleTermLabel } from "#contract/schedule-words";
import type { ScheduleProposal } from "#contract/schedule";
import { useRead } from "#bridge/use-read";
import { proposalText } from "#text/schedule";

type Fill = Pick<ItemFields, "retention" | "matterId" | "scheduleRowId">;
type Props = {
  readonly fields: Pick<ItemFields, "fondsId" | "category" | "title" | "creator"> & Fill;
  readonly matters: readonly Matter[];
  readonly onFill: (fill: Partial<Fill>) => void;
};

/** While one types, the engine is left alone. */
const askAfter = 300;
const shown = 3;

function sayWhy({ row, words, similarTitle }: ScheduleProposal): string {
  const basis = row ? `${proposalText.basis(row.position)} ${row.content}` : "";
  const usage = row && row.usage !== "rule" ? proposalText[row.usage] : "";
  const found = similarTitle ? proposalText.similar(similarTitle) : proposalText.words(words.join("、"));
  return [basis, usage, words.length > 0 || similarTitle ? found : ""].filter(Boolean).join(" · ");
}

/** 建议: class and term with the row they come from and why; a click fills the fields, nothing is filled by itself. */
export function TermProposals({ fields, matters, onFill }: Props): ReactNode {
  const { fondsId, category, title, creator } = fields;
  const asked = JSON.stringify({ fondsId, category, title, creator });
  const [settled, setSettled] = useState(asked);
  useEffect(() => {
    const due = setTimeout(() => setSettled(asked), askAfter);
    return () => clearTimeout(due);
  }, [asked]);
  const { value } = useRead(
    "schedule.suggest",
    title.trim() === "" ? null : (JSON.parse(settled) as { fondsId: typeof fondsId; title: string }),
  );
  // What is chosen already is no proposal any more.
  const isChosen = (each: ScheduleProposal): boolean =>
    each.retention === fields.retention && each.scheduleRowId === fields.scheduleRowId;
  const proposals = (value ?? []).slice(0, shown);
  if (proposals.length === 0) return null;
  return (
    <ul className="proposals" aria-label={proposalText.label}>
      {proposals.map((each) => {
        const matter = matters.find(({ id }) => id === each.matterId);
        const needsLook = each.row !== null && each.row.status !== "confirmed";
        const words = [scheduleTermLabel(each.retention), matter && `${matter.code} ${matter.name}`]
          .filter(Boolean)
          .join(" · ");
        return (
          <li key={`${each.scheduleRowId} ${each.retention} ${each.matterId}`}>
            <button
              type="button"
              className="proposal"
              aria-pressed={isChosen(each)}
              title={sayWhy(each)}
              onClick={() =>
                onFill({
                  retention: each.retention,
                  scheduleRowId: each.scheduleRowId,
                  ...(each.matterId !== null && { matterId: each.matterId }),
                })
              }
            >
              <span>
                <span className="quiet small">{proposalText.label}</span> {words}
              </span>
              <span className="tone-look small proposal-mark">{needsLook ? proposalText.toVerify : ""}</span>
              <span className="quiet small cut proposal-why">{sayWhy(each)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
