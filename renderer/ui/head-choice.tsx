import { Select } from "antd";
import type { ReactNode } from "react";

type Choice<V extends string | number> = {
  readonly label: string;
  readonly value: V | undefined;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
};

/** A labelled choice in a page head. */
export function HeadChoice<V extends string | number>({ label, value, options, onChange }: Choice<V>): ReactNode {
  return (
    <label className="head-choice">
      <span className="quiet">{label}</span>
      <Select<V | null>
        aria-label={label}
        value={value ?? null}
        options={[...options]}
        popupMatchSelectWidth={false}
        onChange={(next) => next !== null && onChange(next)}
      />
    </label>
  );
}
