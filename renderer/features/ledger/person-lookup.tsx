import { Button, Input, Popover } from "antd";
import { type ReactNode, useState } from "react";
import type { Output } from "#contract/contract";
import type { LedgerRow } from "#contract/ledger-row";
import type { Ledger } from "#contract/ledger";
import { ask } from "#bridge/call";
import { wordsOf } from "#bridge/notices";
import { ledgerText } from "#text/ledger";
import { keptValue } from "./cell-words.ts";

type Props = { readonly ledger: Ledger; readonly onRow: (row: LedgerRow) => void };
type Found = Output<"ledger.lookup">;

/** Columns that tell one row of a person from another: who, and what it was about. */
function lineOf({ columns }: Ledger, row: LedgerRow): string {
  const named = columns.filter(
    ({ personal, kind }) => personal === "personal" && (kind === "person" || kind === "text"),
  );
  const about = columns.filter(({ part }) => part === "kind" || part === "result");
  return [...named, ...about]
    .map(({ key }) => keptValue(row, key))
    .filter(Boolean)
    .join(" · ");
}

/** 查本台账中的人: inside this one ledger, twenty rows at most; what was typed is forgotten when the box is closed (personal-data P5). */
export function PersonLookup({ ledger, onRow }: Props): ReactNode {
  const [words, setWords] = useState("");
  const [found, setFound] = useState<Found>();
  const [problem, setProblem] = useState("");
  const close = (): void => {
    setWords("");
    setFound(undefined);
    setProblem("");
  };
  const look = async (): Promise<void> => {
    if (words.trim() === "") return;
    try {
      setFound(await ask("ledger.lookup", { ledgerId: ledger.id, words }));
      setProblem("");
    } catch (thrown) {
      setFound(undefined);
      setProblem(words.trim().length < 2 ? ledgerText.lookupShort : wordsOf(thrown).sentence);
    }
  };
  const list = (
    <div className="ledger-lookup stack" role="region" aria-label={ledgerText.lookup}>
      {problem !== "" && <p className="tone-look">{problem}</p>}
      {found?.rows.length === 0 && <p>{ledgerText.lookupNone}</p>}
      <ul>
        {found?.rows.map((row) => (
          <li key={row.id}>
            <Button
              type="text"
              block
              onClick={() => {
                close();
                onRow(row);
              }}
            >
              <span className="figures">{row.occurredOn || ledgerText.unknownDate}</span>{" "}
              <span className="grow cut">{lineOf(ledger, row)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {found?.isCut && <p className="tone-look small">{ledgerText.lookupCut}</p>}
      <p className="quiet small">{ledgerText.lookupNote}</p>
    </div>
  );
  return (
    <Popover
      open={found !== undefined || problem !== ""}
      content={list}
      placement="bottomLeft"
      trigger="click"
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      <Input
        className="filter-words"
        aria-label={ledgerText.lookup}
        placeholder={ledgerText.lookup}
        title={ledgerText.lookupNote}
        maxLength={40}
        allowClear
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onPressEnter={() => void look()}
        onKeyDown={(event) => event.key === "Escape" && close()}
      />
    </Popover>
  );
}
