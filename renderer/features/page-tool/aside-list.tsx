import { Button, Checkbox, Modal } from "antd";
import { type ReactNode, useState } from "react";
import type { PageId } from "#contract/scan";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { sayTail } from "#text/format";
import { pageToolText } from "#text/page-tool";
import { DangerDialog } from "#ui/danger-dialog";
import { Empty } from "#ui/empty";
import { Problem } from "#ui/problem";
import { Thumbnail } from "#ui/thumbnail";

const most = 500;

/** 已搁置的页: kept, brought back, or put away for good. */
export function AsideList({ onClose }: { readonly onClose: () => void }): ReactNode {
  const aside = useRead("page.aside", { limit: most });
  const [chosen, setChosen] = useState<ReadonlySet<PageId>>(new Set());
  const [isDiscarding, setDiscarding] = useState(false);
  const [write, isBusy] = useWrite();
  const pages = aside.value?.pages ?? [];
  const ids = pages.filter((page) => chosen.has(page.id)).map((page) => page.id);
  const toggle = (id: PageId): void =>
    setChosen((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const bringBack = async (): Promise<void> => {
    const said = ({ broughtCount }: { broughtCount: number }): string => pageToolText.broughtBack(broughtCount);
    if (await write("page.bring-back", { pageIds: ids }, { hasUndo: true, said })) setChosen(new Set());
  };
  const discard = async (): Promise<void> => {
    const said = ({ discardedCount }: { discardedCount: number }): string => pageToolText.discarded(discardedCount);
    if (await write("scan.discard", { pageIds: ids }, { said })) setChosen(new Set());
    setDiscarding(false);
  };
  return (
    <Modal
      open
      title={pageToolText.asideTitle}
      width="min(820px, 94vw)"
      onCancel={onClose}
      footer={
        <>
          <Button danger disabled={ids.length === 0} onClick={() => setDiscarding(true)}>
            {pageToolText.discard}
          </Button>
          <Button
            type={ids.length > 0 ? "primary" : "default"}
            disabled={ids.length === 0}
            loading={isBusy}
            onClick={() => void bringBack()}
          >
            {pageToolText.bringBack}
          </Button>
        </>
      }
    >
      <p className="quiet">{pageToolText.asideNote}</p>
      {aside.problem && <Problem {...aside.problem} />}
      {aside.value && pages.length === 0 && <Empty title={pageToolText.asideNone} next={pageToolText.asideNoneNext} />}
      <ul className="aside-list">
        {pages.map((page) => (
          <li key={page.id}>
            <div className="aside-page">
              <span className="aside-sheet">
                <Thumbnail pageId={page.id} version={page.version} />
              </span>
              <Checkbox checked={chosen.has(page.id)} onChange={() => toggle(page.id)}>
                {pageToolText.asideReason(page.setAside)}
              </Checkbox>
              <span className="quiet small cut" title={page.sourceName}>
                {sayTail(page.sourceName, 18)}
              </span>
            </div>
          </li>
        ))}
      </ul>
      <DangerDialog
        isOpen={isDiscarding}
        title={pageToolText.discardTitle(ids.length)}
        verb={pageToolText.discardVerb(ids.length)}
        keep={pageToolText.stay}
        isBusy={isBusy}
        onVerb={() => void discard()}
        onKeep={() => setDiscarding(false)}
      >
        {pageToolText.discardLine}
      </DangerDialog>
    </Modal>
  );
}
