import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { FondsId } from "#contract/fonds";
import { type Ledger, type LedgerId, ledgerStateLabel } from "#contract/ledger";
import { useWrite } from "#bridge/use-write";
import { ledgerDesignText } from "#text/ledger-design";
import { moveInOrder } from "./column-order.ts";

type Props = {
  readonly fondsId: FondsId;
  readonly ledgers: readonly Ledger[];
  readonly chosen: LedgerId | undefined;
  readonly onChoose: (id: LedgerId) => void;
};

/** The office's ledgers in its own order, each with how it stands; the chosen one is moved by Alt+↑↓ or the buttons. */
export function LedgerShelf({ fondsId, ledgers, chosen, onChoose }: Props): ReactNode {
  const [write, isBusy] = useWrite();
  const shelf = useRef<HTMLUListElement>(null);
  const hasMoved = useRef(false);
  const at = ledgers.findIndex(({ id }) => id === chosen);
  // A button that changes its place loses the keyboard: it is given back, so that the next Alt+↓ goes on.
  useEffect(() => {
    if (!hasMoved.current) return;
    hasMoved.current = false;
    shelf.current?.querySelector<HTMLElement>("[aria-current]")?.focus();
  }, [ledgers]);
  const move = async (from: number, to: number): Promise<void> => {
    const ledger = ledgers[from];
    const next = moveInOrder(ledgers, from, to);
    if (!ledger || next === ledgers) return;
    onChoose(ledger.id);
    hasMoved.current = shelf.current?.contains(document.activeElement) ?? false;
    await write(
      "ledger.reorder",
      { fondsId, ids: next.map(({ id }) => id) },
      { said: () => ledgerDesignText.moved(ledger.name, to + 1), hasUndo: true },
    );
  };
  const onKeyDown = (event: KeyboardEvent, from: number): void => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    void move(from, event.key === "ArrowUp" ? from - 1 : from + 1);
  };
  return (
    <div className="design-shelf-room">
      <ul ref={shelf} className="design-shelf" aria-label={ledgerDesignText.list}>
        {ledgers.map((ledger, place) => (
          <li key={ledger.id}>
            <button
              type="button"
              aria-current={ledger.id === chosen ? "true" : undefined}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              onClick={() => onChoose(ledger.id)}
              onKeyDown={(event) => onKeyDown(event, place)}
            >
              <span>{ledger.name}</span>
              <span className="small quiet">
                {ledgerStateLabel[ledger.state]} · {ledgerDesignText.columnCount(ledger.columns.length)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className="row" role="group" aria-label={ledgerDesignText.order}>
        <Button
          size="small"
          icon={<ArrowUpOutlined />}
          disabled={isBusy || at < 1}
          onClick={() => void move(at, at - 1)}
        >
          {ledgerDesignText.up}
        </Button>
        <Button
          size="small"
          icon={<ArrowDownOutlined />}
          disabled={isBusy || at < 0 || at >= ledgers.length - 1}
          onClick={() => void move(at, at + 1)}
        >
          {ledgerDesignText.down}
        </Button>
      </div>
    </div>
  );
}
