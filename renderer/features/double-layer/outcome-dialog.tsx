// What became of each item of an export: what was not written first.
import { Button, Modal } from "antd";
import type { ReactNode } from "react";
import type { Output } from "#contract/contract";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { doubleLayerText } from "#text/double-layer";

type Props = { readonly done: Output<"double-layer.write">; readonly onClose: () => void };

const rank = { failed: 0, "left-out": 1, written: 2 } as const;
const tone = { failed: "mark-destroy", "left-out": "mark-look", written: "mark-proved" } as const;
const mostShown = 300;

/** The outcome list, with the way to the first file. */
export function OutcomeDialog({ done, onClose }: Props): ReactNode {
  const sorted = done.outcomes.toSorted((one, other) => rank[one.outcome] - rank[other.outcome]);
  const shown = sorted.slice(0, mostShown);
  const first = done.outcomes.flatMap(({ paths }) => paths)[0];
  return (
    <Modal
      open
      title={doubleLayerText.resultTitle}
      width="min(760px, 94vw)"
      onCancel={onClose}
      footer={
        <>
          {first !== undefined && (
            <Button onClick={() => askShell("shell.reveal", { path: first }).catch(sayThrown)}>
              {doubleLayerText.reveal}
            </Button>
          )}
          <Button type="primary" autoFocus onClick={onClose}>
            {doubleLayerText.close}
          </Button>
        </>
      }
    >
      <p>{doubleLayerText.result(done)}</p>
      <ul className="batch-list">
        {shown.map((outcome) => (
          <li key={outcome.itemId}>
            <span className={`mark ${tone[outcome.outcome]}`}>{doubleLayerText.outcomes[outcome.outcome]}</span>
            <span className="archival-code">{outcome.label}</span>
            <span className="grow">
              {doubleLayerText.line(outcome)} {outcome.code !== "ok" && <small className="code">{outcome.code}</small>}
            </span>
          </li>
        ))}
      </ul>
      {sorted.length > mostShown && <p className="quiet">{doubleLayerText.more(sorted.length - mostShown)}</p>}
    </Modal>
  );
}
