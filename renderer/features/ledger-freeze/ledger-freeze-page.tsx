// 台账固化 — left the periods of one ledger, right what freezing would put out and what not, and what was frozen before.
import { Button, Select } from "antd";
import { type ReactNode, useState } from "react";
import { sayPeriod } from "#contract/ledger-period";
import type { Ledger, LedgerId, LedgerPeriod } from "#contract/ledger";
import { desk, rememberDesk } from "#bridge/desk";
import type { PageProps } from "#bridge/place";
import { useAsPresentLedger } from "#bridge/present-ledger";
import { runTask } from "#bridge/tasks";
import { useRead } from "#bridge/use-read";
import { useFondsScope } from "#bridge/use-scope";
import { bridgeText } from "#text/bridge";
import { ledgerFreezeText } from "#text/ledger-freeze";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Empty } from "#ui/empty";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { Split } from "#ui/split";
import { Waiting } from "#ui/waiting";
import { FreezeList } from "./freeze-list.tsx";
import { FreezePreview } from "./freeze-preview.tsx";
import { PeriodList } from "./period-list.tsx";

export function LedgerFreezePage({ place, go }: PageProps): ReactNode {
  const { fonds } = useFondsScope();
  const list = useRead("ledger.list", fonds ? { fondsId: fonds.id } : null);
  const [chosen, setChosen] = useState<LedgerId | undefined>(place.ledgerId);
  const ledgers = list.value?.filter(({ state }) => state !== "draft") ?? [];
  const ledger = ledgers.find(({ id }) => id === chosen) ?? ledgers[0];
  useAsPresentLedger(ledger?.id, chosen);
  const choice = (
    <Select
      className="ledger-freeze-choice"
      aria-label={ledgerFreezeText.chooseLedger}
      value={ledger?.id ?? null}
      options={ledgers.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id: LedgerId | null) => setChosen(id ?? undefined)}
    />
  );
  if (ledger) return <FreezeRoom key={ledger.id} ledger={ledger} choice={choice} go={go} />;
  return (
    <Page title={ledgerFreezeText.title}>
      {list.problem && <Problem {...list.problem} again={{ words: bridgeText.again, run: list.lookAgain }} />}
      {list.isSlow && <Waiting label={ledgerFreezeText.waiting} />}
      {list.value && <Empty title={ledgerFreezeText.emptyTitle} next={ledgerFreezeText.emptyNext} />}
    </Page>
  );
}

type RoomProps = { readonly ledger: Ledger; readonly choice: ReactNode; readonly go: PageProps["go"] };

function FreezeRoom({ ledger, choice, go }: RoomProps): ReactNode {
  const { splitters } = desk.use();
  const ledgerId = ledger.id;
  const [chosen, setChosen] = useState<LedgerPeriod>();
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const periods = useRead("ledger.periods", { ledgerId });
  const period = chosen ?? periods.value?.periods[0]?.period;
  const preview = useRead("ledger.freeze-preview", period ? { ledgerId, period } : null);
  const { change, isOver, rowCount } = preview.value ?? {};
  const isUnchanged = change ? change.addedCount + change.changedCount + change.removedCount === 0 : false;

  const freeze = async (isUnfinishedConfirmed: boolean): Promise<void> => {
    if (!period) return;
    setAsking(false);
    setBusy(true);
    await runTask(
      "ledger.freeze",
      { ledgerId, period, isUnfinishedConfirmed },
      {
        label: ledgerFreezeText.task(sayPeriod(period)),
        said: ({ freezes }) => ledgerFreezeText.done(sayPeriod(period), freezes.length),
      },
    );
    setBusy(false);
  };
  const right = (
    <div className="ledger-freeze-room">
      {preview.problem && <Problem {...preview.problem} again={{ words: bridgeText.again, run: preview.lookAgain }} />}
      {preview.isSlow && <Waiting label={ledgerFreezeText.waiting} rows={6} />}
      {!period && periods.value && <p className="quiet">{ledgerFreezeText.choosePeriod}</p>}
      {period && preview.value && <FreezePreview period={period} preview={preview.value} isUnchanged={isUnchanged} />}
      {period && <FreezeList ledgerId={ledgerId} period={period} go={go} />}
    </div>
  );
  return (
    <Page
      title={ledgerFreezeText.title}
      beside={
        <div className="row">
          {choice}
          <Button onClick={() => go({ page: "ledger", ledgerId })}>{ledgerFreezeText.openLedger}</Button>
        </div>
      }
      primary={
        <Button
          type="primary"
          loading={isBusy}
          disabled={!period || !rowCount || isUnchanged}
          onClick={() => (isOver ? void freeze(false) : setAsking(true))}
        >
          {ledgerFreezeText.freeze}
        </Button>
      }
      className="fixed"
    >
      <Split
        panes={[
          {
            key: "ledger-periods",
            least: 180,
            first: 240,
            content: <PeriodList periods={periods.value} chosen={period} onChoose={setChosen} />,
          },
          { key: "ledger-freeze", least: 480, content: right },
        ]}
        widths={splitters}
        onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
      />
      <ConfirmDialog
        isOpen={isAsking}
        title={ledgerFreezeText.confirmTitle}
        verb={ledgerFreezeText.confirmVerb}
        cancel={ledgerFreezeText.cancel}
        onVerb={() => void freeze(true)}
        onCancel={() => setAsking(false)}
      >
        <p>{period && ledgerFreezeText.confirm(sayPeriod(period))}</p>
      </ConfirmDialog>
    </Page>
  );
}
