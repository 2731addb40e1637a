import type { ReactNode } from "react";
import type { ItemId } from "#contract/item";
import { useRead } from "#bridge/use-read";
import { orderText } from "#text/filing";
import { sayDay } from "#text/format";

const fieldName = (name: string): string => orderText.fields[name as keyof typeof orderText.fields] ?? name;

/** 原档号 and 更正 of one record, each with its day and reason; nothing where there were none. */
export function RecordHistory({ itemId }: { readonly itemId: ItemId }): ReactNode {
  const { value: former = [] } = useRead("filing.former-codes", { itemId });
  const { value: corrections = [] } = useRead("filing-year.corrections", { itemId });
  if (former.length + corrections.length === 0) return null;
  return (
    <details className="record-history">
      <summary>{orderText.history}</summary>
      <ul>
        {former.map((each) => (
          <li key={`${each.until} ${each.archivalCode}`}>
            {orderText.formerCode(each.archivalCode, sayDay(each.until), each.reason)}
          </li>
        ))}
        {corrections.map((each) => (
          <li key={each.id}>
            {orderText.correction(sayDay(each.correctedAt), each.correctedBy, each.reason)}{" "}
            <span className="quiet">
              {each.fields
                .map((field) => orderText.correctedField(fieldName(field.name), field.before, field.after))
                .join("；")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
