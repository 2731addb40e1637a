import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { dropNotice, notices } from "#bridge/notices";
import { undoNow, undoOffer } from "#bridge/undo";
import { sayAction } from "#text/actions";
import { frameText } from "#text/frame";

/** What is now true, in a bar of its own so that it covers nothing; with the way back for ten seconds where there is one. */
export function DoneBar(): ReactNode {
  const offer = undoOffer.use();
  const done = notices.use().findLast((notice) => notice.kind === "done");
  return (
    <>
      {done && (
        <div className="done-bar" role="status">
          <span className="grow">{done.sentence}</span>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={frameText.close}
            onClick={() => dropNotice(done.id)}
          />
        </div>
      )}
      {offer && (
        <div className="done-bar" role="status">
          <span className="grow">{offer.sentence || frameText.didAction(sayAction(offer.action))}</span>
          <Button size="small" onClick={() => void undoNow()}>
            {frameText.undo} <kbd>{frameText.undoKeys}</kbd>
          </Button>
        </div>
      )}
    </>
  );
}
