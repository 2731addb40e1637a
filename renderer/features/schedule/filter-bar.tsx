import { Input, Select } from "antd";
import type { ReactNode } from "react";
import { scheduleStatusLabel } from "#contract/schedule-words";
import { type ScheduleStatus, scheduleStatus } from "#contract/schedule";
import { useRead } from "#bridge/use-read";
import { scheduleText } from "#text/schedule";

export type Choice = { readonly category?: string; readonly status?: ScheduleStatus; readonly words?: string };
type Props = {
  readonly choice: Choice;
  readonly total: number | undefined;
  readonly onChoice: (choice: Choice) => void;
};

/** Which rows are shown. */
export function FilterBar({ choice, total, onChoice }: Props): ReactNode {
  const categories = useRead("category.list", {});
  return (
    <>
      <Select
        aria-label={scheduleText.category}
        className="filter-year"
        value={choice.category ?? ""}
        options={[
          { value: "", label: scheduleText.anyCategory },
          ...(categories.value ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
        ]}
        onChange={(category: string) => {
          const { category: _, ...rest } = choice;
          onChoice(category === "" ? rest : { ...rest, category });
        }}
      />
      <Select
        aria-label={scheduleText.status}
        className="schedule-filter-status"
        value={choice.status ?? ""}
        options={[
          { value: "" as const, label: scheduleText.anyStatus },
          ...scheduleStatus.options.map((value) => ({ value, label: scheduleStatusLabel[value] })),
        ]}
        onChange={(status: ScheduleStatus | "") => {
          const { status: _, ...rest } = choice;
          onChoice(status === "" ? rest : { ...rest, status });
        }}
      />
      <Input
        aria-label={scheduleText.words}
        className="filter-words"
        allowClear
        placeholder={scheduleText.words}
        value={choice.words ?? ""}
        onChange={(event) => onChoice({ ...choice, words: event.target.value })}
      />
      <span className="quiet">{total === undefined ? "" : scheduleText.count(total)}</span>
    </>
  );
}
