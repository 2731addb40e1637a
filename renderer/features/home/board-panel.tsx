import type { ReactNode } from "react";
import { useFondsScope } from "#bridge/use-scope";
import { useRead } from "#bridge/use-read";
import { homeText } from "#text/home";

/** 六月看板: per class what is filed, what is not, and when at this pace it will be. */
export function BoardPanel({ year }: { readonly year: number }): ReactNode {
  const { fonds } = useFondsScope();
  const { value } = useRead("filing-year.board", fonds ? { fondsId: fonds.id, year } : null);
  const lines = (value ?? []).filter((line) => line.filed + line.unfiled > 0);
  if (lines.length === 0) return null;
  return (
    <ul className="home-board" aria-label={homeText.board}>
      {lines.map((line) => {
        const isLate = line.finishOn !== null && line.dueOn !== null && line.finishOn > line.dueOn;
        const tone = line.isOverdue ? "tone-destroy" : isLate ? "tone-look" : line.unfiled === 0 ? "tone-proved" : "";
        return (
          <li key={line.category}>
            <b>{line.categoryName}</b>
            <span className={tone}>{line.sentence}</span>
            {line.dueOn && (
              <span className="quiet small">
                {homeText.due(line.dueOn)}
                {line.isPostponed && homeText.postponed}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
