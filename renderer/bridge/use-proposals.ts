// 建议: class and term from 题名 and 责任者, with the schedule row they come from and why. Nothing is filled by itself.
import { useEffect, useState } from "react";
import type { ItemFields } from "#contract/item";
import type { Matter } from "#contract/fonds";
import { scheduleTermLabel } from "#contract/schedule-words";
import type { ScheduleProposal } from "#contract/schedule";
import { proposalText } from "#text/schedule";
import { useRead } from "./use-read.ts";

type Fill = Pick<ItemFields, "retention" | "matterId" | "scheduleRowId">;
type Asked = Pick<ItemFields, "fondsId" | "category" | "title" | "creator">;
type Line = { readonly key: string; readonly words: string; readonly mark: string; readonly why: string };

/** What a list of proposals shows: either the lines to choose from, or the basis of what was chosen. */
export type Proposals = {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly basis: { readonly words: string; readonly mark: string } | undefined;
  readonly againWords: string;
  readonly onAgain: () => void;
  readonly onTake: (key: string) => void;
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

const keyOf = (each: ScheduleProposal): string => `${each.scheduleRowId} ${each.retention} ${each.matterId}`;

/**
 * The proposals for a form; `onFill` gets what one of them says when it is taken. While a row has given the term, that
 * row is shown instead, until another is asked for.
 */
export function useProposals(
  fields: Asked & Pick<Fill, "scheduleRowId">,
  matters: readonly Matter[],
  onFill: (fill: Partial<Fill>) => void,
): Proposals {
  const { fondsId, category, title, creator, scheduleRowId } = fields;
  const asked = JSON.stringify({ fondsId, category, title, creator } satisfies Asked);
  const [settled, setSettled] = useState(asked);
  const [isChoosingAgain, setChoosingAgain] = useState(false);
  useEffect(() => {
    const due = setTimeout(() => setSettled(asked), askAfter);
    return () => clearTimeout(due);
  }, [asked]);
  useEffect(() => setChoosingAgain(false), [scheduleRowId]);
  const isChosen = scheduleRowId !== null && !isChoosingAgain;
  const found = useRead("schedule.suggest", title.trim() === "" || isChosen ? null : (JSON.parse(settled) as Asked));
  const row = useRead("schedule.read-row", isChosen ? { id: scheduleRowId } : null).value?.row;
  const proposals = isChosen ? [] : distinct(found.value ?? []).slice(0, shown);
  return {
    label: proposalText.label,
    lines: proposals.map((each) => {
      const matter = matters.find(({ id }) => id === each.matterId);
      const words = [scheduleTermLabel(each.retention), matter && `${matter.code} ${matter.name}`];
      const needsLook = each.row !== null && each.row.status !== "confirmed";
      return {
        key: keyOf(each),
        words: words.filter(Boolean).join(" · "),
        mark: needsLook ? proposalText.toVerify : "",
        why: sayWhy(each),
      };
    }),
    basis: row && {
      words: `${proposalText.basis(row.position)} ${row.content}`,
      mark: row.status === "confirmed" ? "" : proposalText.toVerify,
    },
    againWords: proposalText.again,
    onAgain: () => setChoosingAgain(true),
    onTake: (key) => {
      const taken = proposals.find((each) => keyOf(each) === key);
      if (!taken) return;
      setChoosingAgain(false);
      const { retention, scheduleRowId: rowId, matterId } = taken;
      onFill({ retention, scheduleRowId: rowId, ...(matterId !== null && { matterId }) });
    },
  };
}
