import { Button } from "antd";
import type { ReactNode } from "react";
import { type Retention, retentionLabel } from "#contract/retention";
import { type ShelfPlace, shelfLabel, type ShelvedBox } from "#contract/shelf-place";
import { custodyText } from "#text/custody";
import { sayItemNumber } from "#text/format";

type Props = {
  readonly box: ShelvedBox;
  readonly place: ShelfPlace;
  readonly onTakeOff: (box: ShelvedBox) => void;
};
const words = custodyText.shelf;

/** What stands at a place, and the way off it. */
export function BoxCard({ box, place, onTakeOff }: Props): ReactNode {
  const numbers = [box.firstNumber, box.lastNumber].flatMap((each) => (each === null ? [] : sayItemNumber(each)));
  return (
    <div className="stack">
      <b>{words.box(box.year, retentionLabel(box.retention as Retention), box.matterName, box.boxNumber)}</b>
      <span className="quiet">
        {shelfLabel(place)} · {numbers.join("–") || words.emptySlot}
      </span>
      <Button size="small" onClick={() => onTakeOff(box)}>
        {words.takeOff}
      </Button>
    </div>
  );
}
