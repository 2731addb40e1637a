import { Input } from "antd";
import type { ReactNode } from "react";
import { fondsCode } from "#contract/fonds";
import type { NewFonds } from "#contract/fonds-act";
import { actText, fondsText } from "#text/fonds";

type Props = { readonly id: string; readonly value: NewFonds; readonly onValue: (value: NewFonds) => void };

/** A fonds to be founded, in one line: 全宗号, 名称, 立档单位. */
export function NewFondsFields({ id, value, onValue }: Props): ReactNode {
  const isCode = fondsCode.safeParse(value.code.toUpperCase()).success;
  return (
    <div className="row new-fonds">
      <Input
        id={`${id}-code`}
        className="matter-code"
        aria-label={actText.code}
        placeholder={actText.code}
        title={isCode ? fondsText.codeNote : fondsText.codeWrong}
        status={isCode ? "" : "warning"}
        maxLength={10}
        value={value.code}
        onChange={(event) => onValue({ ...value, code: event.target.value })}
      />
      <Input
        id={`${id}-name`}
        aria-label={actText.name}
        placeholder={actText.name}
        maxLength={80}
        value={value.name}
        onChange={(event) => onValue({ ...value, name: event.target.value })}
      />
      <Input
        id={`${id}-unit`}
        aria-label={actText.unit}
        placeholder={actText.unit}
        maxLength={80}
        value={value.unit}
        onChange={(event) => onValue({ ...value, unit: event.target.value })}
      />
    </div>
  );
}
