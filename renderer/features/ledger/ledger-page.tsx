// 台账登记 — all ledgers with what was written this month, and one of them open.
import { Button, Select } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { type LedgerId, ledgerStateLabel } from "#contract/ledger";
import type { PageProps } from "#bridge/place";
import { useAsPresentLedger } from "#bridge/present-ledger";
import { useRead } from "#bridge/use-read";
import { useFondsScope } from "#bridge/use-scope";
import { bridgeText } from "#text/bridge";
import { ledgerText } from "#text/ledger";
import { Empty } from "#ui/empty";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { Waiting } from "#ui/waiting";
import { LedgerDesk } from "./ledger-desk.tsx";
import { LedgerList } from "./ledger-list.tsx";
import { forgetWhenLocked } from "./typed-cells.ts";

export function LedgerPage({ place, go }: PageProps): ReactNode {
  const { fonds } = useFondsScope();
  const { value: ledgers, problem, isSlow, lookAgain } = useRead("ledger.list", fonds ? { fondsId: fonds.id } : null);
  const [chosen, setChosen] = useState<LedgerId | undefined>(place.ledgerId);
  useEffect(forgetWhenLocked, []);
  const ledger = ledgers?.find(({ id }) => id === chosen);
  useAsPresentLedger(chosen, chosen);
  const content = (): ReactNode => {
    if (problem) return <Problem {...problem} again={{ words: bridgeText.again, run: lookAgain }} />;
    if (!ledgers) return isSlow ? <Waiting label={ledgerText.waiting} /> : null;
    if (ledgers.length === 0)
      return (
        <Empty
          title={ledgerText.emptyTitle}
          next={ledgerText.emptyNext}
          action={
            <Button type="primary" onClick={() => go({ page: "ledgerDesign" })}>
              {ledgerText.toDesign}
            </Button>
          }
        />
      );
    if (!ledger) return <LedgerList ledgers={ledgers} onOpen={setChosen} />;
    return <LedgerDesk key={ledger.id} ledger={ledger} />;
  };
  return (
    <Page
      title={ledgerText.title}
      shortcuts={ledger ? ledgerText.shortcuts : []}
      className={ledger ? "fixed" : ""}
      beside={
        ledger ? (
          <>
            <Button onClick={() => setChosen(undefined)}>{ledgerText.back}</Button>
            <Select
              className="ledger-choice"
              aria-label={ledgerText.choose}
              value={ledger.id}
              options={(ledgers ?? []).map(({ id, name, state }) => ({
                value: id,
                label: state === "open" ? name : `${name}（${ledgerStateLabel[state]}）`,
              }))}
              onChange={setChosen}
            />
          </>
        ) : (
          (ledgers?.length ?? 0) > 0 && (
            <Button onClick={() => go({ page: "ledgerDesign" })}>{ledgerText.toDesign}</Button>
          )
        )
      }
    >
      {content()}
    </Page>
  );
}
