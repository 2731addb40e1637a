import { CloseOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Select } from "antd";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import { type CellFilter, mayFilter, type RowFilter } from "#contract/ledger-order";
import { ledgerPeriod } from "#contract/ledger";
import { ledgerText } from "#text/ledger";
import { FilterValue, type FilterDraft, filterOf } from "./filter-value.tsx";

type Props = {
  readonly columns: readonly LedgerColumn[];
  readonly filter: RowFilter;
  readonly onFilter: (filter: RowFilter) => void;
  readonly onClose: () => void;
};

const threeWays = (any: string, yes: string, no: string): { value: "" | "yes" | "no"; label: string }[] => [
  { value: "", label: any },
  { value: "yes", label: yes },
  { value: "no", label: no },
];
const wayOf = (flag: boolean | null): "" | "yes" | "no" => (flag === null ? "" : flag ? "yes" : "no");
const flagOf = (way: "" | "yes" | "no"): boolean | null => (way === "" ? null : way === "yes");

/** Conditions as chips; another is added at the end. Columns that name a person are not among them (personal-data P4, P5). */
export function FilterBar({ columns, filter, onFilter, onClose }: Props): ReactNode {
  const open = columns.filter(mayFilter);
  const [key, setKey] = useState<ColumnKey>();
  const [draft, setDraft] = useState<FilterDraft>({ how: "value", values: [], from: "", to: "" });
  const [period, setPeriod] = useState(filter.period ?? "");
  const column = open.find((each) => each.key === key);
  const headingOf = (cell: CellFilter): string =>
    columns.find((each) => each.key === cell.column)?.heading ?? cell.column;
  const change = (part: Partial<RowFilter>): void => onFilter({ ...filter, ...part });
  const add = (): void => {
    const cell = column && filterOf(column, draft);
    if (!cell) return;
    change({ cells: [...filter.cells, cell] });
    setDraft({ how: "value", values: [], from: "", to: "" });
    setKey(undefined);
  };
  const isWhole = period === "" || ledgerPeriod.safeParse(period).success;
  const onKeyDown = (event: KeyboardEvent): void => {
    // A list that is open takes Esc for itself.
    if (event.key !== "Escape" || (event.target as HTMLElement).getAttribute("aria-expanded") === "true") return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div className="sheet-bar stack" role="group" aria-label={ledgerText.filter} onKeyDown={onKeyDown}>
      <div className="row wrap">
        <Select
          size="small"
          autoFocus
          className="sheet-filter-column"
          aria-label={ledgerText.filterColumn}
          placeholder={ledgerText.filterColumn}
          value={key ?? null}
          options={open.map((each) => ({ value: each.key, label: each.heading }))}
          onChange={(next: ColumnKey) => {
            setKey(next);
            setDraft({ how: "value", values: [], from: "", to: "" });
          }}
        />
        {column && <FilterValue column={column} draft={draft} onDraft={setDraft} onEnter={add} />}
        <Button size="small" disabled={!column || !filterOf(column, draft)} onClick={add}>
          {ledgerText.filterAdd}
        </Button>
        <Input
          size="small"
          className="sheet-period"
          aria-label={ledgerText.period}
          placeholder={ledgerText.periodHint}
          status={isWhole ? "" : "warning"}
          value={period}
          onChange={(event) => {
            const next = event.target.value.trim();
            setPeriod(next);
            if (next === "" || ledgerPeriod.safeParse(next).success) change({ period: next === "" ? null : next });
          }}
        />
        <Select
          size="small"
          aria-label={ledgerText.late}
          value={wayOf(filter.isLate)}
          options={threeWays(ledgerText.lateAny, ledgerText.lateOnly, ledgerText.lateNot)}
          onChange={(way) => change({ isLate: flagOf(way) })}
        />
        <Select
          size="small"
          aria-label={ledgerText.attachment}
          value={wayOf(filter.hasAttachment)}
          options={threeWays(ledgerText.attachmentAny, ledgerText.attachmentWith, ledgerText.attachmentWithout)}
          onChange={(way) => change({ hasAttachment: flagOf(way) })}
        />
        <Checkbox checked={filter.isRemoved} onChange={(event) => change({ isRemoved: event.target.checked })}>
          {ledgerText.removedRows}
        </Checkbox>
        <span className="grow" />
        <Button size="small" type="text" icon={<CloseOutlined />} aria-label={ledgerText.close} onClick={onClose} />
      </div>
      {filter.cells.length > 0 && (
        <div className="row wrap">
          {filter.cells.map((cell, at) => (
            <Button
              key={at}
              size="small"
              title={ledgerText.filterDrop}
              onClick={() => change({ cells: filter.cells.filter((_, place) => place !== at) })}
            >
              {ledgerText.sayFilter(headingOf(cell), cell)} <CloseOutlined />
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
