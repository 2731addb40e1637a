import { Button, Dropdown } from "antd";
import { type ReactNode, useState } from "react";
import type { Fonds } from "#contract/fonds";
import { type FondsActKind, fondsActKind } from "#contract/fonds-act";
import { actText, fondsText } from "#text/fonds";
import { FondsHistory } from "./fonds-history.tsx";
import { sampleCode } from "./sample-code.ts";

type Props = {
  readonly fonds: Fonds;
  readonly matterCode: string;
  readonly onEdit: () => void;
  readonly onAct: (kind: FondsActKind) => void;
};

/** One fonds with its facts, what can be done with it, and its history on request. */
export function FondsCard({ fonds, matterCode, onEdit, onAct }: Props): ReactNode {
  const [isHistory, setHistory] = useState(false);
  const isClosed = fonds.closedOn !== "";
  const year = new Date().getFullYear();
  return (
    <article className="fonds-card stack wide" aria-label={fonds.name}>
      <div className="row wrap">
        <h3 className="grow">
          <span className="archival-code">{fonds.code || fondsText.noCode}</span> {fonds.name}{" "}
          {isClosed && <span className="mark">{fondsText.isClosed}</span>}
        </h3>
        <Button onClick={() => setHistory(!isHistory)} aria-expanded={isHistory}>
          {isHistory ? fondsText.fold : fondsText.history}
        </Button>
        <Button onClick={onEdit}>{fondsText.edit}</Button>
        {!isClosed && (
          <Dropdown
            trigger={["click"]}
            menu={{
              items: fondsActKind.options.map((kind) => ({ key: kind, label: actText.kinds[kind] })),
              onClick: ({ key }) => onAct(key as FondsActKind),
            }}
          >
            <Button>{fondsText.act} ▾</Button>
          </Dropdown>
        )}
      </div>
      <dl className="facts">
        <dt>{fondsText.unit}</dt>
        <dd>{fonds.unit || "—"}</dd>
        <dt>{fondsText.opened}</dt>
        <dd>{fonds.openedOn || fondsText.openedNone}</dd>
        {isClosed && (
          <>
            <dt>{fondsText.closed}</dt>
            <dd>{fonds.closedOn}</dd>
          </>
        )}
        <dt>{fondsText.composition}</dt>
        <dd>{fondsText.compositions[fonds.composition]}</dd>
        <dt>{fondsText.standard}</dt>
        <dd>
          {fonds.codeStandard}{" "}
          <span className="archival-code">
            {sampleCode(fonds.codeStandard, { fondsCode: fonds.code, year, matterCode })}
          </span>
        </dd>
      </dl>
      {isHistory && <FondsHistory fondsId={fonds.id} />}
    </article>
  );
}
