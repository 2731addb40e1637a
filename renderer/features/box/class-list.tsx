import type { ReactNode } from "react";
import type { Box } from "#contract/box";
import type { FilingUnit, FilingUnitId } from "#contract/filing-unit";
import { retentionLabel } from "#contract/retention";
import { boxText } from "#text/box";

type Props = {
  readonly classes: readonly FilingUnit[];
  readonly boxes: readonly Box[];
  readonly current: FilingUnitId | undefined;
  readonly onChoose: (id: FilingUnitId | undefined) => void;
};

/** The classes of the year with what they hold. */
export function ClassList({ classes, boxes, current, onChoose }: Props): ReactNode {
  const line = (id: FilingUnitId | undefined, name: string, items: number, count: number): ReactNode => (
    <li key={id ?? "all"}>
      <button
        type="button"
        className={`scope-line box-class ${id ? "depth-1" : ""}`}
        aria-current={current === id ? "true" : undefined}
        onClick={() => onChoose(id)}
      >
        <span className="grow cut">{name}</span>
        <span className="quiet small">{boxText.classCount(items, count)}</span>
      </button>
    </li>
  );
  const sum = classes.reduce((all, unit) => all + unit.itemCount, 0);
  return (
    <nav className="scope-list" aria-label={boxText.labels.classes}>
      <h2>{boxText.classes}</h2>
      <ul>
        {line(undefined, boxText.wholeYear, sum, boxes.length)}
        {classes.map((unit) =>
          line(
            unit.id,
            boxText.className(retentionLabel(unit.retention), unit.matter?.name ?? ""),
            unit.itemCount,
            boxes.filter((box) => box.unitId === unit.id).length,
          ),
        )}
      </ul>
    </nav>
  );
}
