import { Checkbox, Input, InputNumber, Select } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { type BindingMethod, bindingMethodLabel } from "#contract/custody";
import type { DigitisationLine } from "#contract/digitisation-batch";
import { session } from "#bridge/session";
import { useWrite } from "#bridge/use-write";
import { custodyText } from "#text/custody";

type Props = { readonly id: string; readonly line: DigitisationLine; readonly isOpen: boolean };
type Entered = Pick<DigitisationLine, "countedPages" | "isChecked" | "checkedBy" | "bindingMethod" | "explanation">;
const words = custodyText.batch;

/** One item of a batch; each value is saved when it is left. Only the bindings its term allows are offered. */
export function BatchLineRow({ id, line, isOpen }: Props): ReactNode {
  const person = session.use()?.person.name ?? "";
  const [counted, setCounted] = useState(line.countedPages);
  const [explanation, setExplanation] = useState(line.explanation);
  useEffect(() => setCounted(line.countedPages), [line.countedPages]);
  useEffect(() => setExplanation(line.explanation), [line.explanation]);
  const [write] = useWrite();
  const save = (change: Partial<Entered>): void => {
    const { countedPages, isChecked, checkedBy, bindingMethod } = line;
    const now: Entered = { countedPages, isChecked, checkedBy, bindingMethod, explanation: line.explanation };
    void write("digitisation-batch.enter", { id, itemId: line.itemId, ...now, ...change }, { hasUndo: false });
  };
  const differs = line.countedPages !== null && line.countedPages !== line.scannedPages;
  return (
    <tr>
      <td className="archival-code">{line.archivalCode}</td>
      <td>{line.title}</td>
      <td className="figures">
        <InputNumber
          size="small"
          aria-label={`${line.archivalCode} ${words.counted}`}
          min={1}
          max={100_000}
          precision={0}
          disabled={!isOpen}
          value={counted}
          onChange={setCounted}
          onBlur={() => counted !== line.countedPages && save({ countedPages: counted })}
          onPressEnter={(event) => {
            // Leaving the field saves it; the next one to count is below.
            const next = event.currentTarget.closest("tr")?.nextElementSibling?.querySelector("input");
            if (next instanceof HTMLElement) next.focus();
            else event.currentTarget.blur();
          }}
        />
      </td>
      <td className="figures">
        {differs && <span className="mark mark-look">{words.differs}</span>} {line.scannedPages}
      </td>
      <td>
        <Checkbox
          aria-label={`${line.archivalCode} ${words.checked}`}
          disabled={!isOpen}
          checked={line.isChecked}
          onChange={({ target }) => save({ isChecked: target.checked, checkedBy: target.checked ? person : "" })}
        >
          {line.checkedBy}
        </Checkbox>
      </td>
      <td>
        <Select<BindingMethod | null>
          size="small"
          className="batch-binding"
          aria-label={`${line.archivalCode} ${words.binding}`}
          disabled={!isOpen}
          value={line.bindingMethod}
          options={line.allowedBindings.map((value) => ({ value, label: bindingMethodLabel[value] }))}
          onChange={(bindingMethod) => save({ bindingMethod })}
        />
      </td>
      <td>
        <Input
          size="small"
          aria-label={`${line.archivalCode} ${words.explanation}`}
          disabled={!isOpen}
          status={differs && explanation === "" ? "warning" : ""}
          maxLength={200}
          value={explanation}
          onChange={(event) => setExplanation(event.target.value)}
          onBlur={() => explanation !== line.explanation && save({ explanation })}
        />
      </td>
    </tr>
  );
}
