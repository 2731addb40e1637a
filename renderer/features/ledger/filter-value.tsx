import { Input, Select } from "antd";
import type { ReactNode } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import { parseClerkDate } from "#contract/archival-date";
import type { CellFilter } from "#contract/ledger-order";
import { ledgerText } from "#text/ledger";

/** A condition as it is being put together. */
export type FilterDraft = {
  readonly how: "value" | "empty" | "filled";
  readonly values: readonly string[];
  readonly from: string;
  readonly to: string;
};
type Props = {
  readonly column: LedgerColumn;
  readonly draft: FilterDraft;
  readonly onDraft: (draft: FilterDraft) => void;
  readonly onEnter: () => void;
};

const isChosen = ({ kind }: LedgerColumn): boolean => kind === "choice" || kind === "tags" || kind === "yesNo";
const isBetween = ({ kind }: LedgerColumn): boolean =>
  kind === "date" || kind === "number" || kind === "money" || kind === "formula";

/** Both ends of a range as the engine takes them; undefined for one that cannot be read. */
function endOf(column: LedgerColumn, typed: string): string | undefined {
  const text = typed.normalize("NFKC").trim();
  if (column.kind === "date") return parseClerkDate(text) ?? undefined;
  return text === "" || /^-?\d+(?:\.\d+)?$/.test(text) ? text : undefined;
}

/** The condition a draft stands for; undefined while it says nothing yet. */
export function filterOf(column: LedgerColumn, draft: FilterDraft): CellFilter | undefined {
  const { key } = column;
  if (draft.how !== "value") return { how: draft.how, column: key };
  if (isChosen(column))
    return draft.values.length > 0 ? { how: "one-of", column: key, values: draft.values } : undefined;
  if (isBetween(column)) {
    const [from, to] = [endOf(column, draft.from), endOf(column, draft.to)];
    return from === undefined || to === undefined || from + to === ""
      ? undefined
      : { how: "between", column: key, from, to };
  }
  const words = draft.from.trim();
  return words === "" ? undefined : { how: "contains", column: key, words };
}

/** How a column is filtered: by its choices, between two ends, or by words it holds. */
export function FilterValue({ column, draft, onDraft, onEnter }: Props): ReactNode {
  const text = (label: string, end: "from" | "to"): ReactNode => (
    <Input
      size="small"
      className="sheet-filter-end"
      aria-label={label}
      placeholder={label}
      maxLength={200}
      value={draft[end]}
      onChange={(event) => onDraft({ ...draft, [end]: event.target.value })}
      onPressEnter={onEnter}
    />
  );
  const choices = column.kind === "yesNo" ? ["是", "否"] : column.rules.choices;
  return (
    <>
      <Select
        size="small"
        aria-label={ledgerText.filterHow}
        value={draft.how}
        options={[
          {
            value: "value" as const,
            label: isBetween(column)
              ? ledgerText.filterBetween
              : isChosen(column)
                ? ledgerText.filterOneOf
                : ledgerText.filterHas,
          },
          { value: "empty" as const, label: ledgerText.filterEmpty },
          { value: "filled" as const, label: ledgerText.filterFilled },
        ]}
        onChange={(how: FilterDraft["how"]) => onDraft({ ...draft, how })}
      />
      {draft.how === "value" &&
        (isChosen(column) ? (
          <Select
            size="small"
            mode={column.rules.isOpenChoice ? "tags" : "multiple"}
            className="sheet-filter-values"
            aria-label={ledgerText.filterValues}
            placeholder={ledgerText.filterValues}
            value={[...draft.values]}
            options={choices.map((value) => ({ value, label: value }))}
            onChange={(values: string[]) => onDraft({ ...draft, values })}
          />
        ) : isBetween(column) ? (
          <>
            {text(ledgerText.filterFrom, "from")}
            {text(ledgerText.filterTo, "to")}
          </>
        ) : (
          text(ledgerText.filterWords, "from")
        ))}
    </>
  );
}
