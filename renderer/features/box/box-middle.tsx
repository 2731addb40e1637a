import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Box, BoxEntry, BoxFinding } from "#contract/box";
import type { FilingUnitId } from "#contract/filing-unit";
import type { FondsId } from "#contract/fonds";
import type { BoxId } from "#contract/place-of-item";
import { desk } from "#bridge/desk";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { boxText } from "#text/box";
import { Empty } from "#ui/empty";
import { Problem } from "#ui/problem";
import { usePixels } from "#ui/use-pixels";
import { EntryList } from "./entry-list.tsx";
import { FindingList } from "./finding-list.tsx";
import { PlanBar } from "./plan-bar.tsx";
import { PlanTable } from "./plan-table.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { SpineShelf } from "./spine-shelf.tsx";
import { plannedSpines, spinesOf } from "./spines.ts";
import { useBoxMoves } from "./use-box-moves.ts";

type Scope = { fondsId: FondsId; category: string; year: number; unitIds?: FilingUnitId[] };
type Props = {
  readonly scope: Scope;
  readonly boxes: readonly Box[];
  readonly findings: readonly BoxFinding[];
  readonly current: Box | undefined;
  readonly entries: readonly BoxEntry[];
  readonly isClosed: boolean;
  readonly withHeadings: boolean;
  readonly onBox: (id: BoxId) => void;
  readonly onOpen: (entry: Pick<BoxEntry, "kind" | "id">) => void;
  readonly onRules: () => void;
};

/** The boxes as they stand, or as a preview would have them; below, what lies in the chosen one. */
export function BoxMiddle(props: Props): ReactNode {
  const { scope, boxes, findings, current, entries, isClosed, withHeadings, onBox, onOpen, onRules } = props;
  const { textScale } = desk.use();
  const rowHeight = usePixels("--row", textScale);
  const [mode, setMode] = useState<"rest" | "all">();
  const plan = useRead("box.plan", mode ? { ...scope, mode } : null);
  const [write, isBusy] = useWrite();
  const moves = useBoxMoves(isClosed);
  const at = boxes.findIndex((box) => box.id === current?.id);
  const neighbour = (step: number): Box | undefined => {
    const next = boxes[at + step];
    return next && next.unitId === current?.unitId ? next : undefined;
  };
  const looseCount = findings.filter((finding) => finding.code === "not-boxed").length;
  const [isLoose, setLoose] = useState(false);
  const unitId = current?.unitId ?? scope.unitIds?.[0] ?? null;
  const unboxed = useRead("box.loose", unitId ? { unitId } : null).value ?? [];
  const [addBox, isAdding] = useWrite();
  const add = async (): Promise<void> => {
    if (!unitId) return;
    const done = await addBox(
      "box.add",
      { unitId, spineMm: current?.spineMm ?? 30 },
      { said: (box) => boxText.added(box.boxNumber), hasUndo: true },
    );
    if (done) onBox(done.id);
  };
  const commit = async (): Promise<void> => {
    if (!plan.value || !mode) return;
    // Exactly the classes that were shown: one hidden from the person at the desk is not packed unseen.
    const unitIds = plan.value.units.map((unit) => unit.unitId);
    const done = await write(
      "box.commit",
      { ...scope, unitIds, mode, planDigest: plan.value.planDigest },
      { said: ({ boxCount, entryCount }) => boxText.committed(boxCount, entryCount), hasUndo: true },
    );
    if (done) setMode(undefined);
  };
  return (
    <div className="box-middle">
      <div className="box-tools row">
        <span className={`grow ${looseCount > 0 ? "tone-look" : "tone-proved"}`}>
          {looseCount > 0 ? boxText.loose(looseCount) : boxText.allBoxed}
        </span>
        {unboxed.length > 0 && !mode && current && (
          <Button size="small" type="link" onClick={() => setLoose(!isLoose)}>
            {isLoose ? boxText.showBox : boxText.showLoose(unboxed.length)}
          </Button>
        )}
        {unitId && !mode && (
          <Button size="small" disabled={isAdding} onClick={() => void add()}>
            {boxText.add}
          </Button>
        )}
        <Button size="small" type="link" onClick={onRules}>
          {boxText.rules}
        </Button>
        {boxes.length > 0 && !isClosed && (
          <Button size="small" disabled={mode !== undefined} onClick={() => setMode("all")}>
            {boxText.planAll}
          </Button>
        )}
        <Button
          size="small"
          type={looseCount > 0 ? "primary" : "default"}
          disabled={mode !== undefined || looseCount === 0}
          onClick={() => setMode("rest")}
        >
          {boxText.plan}
        </Button>
      </div>
      {plan.problem && <Problem {...plan.problem} />}
      {mode && plan.value && (
        <PlanBar plan={plan.value} isBusy={isBusy} onCommit={() => void commit()} onLeave={() => setMode(undefined)} />
      )}
      {mode && plan.value ? (
        <SpineShelf spines={plannedSpines(plan.value, withHeadings)} active={-1} onActive={() => undefined} />
      ) : boxes.length > 0 ? (
        <SpineShelf
          spines={spinesOf(boxes, findings, withHeadings)}
          active={at}
          onActive={(index) => boxes[index] && onBox(boxes[index].id)}
          onDropEntries={(index) => boxes[index] && moves.drop(boxes[index])}
        />
      ) : (
        <Empty title={boxText.noBoxTitle} next={boxText.noBoxNext} />
      )}
      <FindingList
        findings={mode && plan.value ? plan.value.findings : findings.filter((each) => each.code !== "not-boxed")}
        onBox={onBox}
        onEntry={(id) => onOpen({ kind: "item", id })}
      />
      {mode && plan.value && <PlanTable plan={plan.value} />}
      {current && !mode && isLoose && unboxed.length > 0 && (
        <EntryList
          title={boxText.looseTitle}
          entries={unboxed}
          rowHeight={rowHeight}
          hasPrevious={false}
          hasNext
          nextWords={boxText.intoBox(current.boxNumber)}
          canTakeOut={false}
          onMove={(ids) => moves.move(ids, current)}
          onDrag={moves.drag}
          onOpen={onOpen}
        />
      )}
      {current && !mode && !(isLoose && unboxed.length > 0) && (
        <EntryList
          title={boxText.boxName(current.boxNumber)}
          entries={entries}
          rowHeight={rowHeight}
          hasPrevious={neighbour(-1) !== undefined}
          hasNext={neighbour(1) !== undefined}
          canTakeOut
          onMove={(ids, to) =>
            moves.move(ids, to === "out" ? null : (neighbour(to === "previous" ? -1 : 1) ?? current))
          }
          onDrag={moves.drag}
          onOpen={onOpen}
        />
      )}
      <ReasonDialog isOpen={moves.isAsking} onReason={moves.giveReason} onClose={moves.forget} />
    </div>
  );
}
