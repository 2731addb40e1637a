import { AutoComplete, Button, Input, Select } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import type { LedgerRow } from "#contract/ledger-row";
import { ledgerText } from "#text/ledger";
import { Field } from "#ui/field";
import { takenOffer, useCellOffers } from "./cell-offers.ts";
import { isMasked, isReckoned, isSensitive, keptValue, mask, shownValue } from "./cell-words.ts";
import { soundingLike } from "./sound-initials.ts";
import type { TypedCell } from "./typed-cells.ts";
import { typedNote } from "./typed-note.ts";

type Props = {
  readonly row: LedgerRow | undefined;
  readonly column: LedgerColumn;
  readonly typed: TypedCell | undefined;
  /** Whether the row may be changed. */
  readonly isOpen: boolean;
  readonly onWrite: (text: string, link: string | undefined) => void;
  readonly onLook: () => void;
};

/** One field of a row in the form beside the sheet; written when it is left. */
export function FormField({ row, column, typed, isOpen, onWrite, onLook }: Props): ReactNode {
  const kept = isSensitive(column) ? "" : keptValue(row, column.key);
  const [text, setText] = useState<string>();
  const [link, setLink] = useState<string>();
  // What came from elsewhere replaces what nobody is typing.
  useEffect(() => setText(undefined), [row?.seq, column.key]);
  const value = text ?? typed?.text ?? kept;
  const offers = useCellOffers(text === undefined ? undefined : column, value);
  const id = `form-${column.key}`;
  const leave = (): void => {
    if (text === undefined) return;
    setText(undefined);
    setLink(undefined);
    if (text !== (typed?.text ?? kept) || link !== undefined) onWrite(text, link);
  };
  const masked = isMasked(row, column.key);
  const note = typed?.problem || typedNote(column, text ?? kept, masked);
  const label = column.isRequired ? `${column.heading} *` : column.heading;
  const field = (control: ReactNode): ReactNode => (
    <Field label={label} forId={id} note={note} tone={typed?.problem ? "destroy" : "quiet"}>
      {control}
    </Field>
  );
  const common = {
    id,
    "data-field": column.key,
    value,
    disabled: !isOpen,
    status: typed?.problem ? "error" : "",
  } as const;
  const { kind, rules } = column;

  if (isReckoned(column)) return field(<span id={id}>{shownValue(row, column) || ledgerText.blank}</span>);
  if (masked && text === undefined && !typed)
    return field(
      <div className="row" id={id}>
        <span className="figures">{mask}</span>
        <Button size="small" onClick={onLook}>
          {ledgerText.look}
        </Button>
        <Button size="small" type="text" disabled={!isOpen} onClick={() => setText("")}>
          {ledgerText.replace}
        </Button>
      </div>,
    );
  if (kind === "yesNo" || (kind === "choice" && !rules.isOpenChoice))
    return field(
      <Select
        {...common}
        className="full"
        allowClear
        showSearch={{ filterOption: (words, option) => soundingLike([String(option?.value)], words).length > 0 }}
        value={value || null}
        options={(kind === "yesNo" ? ["是", "否"] : rules.choices).map((each) => ({ value: each, label: each }))}
        onChange={(next: string | undefined) => onWrite(next ?? "", undefined)}
      />,
    );
  if (kind === "tags")
    return field(
      <Select
        {...common}
        className="full"
        mode={rules.isOpenChoice ? "tags" : "multiple"}
        showSearch={{ filterOption: (words, option) => soundingLike([String(option?.value)], words).length > 0 }}
        tokenSeparators={["、", "，", ","]}
        value={value === "" ? [] : value.split("、")}
        options={rules.choices.map((each) => ({ value: each, label: each }))}
        onChange={(next: string[]) => onWrite(next.join("、"), undefined)}
      />,
    );
  if (kind === "person" || kind === "household" || kind === "item" || kind === "choice")
    return field(
      <AutoComplete
        {...common}
        className="full"
        maxLength={4000}
        defaultActiveFirstOption={false}
        options={offers.map((offer) => ({
          value: offer.key,
          label: (
            <>
              {offer.value} <span className="quiet small">{offer.note}</span>
            </>
          ),
        }))}
        onChange={(next: string | undefined) => {
          if (offers.some(({ key }) => key === next)) return;
          setText(next ?? "");
          setLink(undefined);
        }}
        onSelect={(key: string | undefined) => {
          const offer = offers.find((each) => each.key === key);
          if (!offer) return;
          setText(undefined);
          onWrite(takenOffer(column, value, offer), offer.link);
        }}
        onBlur={leave}
      />,
    );
  const shared = { ...common, maxLength: 4000, onBlur: leave };
  return field(
    kind === "longText" ? (
      <Input.TextArea
        {...shared}
        autoSize={{ minRows: 2, maxRows: 10 }}
        onChange={(event) => setText(event.target.value)}
      />
    ) : (
      <Input {...shared} autoComplete="off" onChange={(event) => setText(event.target.value)} onPressEnter={leave} />
    ),
  );
}
