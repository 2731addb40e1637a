// 年度归档 — one class of one year in seven stages; each is one table, nothing blocks but the close.
import { Button } from "antd";
import { type ReactNode, useCallback, useState } from "react";
import type { ConsistencyFinding, FilingStage } from "#contract/consistency";
import type { Item, ItemId } from "#contract/item";
import { desk } from "#bridge/desk";
import type { PageProps } from "#bridge/place";
import { useRead } from "#bridge/use-read";
import { chooseFonds, chooseYear, useFondsScope } from "#bridge/use-scope";
import { bridgeText } from "#text/bridge";
import { filingText, findingText, orderText, stageText } from "#text/filing";
import { Empty } from "#ui/empty";
import { HeadChoice } from "#ui/head-choice";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { usePixels } from "#ui/use-pixels";
import { Waiting } from "#ui/waiting";
import { CloseStage } from "./close-stage.tsx";
import { CollectStage } from "./collect-stage.tsx";
import { CloseButton, CommitButton } from "./final-buttons.tsx";
import { FindingList } from "./finding-list.tsx";
import { OrderStage } from "./order-stage.tsx";
import { PrintStage } from "./print-stage.tsx";
import { StageLine } from "./stage-line.tsx";
import { useClassYears } from "./use-class-years.ts";
import { useSentItem } from "./use-sent-item.ts";

export function FilingPage({ place, go }: PageProps): ReactNode {
  const { textScale } = desk.use();
  const rowHeight = usePixels("--row", textScale);
  const { fonds, all, hasAnswer } = useFondsScope();
  const [category, setCategory] = useState("WS");
  const [stage, setStage] = useState<FilingStage>("order");
  const [result, setResult] = useState("");
  const categories = useRead("category.list", {});
  const openClass = useCallback((item: Item) => {
    setCategory(item.category);
    setStage("order");
  }, []);
  useSentItem(place.itemId, openClass);
  const years = useClassYears(fonds?.id, category, place.year);
  const { year } = years;
  const scope = fonds && year !== undefined ? { fondsId: fonds.id, category, year } : null;
  const shown = useRead("filing-year.show", scope);
  const plan = useRead("filing.preview", scope);
  const check = useRead("filing-year.check", scope);
  const units = useRead("filing.units", scope && { fondsId: scope.fondsId, year: scope.year });
  const closed = shown.value?.close.closed ?? null;
  const chosen = categories.value?.find((each) => each.code === category);
  const goItem = (itemId: string): void => go({ page: "item", itemId: itemId as ItemId });
  const openFinding = (finding: ConsistencyFinding): void => {
    if (finding.itemId) goItem(finding.itemId);
    else if (finding.volumeId) go({ page: chosen?.unit === "group" ? "photo" : "volume", volumeId: finding.volumeId });
    else if (finding.boxId && year !== undefined) go({ page: "box", year });
    else if (finding.stage === "collect") setStage("collect");
  };

  if (hasAnswer && !fonds) {
    return (
      <Page title={filingText.title}>
        <Empty
          title={filingText.emptyFondsTitle}
          next={filingText.emptyFondsNext}
          action={<Button onClick={() => go({ page: "settings", section: "fonds" })}>{filingText.toSettings}</Button>}
        />
      </Page>
    );
  }
  const findings = (check.value?.findings ?? []).filter((each) => each.stage === stage);
  const problem = shown.problem ?? plan.problem ?? check.problem;
  return (
    <Page
      title={filingText.title}
      className="fixed"
      shortcuts={stage === "order" && !closed ? orderText.shortcuts : []}
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
          <HeadChoice
            label={filingText.category}
            value={category}
            options={(categories.value ?? [])
              .filter((each) => each.isUsed)
              .map((each) => ({ value: each.code, label: each.name }))}
            onChange={(next) => {
              setResult("");
              setCategory(next);
            }}
          />
          {year !== undefined && (
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
            <Button type="link" onClick={() => go({ page: "item", itemState: "draft" })}>
              {filingText.yearDiffers(years.unsettledCount)}
            </Button>
          )}
        </>
      }
      primary={
        scope &&
        (stage === "order" ? (
          <CommitButton scope={scope} plan={plan.value} onDone={setResult} />
        ) : stage === "close" && !closed ? (
          <CloseButton scope={scope} name={chosen?.name ?? ""} check={check.value} />
        ) : null)
      }
    >
      <div className="filing">
        <StageLine year={shown.value} stage={stage} onStage={setStage} />
        {result && stage === "order" && (
          <div className="result-line" role="status">
            <span className="grow">{result}</span>
            <Button onClick={() => go({ page: "catalogue" })}>{filingText.toCatalogue}</Button>
          </div>
        )}
        {problem && <Problem {...problem} again={{ words: bridgeText.again, run: shown.lookAgain }} />}
        {(shown.isSlow || plan.isSlow) && <Waiting label={bridgeText.waiting} />}
        {scope && stage === "collect" && (
          <CollectStage scope={scope} rowHeight={rowHeight} isClosed={closed !== null} />
        )}
        {stage === "order" &&
          plan.value &&
          (plan.value.units.length + plan.value.problems.length === 0 ? (
            <Empty
              title={filingText.emptyTitle}
              next={filingText.emptyNext}
              action={<Button onClick={() => go({ page: "item", itemState: "draft" })}>{filingText.toItems}</Button>}
            />
          ) : (
            <OrderStage
              plan={plan.value}
              sentId={place.itemId}
              rowHeight={rowHeight}
              isClosed={closed !== null}
              onItem={goItem}
            />
          ))}
        {stage === "box" && check.value?.filedCount === 0 && (
          <Empty
            title={findingText.boxesNone}
            next={findingText.boxesNoneNext}
            action={<Button onClick={() => setStage("order")}>{stageText.names.order}</Button>}
          />
        )}
        {(stage === "check" || stage === "terms" || (stage === "box" && check.value?.filedCount !== 0)) &&
          check.value && (
            <FindingList
              key={stage}
              stage={stage}
              findings={findings}
              rowHeight={rowHeight}
              onOpen={openFinding}
              {...(stage === "box" && {
                action: {
                  words: findingText.toBoxes,
                  run: () => go({ page: "box", ...(year !== undefined && { year }) }),
                },
              })}
            />
          )}
        {stage === "print" && units.value && (
          <PrintStage
            units={units.value.filter((unit) => unit.category === category)}
            onForms={() => go({ page: "catalogue" })}
          />
        )}
        {scope && stage === "close" && check.value && (
          <CloseStage scope={scope} check={check.value} closed={closed} onStage={setStage} />
        )}
      </div>
    </Page>
  );
}
