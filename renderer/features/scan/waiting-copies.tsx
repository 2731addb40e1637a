import { Button, Modal } from "antd";
import { type ReactNode, useState } from "react";
import type { ItemId } from "#contract/item";
import { supplyCopy } from "#bridge/digital-file";
import { useRead } from "#bridge/use-read";
import { digitalText } from "#text/digital-file";
import { scanText } from "#text/scan";

const most = 500;

/** 待转换: how many digital files still lack a reading copy, and all of them with the way to give them one. */
export function WaitingCopies({ onItem }: { readonly onItem: (id: ItemId) => void }): ReactNode {
  const waiting = useRead("reading-copy.waiting", { limit: most });
  const [isOpen, setOpen] = useState(false);
  const total = waiting.value?.total ?? 0;
  if (total === 0 && !isOpen) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{scanText.waiting(total)}</Button>
      <Modal
        open={isOpen}
        title={scanText.waitingTitle}
        width="min(860px, 94vw)"
        footer={null}
        onCancel={() => setOpen(false)}
      >
        <p className="quiet">{scanText.waitingNote}</p>
        <div className="volume-plan">
          <table className="plain-table">
            <tbody>
              {(waiting.value?.rows ?? []).map((row) => (
                <tr key={row.id}>
                  <td>{row.sourceName || scanText.waitingHidden}</td>
                  <td className="quiet">{digitalText.format(row)}</td>
                  <td>
                    {row.itemId ? (
                      <button
                        type="button"
                        className="link"
                        onClick={() => {
                          setOpen(false);
                          if (row.itemId) onItem(row.itemId);
                        }}
                      >
                        {row.archivalCode || row.itemTitle || scanText.waitingOpen}
                      </button>
                    ) : (
                      <span className="quiet">{scanText.waitingTray}</span>
                    )}
                  </td>
                  <td>
                    <Button size="small" onClick={() => void supplyCopy(row)}>
                      {digitalText.supply}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Modal>
    </>
  );
}
