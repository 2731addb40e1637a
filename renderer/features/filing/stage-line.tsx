import type { ReactNode } from "react";
import type { FilingStage } from "#contract/consistency";
import type { FilingYear } from "#contract/filing-year";
import { filingText, stageText } from "#text/filing";

type Props = {
  readonly year: FilingYear | undefined;
  readonly stage: FilingStage;
  readonly onStage: (stage: FilingStage) => void;
};

type Line = { readonly words: string; readonly tone: string };
const look = (count: number): string => (count > 0 ? "tone-look" : "tone-quiet");

/** Count and tone of each stage; nothing blocks but the last. */
function lines({ collect, check, terms, order, box, print, close }: FilingYear): Record<FilingStage, Line> {
  const all = collect.expected + collect.handedIn + collect.missing + collect.excluded;
  return {
    collect: { words: stageText.collect(collect.handedIn, all), tone: look(collect.overdue) },
    check: { words: stageText.findings(check.findings), tone: look(check.findings) },
    terms: { words: stageText.findings(terms.findings), tone: look(terms.findings) },
    order: { words: stageText.order(order.drafts, order.filed), tone: look(order.drafts) },
    box: { words: stageText.box(box.boxes, box.unboxed), tone: look(box.findings) },
    print: { words: stageText.print(print.units), tone: "tone-quiet" },
    close: close.closed
      ? { words: stageText.closed, tone: "tone-proved" }
      : { words: stageText.blocking(close.blocking), tone: look(close.blocking) },
  };
}

const stages = Object.keys(stageText.names) as FilingStage[];

/** 收集 → 关闭 as one line; each stage is one table. */
export function StageLine({ year, stage, onStage }: Props): ReactNode {
  const told = year && lines(year);
  return (
    <div className="stage-line" role="tablist" aria-label={filingText.stageLine}>
      {stages.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          aria-selected={each === stage}
          className={each === stage ? "is-current" : ""}
          onClick={() => onStage(each)}
        >
          <b>{stageText.names[each]}</b>
          <span className={`small ${told?.[each].tone ?? ""}`}>{told?.[each].words ?? " "}</span>
        </button>
      ))}
    </div>
  );
}
