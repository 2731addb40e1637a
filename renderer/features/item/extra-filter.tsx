import { Button, Popover, Select } from "antd";
import type { ReactNode } from "react";
import { accessClass, accessClassLabel } from "#contract/access";
import { carrier, carrierLabel, holding, holdingLabel } from "#contract/place-of-item";
import { itemText } from "#text/item";
import type { Extra } from "./item-filter.ts";

type Props = { readonly extra: Extra | undefined; readonly onExtra: (extra: Extra | undefined) => void };

const yesNo = [
  { value: "yes", label: itemText.yes },
  { value: "no", label: itemText.no },
];

/** What is asked more rarely: carrier, access, holding, box, images. */
export function ExtraFilter({ extra = {}, onExtra }: Props): ReactNode {
  const set = <K extends keyof Extra>(name: K, value: Extra[K] | undefined): void => {
    const { [name]: _, ...rest } = extra;
    const next = value === undefined ? rest : { ...rest, [name]: value };
    onExtra(Object.keys(next).length === 0 ? undefined : next);
  };
  const flag = (name: "isBoxed" | "hasImages", label: string): ReactNode => (
    <label className="extra-line">
      <span>{label}</span>
      <Select
        allowClear
        placeholder={itemText.any}
        value={extra[name] === undefined ? null : extra[name] ? "yes" : "no"}
        options={yesNo}
        onChange={(value?: string | null) => set(name, value ? value === "yes" : undefined)}
      />
    </label>
  );
  const choice = <K extends "carrier" | "access" | "holding">(
    name: K,
    label: string,
    options: readonly { value: NonNullable<Extra[K]>; label: string }[],
  ): ReactNode => (
    <label className="extra-line">
      <span>{label}</span>
      <Select
        allowClear
        placeholder={itemText.any}
        value={(extra[name] ?? null) as NonNullable<Extra[K]> | null}
        options={[...options]}
        onChange={(value) => set(name, (value ?? undefined) as Extra[K])}
      />
    </label>
  );
  const count = Object.keys(extra).length;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={
        <div className="extra-filter">
          {choice(
            "carrier",
            itemText.fields.carrier,
            carrier.options.map((value) => ({ value, label: carrierLabel[value] })),
          )}
          {choice(
            "access",
            itemText.fields.access,
            accessClass.options.map((value) => ({ value, label: accessClassLabel[value] })),
          )}
          {choice(
            "holding",
            itemText.holding,
            holding.options.map((value) => ({ value, label: holdingLabel[value] })),
          )}
          {flag("isBoxed", itemText.boxed)}
          {flag("hasImages", itemText.hasImages)}
        </div>
      }
    >
      <Button>{count === 0 ? itemText.more : itemText.moreOf(count)}</Button>
    </Popover>
  );
}
