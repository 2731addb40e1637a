import { SearchOutlined } from "@ant-design/icons";
import { Input, Segmented, Select } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { FondsId } from "#contract/fonds";
import { useRead } from "#bridge/use-read";
import { itemText } from "#text/item";
import { ExtraFilter } from "./extra-filter.tsx";
import type { FilterChoice, ItemOrder } from "./item-filter.ts";

type Props = {
  readonly choice: FilterChoice;
  readonly onChoice: (change: Partial<FilterChoice>) => void;
  readonly fondsId: FondsId | undefined;
  readonly total: number | undefined;
};

const states = (["all", "draft", "filed", "excluded"] as const).map((value) => ({
  value,
  label: itemText.states[value],
}));
const orders = Object.entries(itemText.orders).map(([value, label]) => ({ value: value as ItemOrder, label }));
const askAfter = 200;

/** State, year, words and order of the list. */
export function FilterBar({ choice, onChoice, fondsId, total }: Props): ReactNode {
  const years = useRead("filing.years", fondsId === undefined ? null : { fondsId });
  const [words, setWords] = useState(choice.words);
  useEffect(() => setWords(choice.words), [choice.words]);
  useEffect(() => {
    if (words === choice.words) return;
    const due = setTimeout(() => onChoice({ words }), askAfter);
    return () => clearTimeout(due);
  }, [words, choice.words, onChoice]);
  const yearOptions = (years.value ?? []).flatMap(({ year }) =>
    year === null ? [] : [{ value: year, label: `${year}` }],
  );
  return (
    <>
      <Segmented
        aria-label={itemText.stateFilter}
        options={states}
        value={choice.state}
        onChange={(state) => onChoice({ state })}
      />
      <Select
        aria-label={itemText.yearFilter}
        allowClear
        placeholder={itemText.anyYear}
        value={choice.year ?? null}
        options={yearOptions}
        onChange={(year) => onChoice({ year: year ?? undefined, node: undefined })}
        popupMatchSelectWidth={false}
        className="filter-year"
      />
      <Input
        className="filter-words"
        allowClear
        value={words}
        placeholder={itemText.words}
        aria-label={itemText.words}
        onChange={(event) => setWords(event.target.value)}
        prefix={<SearchOutlined aria-hidden />}
        onPressEnter={() => onChoice({ words })}
      />
      <Select
        aria-label={itemText.order}
        value={choice.order}
        options={orders}
        onChange={(order) => onChoice({ order })}
        popupMatchSelectWidth={false}
      />
      <ExtraFilter extra={choice.extra} onExtra={(extra) => onChoice({ extra })} />
      {total !== undefined && <span className="quiet">{itemText.count(total)}</span>}
    </>
  );
}
