import type { ReactNode } from "react";
import type { Output } from "#contract/contract";
import { sayCount } from "#text/format";
import { statisticsText } from "#text/statistics";

type Props = { readonly value: Output<"statistics.holdings"> };

/** The whole in one line. */
export function Sums({ value }: Props): ReactNode {
  const { all, volumes, groups, boxes } = value;
  const sums: readonly (readonly [string, string, string?])[] = [
    [statisticsText.filed, statisticsText.items(all.filed)],
    [statisticsText.drafts, statisticsText.items(all.drafts)],
    [statisticsText.excluded, statisticsText.items(all.excluded)],
    [statisticsText.pagesHead, statisticsText.pages(all.pages)],
    [statisticsText.volumesHead, sayCount(volumes)],
    [statisticsText.groupsHead, sayCount(groups)],
    [statisticsText.boxesHead, sayCount(boxes)],
    [
      statisticsText.digitised,
      statisticsText.share(all.digitised, all.filed),
      statisticsText.digitisedOf(all.digitised, all.filed),
    ],
  ];
  return (
    <dl className="statistics-sums">
      {sums.map(([word, figure, note]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>
            {figure}
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
