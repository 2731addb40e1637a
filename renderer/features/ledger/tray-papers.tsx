import { Button, Checkbox } from "antd";
import { type ReactNode, useState } from "react";
import type { TrayPaper } from "#contract/ledger-attachment";
import type { LedgerRowId } from "#contract/ledger-row";
import type { PageId } from "#contract/scan";
import { ask } from "#bridge/call";
import { desk } from "#bridge/desk";
import { useRows } from "#bridge/use-rows";
import { sayMinute } from "#text/format";
import { ledgerText } from "#text/ledger";
import { Problem } from "#ui/problem";
import { Thumbnail } from "#ui/thumbnail";
import { VirtualList } from "#ui/virtual-list";

type Props = {
  readonly rowId: LedgerRowId;
  readonly isBusy: boolean;
  /** True when they were attached. */
  readonly onAttach: (pageIds: readonly PageId[]) => Promise<boolean>;
};

const lineHeight = 56;
const mostLines = 5;

/** Pages that wait in the tray, the last scanned first: chosen by click or space, attached together. */
export function TrayPapers({ rowId, isBusy, onAttach }: Props): ReactNode {
  const { textScale } = desk.use();
  const { total, rowAt, show, problem } = useRows("ledger.tray", rowId, async (offset, limit) => {
    const tray = await ask("ledger.tray", { rowId, offset, limit });
    return { rows: tray.pages, total: tray.total };
  });
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<PageId>>(new Set());
  if (problem) return <Problem {...problem} />;
  if (total === undefined) return null;
  if (total === 0) return <p className="quiet small">{ledgerText.trayEmpty}</p>;

  const rowHeight = Math.round(lineHeight * textScale);
  const toggle = (at: number): void => {
    setActive(at);
    const page = rowAt(at);
    if (!page || page.isAttached) return;
    const next = new Set(chosen);
    if (!next.delete(page.pageId)) next.add(page.pageId);
    setChosen(next);
  };
  const attach = async (): Promise<void> => {
    const page = rowAt(active);
    const ids = chosen.size > 0 ? [...chosen] : page && !page.isAttached ? [page.pageId] : [];
    if (ids.length > 0 && (await onAttach(ids))) setChosen(new Set());
  };
  return (
    <section className="stack" aria-label={ledgerText.tray}>
      <div className="row">
        <b className="grow">{ledgerText.trayCount(total)}</b>
        <Button size="small" type="primary" disabled={chosen.size === 0} loading={isBusy} onClick={() => void attach()}>
          {ledgerText.attachPages(chosen.size)}
        </Button>
      </div>
      <div className="row-tray" style={{ height: rowHeight * Math.min(mostLines, total) }}>
        <VirtualList
          label={ledgerText.tray}
          count={total}
          rowHeight={rowHeight}
          activeIndex={Math.min(active, total - 1)}
          onActive={setActive}
          onPick={toggle}
          onOpen={() => void attach()}
          onShow={show}
          onKey={(event) => {
            if (event.key !== " ") return;
            event.preventDefault();
            toggle(active);
          }}
          renderRow={(at) => {
            const page = rowAt(at);
            return page && <TrayLine page={page} isChosen={chosen.has(page.pageId)} />;
          }}
        />
      </div>
      <p className="quiet small">{ledgerText.trayNote}</p>
    </section>
  );
}

function TrayLine({ page, isChosen }: { readonly page: TrayPaper; readonly isChosen: boolean }): ReactNode {
  const { thumbnail, sourceName, sourcePage, capturedAt, isPersonal, isAttached } = page;
  return (
    <>
      <Checkbox
        className="row-tray-check"
        tabIndex={-1}
        checked={isChosen || isAttached}
        disabled={isAttached}
        aria-label={sourceName}
      />
      <span className="row-sheet">{thumbnail && <Thumbnail {...thumbnail} />}</span>
      <div className="grow cut">
        <p className="cut" title={sourceName}>
          {ledgerText.pageOfFile(sourceName, sourcePage)}
        </p>
        <p className="quiet small">
          {sayMinute(capturedAt)} {isPersonal && <span className="mark mark-look">{ledgerText.trayPersonal}</span>}
        </p>
      </div>
      {isAttached && <span className="mark">{ledgerText.trayAttached}</span>}
    </>
  );
}
