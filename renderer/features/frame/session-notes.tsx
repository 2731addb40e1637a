import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Session } from "#contract/archive";
import { frameText } from "#text/frame";

type Props = { readonly session: Session; readonly onConfirmSheet: () => void };

/** What must be said at every unlock: the sheet not typed back, wrong passphrases, an interrupted intake. */
export function SessionNotes({ session, onConfirmSheet }: Props): ReactNode {
  const [isPutAway, putAway] = useState(false);
  const notes = [
    ...(session.failedUnlocks > 0 ? [frameText.failedUnlocks(session.failedUnlocks)] : []),
    ...(session.sweptFiles > 0 ? [frameText.sweptFiles(session.sweptFiles)] : []),
  ];
  return (
    <>
      {session.recoveryUnconfirmed && (
        <div className="session-note" role="alert">
          <span className="grow">{frameText.unconfirmed}</span>
          <Button size="small" onClick={onConfirmSheet}>
            {frameText.confirmNow}
          </Button>
        </div>
      )}
      {!isPutAway && notes.length > 0 && (
        <div className="session-note" role="status">
          <span className="grow">{notes.join(" ")}</span>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={frameText.close}
            onClick={() => putAway(true)}
          />
        </div>
      )}
    </>
  );
}
