// 年度归档 — what stands in the way, the numbers to come, one commit.
import { Button } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import { desk, rememberDesk } from "#bridge/desk";
import { useFondsScope, chooseFonds, chooseYear } from "#bridge/use-scope";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { useYears } from "#bridge/use-years";
import { bridgeText } from "#text/bridge";
import { filingText } from "#text/filing";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Empty } from "#ui/empty";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { HeadChoice } from "#ui/head-choice";
import { Split } from "#ui/split";
import { usePixels } from "#ui/use-pixels";
import { Waiting } from "#ui/waiting";
import { freshUnits, planLines, sayFiled } from "./plan-lines.ts";
import { PlanList } from "./plan-list.tsx";
import { ProblemList } from "./problem-list.tsx";
import { StageLine } from "./stage-line.tsx";

type Props = {
  readonly onItem: (itemId: string) => void;
  readonly onItems: () => void;
  readonly onSettings: () => void;
  readonly onCatalogue: () => void;
};

export function FilingPage({ onItem, onItems, onSettings, onCatalogue }: Props): ReactNode {
  const { splitters, textScale } = desk.use();
  const rowHeight = usePixels("--row", textScale);
  const { fonds, all, hasAnswer } = useFondsScope();
  const years = useYears(fonds?.id, (line) => line.draftCount > 0);
  const { year } = years;
  const preview = useRead("filing.preview", fonds && year !== undefined ? { fondsId: fonds.id, year } : null);
  const [isAsking, setAsking] = useState(false);
  const [result, setResult] = useState("");
  const [write, isBusy] = useWrite();
  const plan = preview.value;
  const lines = useMemo(() => planLines(plan?.units ?? []), [plan]);
  const problems = plan?.problems ?? [];
  const openItems = new Set(problems.map((problem) => problem.itemId)).size;
  const counts = years.lines.find((line) => line.year === year);
  const mayCommit = plan !== undefined && plan.newCount > 0 && problems.length === 0;

  const commit = async (): Promise<void> => {
    if (!fonds || year === undefined || !plan) return;
    const done = await write("filing.commit", { fondsId: fonds.id, year, planDigest: plan.planDigest });
    setAsking(false);
    if (done) setResult(sayFiled(done.filedCount, plan.units));
  };

  if (hasAnswer && !fonds) {
    return (
      <Page title={filingText.title}>
        <Empty
          title={filingText.emptyFondsTitle}
          next={filingText.emptyFondsNext}
          action={<Button onClick={onSettings}>{filingText.toSettings}</Button>}
        />
      </Page>
    );
  }
  return (
    <Page
      title={filingText.title}
      className="fixed"
      beside={
        <>
          {fonds && all.length > 1 && (
            <HeadChoice
              label={filingText.fonds}
              value={fonds.id}
              options={all.map((each) => ({ value: each.id, label: each.name }))}
              onChange={chooseFonds}
            />
          )}
          {years.lines.length > 0 && (
            <HeadChoice
              label={filingText.year}
              value={year}
              options={years.lines.map((line) => ({
                value: line.year,
                label: filingText.yearOption(line.year, line.draftCount, line.filedCount),
              }))}
              onChange={(next) => {
                setResult("");
                chooseYear(next);
              }}
            />
          )}
          {years.unsettledCount > 0 && (
            <Button type="link" onClick={onItems}>
              {filingText.yearDiffers(years.unsettledCount)}
            </Button>
          )}
        </>
      }
      primary={
        <Button type="primary" disabled={!mayCommit} onClick={() => setAsking(true)}>
          {plan && plan.newCount > 0 ? filingText.commit(plan.newCount) : filingText.commitNone}
        </Button>
      }
    >
      {years.hasAnswer && year === undefined ? (
        <Empty
          title={filingText.emptyTitle}
          next={filingText.emptyNext}
          action={<Button onClick={onItems}>{filingText.toItems}</Button>}
        />
      ) : (
        <div className="filing">
          {counts && (
            <StageLine
              all={counts.draftCount + counts.filedCount}
              open={openItems}
              ready={Math.max(0, counts.draftCount - openItems)}
              filed={counts.filedCount}
              note={plan && problems.length === 0 ? filingText.noProblems : ""}
            />
          )}
          {result && (
            <div className="result-line" role="status">
              <span className="grow">{result}</span>
              <Button onClick={onCatalogue}>{filingText.toCatalogue}</Button>
            </div>
          )}
          {preview.problem && (
            <Problem {...preview.problem} again={{ words: bridgeText.again, run: preview.lookAgain }} />
          )}
          {preview.isSlow && <Waiting label={bridgeText.waiting} />}
          {plan && (
            <div className="filing-columns">
              <Split
                panes={[
                  {
                    key: "filing-plan",
                    least: 400,
                    content: <PlanList lines={lines} rowHeight={rowHeight} onItem={onItem} />,
                  },
                  ...(problems.length > 0
                    ? [
                        {
                          key: "filing-problems",
                          least: 200,
                          first: 320,
                          content: <ProblemList problems={problems} rowHeight={rowHeight * 1.6} onItem={onItem} />,
                        },
                      ]
                    : []),
                ]}
                widths={splitters}
                onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
              />
            </div>
          )}
        </div>
      )}
      <ConfirmDialog
        isOpen={isAsking && plan !== undefined}
        title={filingText.commitTitle(year ?? 0)}
        verb={filingText.commitVerb}
        cancel={filingText.cancel}
        isBusy={isBusy}
        onVerb={() => void commit()}
        onCancel={() => setAsking(false)}
      >
        <p>{filingText.commitLine(plan?.newCount ?? 0)}</p>
        <table className="plain">
          <tbody>
            {freshUnits(plan?.units ?? []).map((unit) => (
              <tr key={unit.name}>
                <td>{unit.name}</td>
                <td className="figures">{filingText.stageCount(unit.count)}</td>
                <td className="archival-code">{unit.ranges}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="dialog-note">{filingText.commitFixed}</p>
      </ConfirmDialog>
    </Page>
  );
}
