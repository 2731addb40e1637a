import { Button } from "antd";
import type { ReactNode } from "react";
import type { PageMark } from "#contract/page-mark";
import type { PageId } from "#contract/scan";
import { write } from "#bridge/use-write";
import { markText } from "#text/pile";

/** 这一页的提示: each with what it means, to be settled or to ask again. */
export function MarkLine({
  pageId,
  marks,
}: {
  readonly pageId: PageId;
  readonly marks: readonly PageMark[];
}): ReactNode {
  const asking = marks.filter(({ mark }) => mark !== "first-page");
  if (asking.length === 0) return null;
  const settle = ({ mark, isSettled }: PageMark): void => {
    const name = markText.names[mark];
    const said = isSettled ? markText.unsettledDone(name) : markText.settledDone(name);
    void write(
      "page-mark.settle",
      { pageIds: [pageId], mark, isSettled: !isSettled },
      { hasUndo: true, said: () => said },
    );
  };
  return (
    <ul className="mark-line" aria-label={markText.onThisPage}>
      {asking.map((each) => (
        <li key={each.mark} className={each.isSettled ? "is-settled" : ""}>
          <span className="mark-chip">{markText.names[each.mark]}</span>
          <span className="grow">{each.isSettled ? markText.settled : markText.explain(each)}</span>
          {each.mark !== "separator" && (
            <Button size="small" onClick={() => settle(each)}>
              {each.isSettled ? markText.unsettle : markText.settle}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
