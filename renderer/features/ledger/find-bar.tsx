import { CloseOutlined } from "@ant-design/icons";
import { Button, Input, type InputRef } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { ColumnKey } from "#contract/ledger-column";
import type { RowFilter, RowSort } from "#contract/ledger-order";
import type { LedgerId } from "#contract/ledger";
import { ask } from "#bridge/call";
import { wordsOf } from "#bridge/notices";
import { ledgerText } from "#text/ledger";

type Props = {
  readonly ledgerId: LedgerId;
  readonly filter: RowFilter;
  readonly sort: RowSort;
  /** Where the search goes on from. */
  readonly from: () => { readonly seq: number; readonly column: ColumnKey } | null;
  readonly onHit: (place: number, column: ColumnKey) => void;
  readonly onClose: () => void;
};

/** 查找: Enter for the next, Shift+Enter for the one before; the words are kept nowhere. */
export function FindBar({ ledgerId, filter, sort, from, onHit, onClose }: Props): ReactNode {
  const [words, setWords] = useState("");
  const [said, setSaid] = useState("");
  const input = useRef<InputRef>(null);
  useEffect(() => input.current?.focus(), []);
  const find = async (isBackward: boolean): Promise<void> => {
    if (words.trim() === "") return;
    try {
      const { hit, total } = await ask("ledger.find", { ledgerId, filter, sort, words, from: from(), isBackward });
      setSaid(hit ? ledgerText.foundRows(total, hit.place + 1) : ledgerText.foundNone);
      if (hit) onHit(hit.place, hit.column);
    } catch (thrown) {
      setSaid(wordsOf(thrown).sentence);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter") void find(event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="sheet-bar row" role="search" aria-label={ledgerText.find} onKeyDown={onKeyDown}>
      <Input
        ref={input}
        className="filter-words"
        size="small"
        aria-label={ledgerText.findWords}
        placeholder={ledgerText.findWords}
        maxLength={100}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button size="small" onClick={() => void find(true)}>
        {ledgerText.findBefore}
      </Button>
      <Button size="small" onClick={() => void find(false)}>
        {ledgerText.findNext}
      </Button>
      <span role="status">{said}</span>
      <span className="quiet small grow">{ledgerText.findNote}</span>
      <Button size="small" type="text" icon={<CloseOutlined />} aria-label={ledgerText.close} onClick={onClose} />
    </div>
  );
}
