import { Button } from "antd";
import { type ReactNode, useCallback, useState } from "react";
import type { Output } from "#contract/contract";
import type { JournalEntry } from "#contract/journal";
import { ask } from "#bridge/call";
import { desk } from "#bridge/desk";
import { sayThrown } from "#bridge/notices";
import { useRows } from "#bridge/use-rows";
import { sayAction } from "#text/actions";
import { bridgeText } from "#text/bridge";
import { sayMinute } from "#text/format";
import { journalText } from "#text/settings";
import { Problem } from "#ui/problem";
import { usePixels } from "#ui/use-pixels";
import { VirtualList } from "#ui/virtual-list";

const { columns } = journalText;

/** 操作日志: what was done, by whom, and whether the chain holds. */
export function JournalSection(): ReactNode {
  const { textScale } = desk.use();
  const rowHeight = usePixels("--row", textScale);
  const [active, setActive] = useState(0);
  const [checked, setChecked] = useState<Output<"journal.verify">>();
  const [isBusy, setBusy] = useState(false);
  const fetchBlock = useCallback(async (offset: number, limit: number) => {
    const { entries, total } = await ask("journal.list", { offset, limit });
    return { rows: entries, total };
  }, []);
  const rows = useRows<JournalEntry>("journal.list", "journal", fetchBlock);
  const check = (): void => {
    setBusy(true);
    ask("journal.verify", {})
      .then(setChecked, sayThrown)
      .finally(() => setBusy(false));
  };
  return (
    <section className="journal" aria-label={journalText.title}>
      <div className="row">
        <h2>{journalText.title}</h2>
        <span className="grow quiet">{rows.total === undefined ? "" : journalText.total(rows.total)}</span>
        <Button loading={isBusy} onClick={check}>
          {journalText.check}
        </Button>
      </div>
      <p className="quiet">{journalText.line}</p>
      {checked && (
        <p className={checked.isWhole ? "tone-proved" : "tone-destroy"} role="status">
          {checked.isWhole
            ? journalText.whole(checked.entryCount, checked.head.slice(0, 16))
            : journalText.broken(checked.brokenAt ?? 0)}
        </p>
      )}
      {rows.problem && <Problem {...rows.problem} again={{ words: bridgeText.again, run: rows.lookAgain }} />}
      <div className="journal-row journal-head" aria-hidden>
        <span className="figures">{columns.sequence}</span>
        <span>{columns.at}</span>
        <span>{columns.person}</span>
        <span>{columns.action}</span>
        <span>{columns.object}</span>
        <span>{columns.hash}</span>
      </div>
      <div className="journal-list">
        <VirtualList
          label={journalText.list}
          count={rows.total ?? 0}
          rowHeight={rowHeight}
          activeIndex={active}
          onActive={setActive}
          onShow={rows.show}
          renderRow={(index) => {
            const entry = rows.rowAt(index);
            if (!entry) return null;
            return (
              <div className="journal-row">
                <span className="figures">{entry.sequence}</span>
                <span>{sayMinute(entry.at)}</span>
                <span className="cut">{entry.personName || journalText.system}</span>
                <span className="cut">
                  {sayAction(entry.action)} {entry.reasonCode && <small className="code">{entry.reasonCode}</small>}
                </span>
                <span className="code cut small">{entry.objectId}</span>
                <span className="code cut small">{entry.hash.slice(0, 16)}</span>
              </div>
            );
          }}
        />
      </div>
    </section>
  );
}
