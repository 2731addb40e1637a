import { FolderOpenOutlined, PlusCircleOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { unlockText } from "#text/unlock";

type Props = { readonly onNew: () => void; readonly onOpen: () => void };

/** No archive is known on this computer yet: two doors. */
export function StartPage({ onNew, onOpen }: Props): ReactNode {
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
      </div>
    </main>
  );
}
