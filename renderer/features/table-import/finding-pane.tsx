import { type ReactNode, useMemo, useState } from "react";
import type { FindingWeight } from "#contract/table-finding";
import { desk } from "#bridge/desk";
import { sayCount } from "#text/format";
import { tableImport } from "#text/table-import";
import { usePixels } from "#ui/use-pixels";
import { VirtualList } from "#ui/virtual-list";

type Finding<C extends string> = {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly code: C;
  readonly message: string;
};
type Props<C extends string> = {
  readonly findings: readonly Finding<C>[];
  readonly weigh: (code: C) => FindingWeight;
  /** The heading of each kind. */
  readonly words: Readonly<Record<C, string>>;
  readonly onRow: (place: { sheet: string; row: number }) => void;
};
type Line<C extends string> =
  | { readonly kind: "group"; readonly code: C; readonly count: number }
  | { readonly kind: "finding"; readonly finding: Finding<C> };

const order: readonly FindingWeight[] = ["refused", "question", "note"];
const tone: Record<FindingWeight, string> = { refused: "mark-destroy", question: "mark-look", note: "" };

/** What is doubtful, by kind, heaviest first; Enter or a click opens a kind or goes to the row. */
export function FindingPane<C extends string>({ findings, weigh, words, onRow }: Props<C>): ReactNode {
  const rowHeight = usePixels("--row", desk.use().textScale);
  const [opened, setOpened] = useState<C>();
  const [active, setActive] = useState(0);
  const groups = useMemo(() => {
    const byCode = new Map<C, Finding<C>[]>();
    for (const finding of findings) byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding]);
    const weightOf = (code: C): number => order.indexOf(weigh(code));
    return [...byCode].sort(([one], [other]) => weightOf(one) - weightOf(other));
  }, [findings, weigh]);
  const lines = groups.flatMap(([code, some]): Line<C>[] => [
    { kind: "group", code, count: some.length },
    ...(code === opened ? some.map((finding): Line<C> => ({ kind: "finding", finding })) : []),
  ]);
  const pick = (index: number): void => {
    setActive(index);
    const line = lines[index];
    if (line?.kind === "group") setOpened(line.code === opened ? undefined : line.code);
    else if (line) onRow(line.finding);
  };
  return (
    <section className="import-findings" aria-label={tableImport.findings}>
      <h2>{tableImport.findings}</h2>
      {lines.length === 0 && <p className="quiet">{tableImport.noFindings}</p>}
      <VirtualList
        label={tableImport.findings}
        count={lines.length}
        rowHeight={rowHeight * 1.3}
        activeIndex={active}
        onActive={setActive}
        onOpen={pick}
        onPick={pick}
        renderRow={(index) => {
          const line = lines[index];
          if (!line) return null;
          if (line.kind === "finding")
            return (
              <div className="import-finding" title={line.finding.message}>
                <span className="quiet figures">{`${line.finding.row}${line.finding.column && ` ${line.finding.column}`}`}</span>
                <span className="small import-message">{line.finding.message}</span>
              </div>
            );
          const weight = weigh(line.code);
          return (
            <div className="import-group" aria-expanded={line.code === opened}>
              <span aria-hidden>{line.code === opened ? "▾" : "▸"}</span>
              <span className="grow cut">{words[line.code]}</span>
              <span className={`mark ${tone[weight]}`}>{tableImport.weights[weight]}</span>
              <span className="figures">{sayCount(line.count)}</span>
            </div>
          );
        }}
      />
    </section>
  );
}
