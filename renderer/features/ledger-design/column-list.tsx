import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined, LockOutlined, UserOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import { ledgerDesignText } from "#text/ledger-design";
import { moveInOrder, newColumn } from "./column-order.ts";

const words = ledgerDesignText.columns;

type Props = {
  readonly columns: readonly LedgerColumn[];
  /** Columns taken away earlier, with their values still in the rows. */
  readonly removed: readonly LedgerColumn[];
  readonly active: number;
  readonly onActive: (at: number) => void;
  readonly onColumns: (columns: readonly LedgerColumn[]) => void;
};

/** The columns from left to right: moved by Alt+↑↓ or by hand, added, taken away, brought back. */
export function ColumnList({ columns, removed, active, onActive, onColumns }: Props): ReactNode {
  const [dragged, setDragged] = useState<number>();
  const move = (from: number, to: number): void => {
    const next = moveInOrder(columns, from, to);
    if (next === columns) return;
    onColumns(next);
    onActive(to);
  };
  const add = (column: LedgerColumn): void => {
    onColumns([...columns, column]);
    onActive(columns.length);
  };
  const remove = (): void => {
    // A ledger has at least one column.
    if (columns.length < 2) return;
    onColumns(columns.filter((_, at) => at !== active));
    onActive(Math.max(0, active - 1));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey && event.key === "ArrowUp") move(active, active - 1);
    else if (event.altKey && event.key === "ArrowDown") move(active, active + 1);
    else if (event.key === "ArrowUp") onActive(Math.max(0, active - 1));
    else if (event.key === "ArrowDown") onActive(Math.min(columns.length - 1, active + 1));
    else if (event.key === "Delete") remove();
    else return;
    event.preventDefault();
  };
  const isBack = new Set(columns.map(({ key }) => key));
  const lost = removed.filter(({ key }) => !isBack.has(key));
  return (
    <div className="design-columns">
      <ol
        role="listbox"
        tabIndex={0}
        aria-label={words.list}
        aria-activedescendant={`design-column-${active}`}
        onKeyDown={onKeyDown}
      >
        {columns.map((column, at) => (
          <li
            key={column.key}
            id={`design-column-${at}`}
            role="option"
            aria-selected={at === active}
            draggable
            className={dragged === at ? "is-dragged" : ""}
            onClick={() => onActive(at)}
            onDragStart={() => setDragged(at)}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={(event) => dragged !== undefined && event.preventDefault()}
            onDrop={() => {
              if (dragged !== undefined) move(dragged, at);
              setDragged(undefined);
            }}
          >
            <HolderOutlined className="quiet" />
            <span className="grow cut">
              {column.heading}
              {column.isRequired && <span className="tone-look"> *</span>}
            </span>
            {column.personal === "sensitive" && <LockOutlined className="tone-look" />}
            {column.personal === "personal" && <UserOutlined className="quiet" />}
            <span className="small quiet">{words.kinds[column.kind]}</span>
          </li>
        ))}
      </ol>
      <div className="row wrap">
        <Button size="small" onClick={() => add(newColumn(words.newHeading(columns.length + 1)))}>
          {words.add}
        </Button>
        <Button
          size="small"
          aria-label={words.up}
          icon={<ArrowUpOutlined />}
          disabled={active === 0}
          onClick={() => move(active, active - 1)}
        />
        <Button
          size="small"
          aria-label={words.down}
          icon={<ArrowDownOutlined />}
          disabled={active >= columns.length - 1}
          onClick={() => move(active, active + 1)}
        />
        <Button size="small" title={words.keepsValues} disabled={columns.length < 2} onClick={remove}>
          {words.remove}
        </Button>
        {lost.length > 0 && (
          <Select
            size="small"
            aria-label={words.removed}
            placeholder={words.removed}
            value={null}
            popupMatchSelectWidth={false}
            options={lost.map(({ key, heading }) => ({ value: key, label: heading }))}
            onChange={(key) => {
              const column = lost.find((each) => each.key === key);
              if (column) add(column);
            }}
          />
        )}
      </div>
    </div>
  );
}
