import { type ReactNode, useEffect, useState } from "react";
import type { ItemFields } from "#contract/item";
import type { Matter } from "#contract/fonds";
import { scheduleTermLabel } from "#contract/schedule-words";
import type { ScheduleProposal } from "#contract/schedule";
import { useRead } from "#bridge/use-read";
import { proposalText } from "#text/schedule";
import { TermBasis } from "./term-basis.tsx";

type Fill = Pick<ItemFields, "retention" | "matterId" | "scheduleRowId">;
type Asked = Pick<ItemFields, "fondsId" | "category" | "title" | "creator">;
type Props = {
  readonly fields: Asked & Fill;
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

/** One of each choice: rows that lead to the same class and term are one proposal, the surest of them. */
function distinct(proposals: readonly ScheduleProposal[]): ScheduleProposal[] {
  const seen = new Set<string>();
  return proposals.filter(({ retention, matterId }) => {
    const choice = `${retention} ${matterId}`;
    return !seen.has(choice) && seen.add(choice);
  });
}

/** 建议: class and term with the row they come from and why; a click fills the fields, nothing is filled by itself. */
export function TermProposals({ fields, matters, onFill }: Props): ReactNode {
  const { fondsId, category, title, creator } = fields;
  const asked = JSON.stringify({ fondsId, category, title, creator } satisfies Asked);
  const [settled, setSettled] = useState(asked);
  const [isChoosingAgain, setChoosingAgain] = useState(false);
  useEffect(() => {
    const due = setTimeout(() => setSettled(asked), askAfter);
    return () => clearTimeout(due);
  }, [asked]);
  useEffect(() => setChoosingAgain(false), [fields.scheduleRowId]);
  const isSettled = fields.scheduleRowId !== null && !isChoosingAgain;
  const { value } = useRead(
    "schedule.suggest",
    title.trim() === "" || isSettled ? null : (JSON.parse(settled) as Asked),
  );
  if (isSettled && fields.scheduleRowId !== null)
    return <TermBasis id={fields.scheduleRowId} onAgain={() => setChoosingAgain(true)} />;
  const proposals = distinct(value ?? []).slice(0, shown);
  if (proposals.length === 0) return null;
  return (
    <ul className="proposals" aria-label={proposalText.label}>
      {proposals.map((each) => {
        const matter = matters.find(({ id }) => id === each.matterId);
        const needsLook = each.row !== null && each.row.status !== "confirmed";
        const words = [scheduleTermLabel(each.retention), matter && `${matter.code} ${matter.name}`];
        const fill = {
          retention: each.retention,
          scheduleRowId: each.scheduleRowId,
          ...(each.matterId !== null && { matterId: each.matterId }),
        };
        return (
          <li key={`${each.scheduleRowId} ${each.retention} ${each.matterId}`}>
            <button
              type="button"
              className="proposal"
              title={sayWhy(each)}
              onClick={() => {
                setChoosingAgain(false);
                onFill(fill);
              }}
            >
              <span>
                <span className="quiet small">{proposalText.label}</span> {words.filter(Boolean).join(" · ")}
              </span>
              <span className="tone-look small">{needsLook ? proposalText.toVerify : ""}</span>
              <span className="quiet small cut proposal-why">{sayWhy(each)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
