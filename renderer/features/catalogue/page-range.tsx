import { InputNumber } from "antd";
import type { ReactNode } from "react";
import { catalogueText } from "#text/catalogue";
import { Field } from "#ui/field";

/** Pages from 1, both of them printed. */
export type PageRange = { readonly first: number; readonly last: number };

type Props = { readonly range: PageRange; readonly pageCount: number; readonly onRange: (range: PageRange) => void };

/** 「只印第 3—5 页」: for printing again what was spoiled. */
export function PageRangeField({ range, pageCount, onRange }: Props): ReactNode {
  const number = (label: string, value: number, change: (page: number) => PageRange): ReactNode => (
    <InputNumber
      aria-label={label}
      className="grow"
      min={1}
      max={pageCount}
      precision={0}
      value={value}
      onChange={(page) => page && onRange(change(page))}
    />
  );
  return (
    <Field label={catalogueText.pages}>
      <div className="row">
        {number(catalogueText.from, range.first, (first) => ({ first, last: Math.max(first, range.last) }))}
        <span className="quiet">–</span>
        {number(catalogueText.to, range.last, (last) => ({ first: Math.min(range.first, last), last }))}
      </div>
    </Field>
  );
}
