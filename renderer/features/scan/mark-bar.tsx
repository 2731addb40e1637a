import { Button } from "antd";
import type { ReactNode } from "react";
import type { PageMarkName } from "#contract/page-mark";
import { ask } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import type { PageMarks } from "#bridge/use-page-marks";
import { write } from "#bridge/use-write";
import { markText, pileText } from "#text/pile";

/** What the tray is narrowed to: every page, those with a mark, or those with one mark. */
export type MarkFilter = "all" | "marked" | PageMarkName;

type Props = {
  readonly marks: PageMarks;
  readonly filter: MarkFilter;
  readonly onFilter: (next: MarkFilter) => void;
  readonly onPile: () => void;
  readonly hasPages: boolean;
};

const mostAtOnce = 500;

/** Above the tray: only what has a mark, blank pages taken out, and the way to 分件. */
export function MarkBar({ marks, filter, onFilter, onPile, hasPages }: Props): ReactNode {
  const blankCount = marks.counts.find(({ mark }) => mark === "blank")?.count ?? 0;
  const takeOut = async (): Promise<void> => {
    const found = await ask("page-mark.pages", { mark: "blank", limit: mostAtOnce }).catch(sayThrown);
    const pageIds = found?.pages.map(({ id }) => id) ?? [];
    if (pageIds.length === 0) return;
    const done = await write(
      "page.set-aside",
      { pageIds, reason: "blank" },
      { hasUndo: true, said: ({ setAsideCount }) => markText.takenOut(setAsideCount) },
    );
    if (done) onFilter("all");
  };
  return (
    <div className="tray-marks">
      {blankCount > 0 && (
        <span className="mark-blank">
          {markText.blank(blankCount)}
          {filter !== "blank" && (
            <Button size="small" type="text" onClick={() => onFilter("blank")}>
              {markText.showBlank}
            </Button>
          )}
          <Button size="small" onClick={() => void takeOut()}>
            {markText.takeOut}
          </Button>
        </span>
      )}
      <span className="grow" />
      {marks.unlookedCount > 0 && <span className="quiet">{markText.unlooked(marks.unlookedCount)}</span>}
      {filter === "all" ? (
        marks.markedCount > 0 && (
          <Button size="small" onClick={() => onFilter("marked")}>
            {markText.onlyMarked(marks.markedCount)}
          </Button>
        )
      ) : (
        <Button size="small" onClick={() => onFilter("all")}>
          {markText.allPages}
        </Button>
      )}
      <Button size="small" disabled={!hasPages} onClick={onPile}>
        {pileText.open}
      </Button>
    </div>
  );
}
