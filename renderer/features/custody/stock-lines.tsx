import { Button, Input } from "antd";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { StockTakeLine } from "#contract/stock-take";
import { desk } from "#bridge/desk";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { custodyText } from "#text/custody";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Problem } from "#ui/problem";
import { ShortcutLine } from "#ui/shortcut-line";
import { usePixels } from "#ui/use-pixels";
import { VirtualList } from "#ui/virtual-list";

const words = custodyText.stock;
const tones = { "": "", found: "mark-proved", missing: "mark-destroy", misplaced: "mark-look" } as const;

/** One list to find: a key for each result, and the next line has the focus. */
export function StockLines({ id, onBack }: { readonly id: string; readonly onBack: () => void }): ReactNode {
  const { textScale } = desk.use();
  const rowHeight = usePixels("--row", textScale);
  const read = useRead("stock-take.lines", { id });
  const [active, setActive] = useState(0);
  const [isFreezing, setFreezing] = useState(false);
  const [note, setNote] = useState("");
  const [foundPlace, setFoundPlace] = useState("");
  const [write, isBusy] = useWrite();
  const take = read.value?.stockTake;
  const lines = read.value?.lines ?? [];
  const line = lines[active];
  const isFrozen = take?.state === "frozen";
  const tick = async (result: StockTakeLine["result"]): Promise<void> => {
    if (!line || isFrozen) return;
    const place = result === "misplaced" ? foundPlace : "";
    const done = await write("stock-take.tick", { id, ticks: [{ itemId: line.itemId, result, foundPlace: place }] });
    if (!done) return;
    setFoundPlace("");
    setActive(Math.min(lines.length - 1, active + 1));
  };
  const onKey = (event: KeyboardEvent): void => {
    const result = { "1": "found", "2": "missing", "3": "misplaced" }[event.key] as StockTakeLine["result"] | undefined;
    if (result) void tick(result);
  };
  if (read.problem) return <Problem {...read.problem} again={{ words: words.back, run: onBack }} />;
  if (!take) return null;
  return (
    <div className="custody-lines">
      <div className="custody-bar row">
        <Button size="small" onClick={onBack}>
          {words.back}
        </Button>
        <b>{take.scope}</b>
        <span className="grow quiet">
          {words.counts(take.foundCount, take.missingCount, take.misplacedCount)}
          {take.openCount > 0 && ` · ${words.open(take.openCount)}`}
        </span>
        {isFrozen ? (
          <span className="mark mark-proved">{words.frozen}</span>
        ) : (
          <>
            {(["found", "missing", "misplaced"] as const).map((result) => (
              <Button key={result} size="small" disabled={!line || isBusy} onClick={() => void tick(result)}>
                {words[result]}
              </Button>
            ))}
            <Input
              className="stock-place"
              size="small"
              aria-label={words.foundPlace}
              placeholder={words.foundPlace}
              maxLength={100}
              value={foundPlace}
              onChange={(event) => setFoundPlace(event.target.value)}
            />
            <Button
              size="small"
              type="primary"
              disabled={take.openCount > 0 || isBusy}
              onClick={() => setFreezing(true)}
            >
              {words.freeze}
            </Button>
            <Button
              size="small"
              disabled={isBusy}
              onClick={() =>
                void write("stock-take.drop", { id }, { said: () => words.dropped }).then((done) => done && onBack())
              }
            >
              {words.drop}
            </Button>
          </>
        )}
      </div>
      <div className="stock-row stock-head" aria-hidden>
        <span>{words.number}</span>
        <span>{custodyText.code}</span>
        <span>{custodyText.name}</span>
        <span>{words.expected}</span>
        <span>{words.result}</span>
      </div>
      <VirtualList
        label={words.lines}
        count={lines.length}
        rowHeight={rowHeight}
        activeIndex={Math.min(active, lines.length - 1)}
        onActive={setActive}
        onKey={onKey}
        renderRow={(index) => {
          const row = lines[index];
          if (!row) return null;
          return (
            <div className="stock-row">
              <span className="figures">{row.position}</span>
              <span className="archival-code cut">{row.archivalCode}</span>
              <span className="cut">{row.title}</span>
              <span className="cut">{row.expectedPlace}</span>
              <span>
                {row.result !== "" && <span className={`mark ${tones[row.result]}`}>{words[row.result]}</span>}{" "}
                {row.foundPlace}
              </span>
            </div>
          );
        }}
      />
      {!isFrozen && (
        <ShortcutLine
          shortcuts={[
            ["↑ ↓", words.keys.move],
            ["1", words.keys.found],
            ["2", words.keys.missing],
            ["3", words.keys.misplaced],
          ]}
        />
      )}
      <ConfirmDialog
        isOpen={isFreezing}
        title={words.freezeTitle}
        verb={words.freeze}
        cancel={custodyText.cancel}
        isBusy={isBusy}
        onVerb={() =>
          void write("stock-take.freeze", { id, note }, { said: () => words.froze }).then(() => setFreezing(false))
        }
        onCancel={() => setFreezing(false)}
      >
        <div className="stack">
          <p className="dialog-note">{words.freezeLine}</p>
          <Input.TextArea
            aria-label={words.note}
            placeholder={words.note}
            maxLength={1000}
            autoSize={{ minRows: 2, maxRows: 5 }}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
      </ConfirmDialog>
    </div>
  );
}
