import { Splitter } from "antd";
import { type ReactNode, useState } from "react";

type Pane = {
  readonly key: string;
  readonly least: number;
  readonly first?: number;
  readonly share?: number;
  readonly content: ReactNode;
};
type Props = {
  readonly panes: readonly Pane[];
  /** Remembered widths in pixels by pane key; the pane without one takes the rest. */
  readonly widths: Readonly<Record<string, number>>;
  readonly onWidths: (widths: Record<string, number>) => void;
};

/** Columns beside each other whose dividers remember their place. */
export function Split({ panes, widths, onWidths }: Props): ReactNode {
  const [sizes, setSizes] = useState<Record<string, number>>({});
  const widthOf = (pane: Pane): number | undefined =>
    pane.first === undefined
      ? undefined
      : (sizes[pane.key] ?? widths[pane.key] ?? Math.min(pane.first, window.innerWidth * (pane.share ?? 0.28)));
  const named = (list: number[]): Record<string, number> =>
    Object.fromEntries(
      panes.flatMap((pane, index) =>
        pane.first === undefined ? [] : [[pane.key, Math.round(list[index] ?? pane.first)]],
      ),
    );
  return (
    <Splitter onResize={(list) => setSizes(named(list))} onResizeEnd={(list) => onWidths(named(list))}>
      {panes.map((pane) => {
        const width = widthOf(pane);
        return (
          <Splitter.Panel key={pane.key} min={pane.least} {...(width === undefined ? {} : { size: width })}>
            {pane.content}
          </Splitter.Panel>
        );
      })}
    </Splitter>
  );
}
