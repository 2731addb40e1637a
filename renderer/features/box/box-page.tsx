// 装盒 — classes left, the boxes as they stand in the middle with what lies in the chosen one, its 备考表 right.
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { BoxEntry } from "#contract/box";
import type { BoxId } from "#contract/place-of-item";
import type { ItemId } from "#contract/item";
import type { VolumeId } from "#contract/place-of-item";
import { desk, rememberDesk } from "#bridge/desk";
import type { PageProps } from "#bridge/place";
import { chooseFonds } from "#bridge/use-scope";
import { useRead } from "#bridge/use-read";
import { bridgeText } from "#text/bridge";
import { boxText } from "#text/box";
import { Empty } from "#ui/empty";
import { HeadChoice } from "#ui/head-choice";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { Split } from "#ui/split";
import { BoxMiddle } from "./box-middle.tsx";
import { BoxDetail } from "./box-detail.tsx";
import { ClassList } from "./class-list.tsx";
import { RulesDialog } from "./rules-dialog.tsx";
import { SignDialog } from "./sign-dialog.tsx";
import { useBoxScope } from "./use-box-scope.ts";

export function BoxPage({ place, go }: PageProps): ReactNode {
  const { splitters } = desk.use();
  const scope = useBoxScope(place.year, place.category);
  const { fonds, category, year, unitId } = scope;
  const [boxId, setBoxId] = useState<BoxId | undefined>(place.boxId);
  const [dialog, setDialog] = useState<"rules" | "sign">();
  const asked =
    fonds && category !== undefined && year !== undefined ? { fondsId: fonds.id, category, year } : undefined;
  const list = useRead("box.list", asked ?? null);
  const rules = useRead("box.rules", {}).value;
  const categories = useRead("category.list", {}).value ?? [];
  const boxes = (list.value?.boxes ?? []).filter((box) => unitId === undefined || box.unitId === unitId);
  const current = boxes.find((box) => box.id === boxId) ?? boxes[0];
  const read = useRead("box.read", current ? { id: current.id } : null);
  const isClosed = list.value?.isClosed ?? false;
  const open = (entry: Pick<BoxEntry, "kind" | "id">): void =>
    entry.kind === "item"
      ? go({ page: "item", itemId: entry.id as ItemId })
      : go({ page: "item", volumeId: entry.id as VolumeId });

  if (scope.isEmpty) {
    return (
      <Page title={boxText.title}>
        <Empty
          title={boxText.emptyTitle}
          next={boxText.emptyNext}
          action={<Button onClick={() => go({ page: "filing" })}>{boxText.toFiling}</Button>}
        />
      </Page>
    );
  }
  const head = (
    <>
      {fonds && scope.all.length > 1 && (
        <HeadChoice
          label={boxText.fonds}
          value={fonds.id}
          options={scope.all.map((each) => ({ value: each.id, label: each.name }))}
          onChange={chooseFonds}
        />
      )}
      {category !== undefined && scope.categories.length > 1 && (
        <HeadChoice
          label={boxText.category}
          value={category}
          options={scope.categories.map((code) => ({
            value: code,
            label: categories.find((each) => each.code === code)?.name ?? code,
          }))}
          onChange={scope.setCategory}
        />
      )}
      {year !== undefined && (
        <HeadChoice
          label={boxText.year}
          value={year}
          options={scope.years.map((each) => ({ value: each, label: boxText.yearName(each) }))}
          onChange={scope.setYear}
        />
      )}
      {isClosed && <span className="mark mark-look">{boxText.closed}</span>}
    </>
  );
  const middle = asked && list.value && (
    <BoxMiddle
      key={`${asked.fondsId} ${asked.category} ${asked.year} ${unitId ?? ""}`}
      scope={{ ...asked, ...(unitId && { unitIds: [unitId] }) }}
      boxes={boxes}
      findings={list.value.findings.filter((finding) => unitId === undefined || finding.unitId === unitId)}
      current={current}
      entries={read.value?.entries ?? []}
      isClosed={isClosed}
      withHeadings={unitId === undefined}
      onBox={setBoxId}
      onOpen={open}
      onRules={() => setDialog("rules")}
    />
  );
  return (
    <Page
      title={boxText.title}
      className="fixed"
      beside={head}
      primary={boxes.length > 0 && <Button onClick={() => setDialog("sign")}>{boxText.sign}</Button>}
      shortcuts={[
        ["← →", boxText.keys.choose],
        ["↑ ↓", boxText.keys.entry],
        ["Alt+← Alt+→", boxText.keys.move],
        ["Enter", boxText.keys.open],
      ]}
    >
      {scope.problem && <Problem {...scope.problem} again={{ words: bridgeText.again, run: scope.lookAgain }} />}
      {list.problem && <Problem {...list.problem} again={{ words: bridgeText.again, run: list.lookAgain }} />}
      <Split
        panes={[
          {
            key: "box-classes",
            least: 160,
            first: 220,
            content: (
              <ClassList
                classes={scope.classes}
                boxes={list.value?.boxes ?? []}
                current={unitId}
                onChoose={scope.setUnitId}
              />
            ),
          },
          { key: "box-middle", least: 400, content: middle },
          ...(current && read.value
            ? [
                {
                  key: "box-detail",
                  least: 240,
                  first: 300,
                  content: (
                    <BoxDetail
                      box={read.value.box}
                      proposedNote={read.value.proposedNote}
                      sizes={rules?.sizes ?? []}
                      isClosed={isClosed}
                    />
                  ),
                },
              ]
            : []),
        ]}
        widths={splitters}
        onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
      />
      {rules && (
        <RulesDialog
          key={JSON.stringify(rules)}
          rules={rules}
          isOpen={dialog === "rules"}
          onClose={() => setDialog(undefined)}
        />
      )}
      {asked && (
        <SignDialog
          scope={{ ...asked, ...(unitId && { unitIds: [unitId] }) }}
          isOpen={dialog === "sign"}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Page>
  );
}
