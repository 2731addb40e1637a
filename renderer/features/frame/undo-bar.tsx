import { Button } from "antd";
import type { ReactNode } from "react";
import { undoNow, undoOffer } from "#bridge/undo";
import { sayAction } from "#text/actions";
import { frameText } from "#text/frame";

/** The way back, for ten seconds. */
export function UndoBar(): ReactNode {
  const offer = undoOffer.use();
  if (!offer) return null;
  return (
    <div className="undo-bar" role="status">
      <span className="grow">{offer.sentence || frameText.didAction(sayAction(offer.action))}</span>
      <Button size="small" onClick={() => void undoNow((action) => frameText.undone(sayAction(action)))}>
        {frameText.undo} <kbd>{frameText.undoKeys}</kbd>
      </Button>
    </div>
  );
}
