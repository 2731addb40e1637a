import { FolderOpenOutlined, HistoryOutlined, PlusCircleOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { restoreText } from "#text/restore";
import { unlockText } from "#text/unlock";

type Props = { readonly onNew: () => void; readonly onOpen: () => void; readonly onRestore: () => void };

/** No archive is known on this computer yet: three doors. */
export function StartPage({ onNew, onOpen, onRestore }: Props): ReactNode {
  return (
    <main className="unlock" aria-label={unlockText.startTitle}>
      <div className="unlock-card is-wide stack wide">
        <h1>{unlockText.product}</h1>
        <p className="quiet">{unlockText.startNote}</p>
        <button type="button" className="start-door" onClick={onNew} autoFocus>
          <PlusCircleOutlined />
          <span>
            <b>{unlockText.startNew}</b>
            <span className="quiet">{unlockText.startNewLine}</span>
          </span>
        </button>
        <button type="button" className="start-door" onClick={onOpen}>
          <FolderOpenOutlined />
          <span>
            <b>{unlockText.startOpen}</b>
            <span className="quiet">{unlockText.startOpenLine}</span>
          </span>
        </button>
        <button type="button" className="start-door" onClick={onRestore}>
          <HistoryOutlined />
          <span>
            <b>{restoreText.door}</b>
            <span className="quiet">{restoreText.doorLine}</span>
          </span>
        </button>
      </div>
    </main>
  );
}
