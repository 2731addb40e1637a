import { Button, Modal } from "antd";
import type { ReactNode } from "react";
import type { ErasureReport } from "#contract/rights-request";
import { rightsText } from "#text/rights";
import { MediaList } from "./media-list.tsx";

type Props = { readonly report: ErasureReport; readonly onClose: () => void };
const words = rightsText.erase;

/** What a deletion did, what a person has to read again, and on which media it took effect. */
export function ErasureDone({ report, onClose }: Props): ReactNode {
  const { rowCount, rowsToRead, frozen, paperCount } = report;
  return (
    <Modal
      open
      width="min(760px, 94vw)"
      title={words.report}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <p>{words.done(rowCount)}</p>
      {rowsToRead.length > 0 && (
        <>
          <p className="tone-look">{words.toRead}</p>
          <ul className="rights-goes">
            {rowsToRead.map(({ rowId, ledgerName, occurredOn }) => (
              <li key={rowId}>
                {ledgerName} · {occurredOn}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet">
        {words.stays} {rightsText.gathered.papers(paperCount)}
      </p>
      {frozen.length > 0 && (
        <p className="quiet">
          {rightsText.gathered.frozen}：{frozen.map(({ ledgerName, period }) => `${ledgerName} ${period}`).join("、")}
        </p>
      )}
      <MediaList />
    </Modal>
  );
}
