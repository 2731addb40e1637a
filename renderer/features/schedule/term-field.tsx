import { InputNumber, Select } from "antd";
import type { ReactNode } from "react";
import { retentionLabel, type Retention } from "#contract/retention";
import { scheduleText } from "#text/schedule";

type Props = {
  readonly id: string;
  readonly value: Retention | null;
  readonly onValue: (term: Retention | null) => void;
};

const usual: readonly Retention[] = ["Y", "D30", "D10", "D5", "D3"];
const other = "other";

/** A term: the usual ones, 未定, or any number of years. */
export function TermField({ id, value, onValue }: Props): ReactNode {
  const isOther = value !== null && !usual.includes(value);
  return (
    <div className="row">
      <Select
        id={id}
        className="schedule-term"
        value={value === null ? "" : isOther ? other : value}
        options={[
          ...usual.map((term) => ({ value: term as string, label: retentionLabel(term) })),
          { value: other, label: scheduleText.termOther },
          { value: "", label: scheduleText.termNone },
        ]}
        onChange={(term) => onValue(term === "" ? null : term === other ? "D15" : (term as Retention))}
      />
      {isOther && (
        <InputNumber
          aria-label={scheduleText.termOther}
          min={1}
          max={99}
          precision={0}
          suffix={scheduleText.years}
          value={Number(value.slice(1))}
          onChange={(years) => onValue(years ? `D${years}` : "D15")}
        />
      )}
    </div>
  );
}
