import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { custodyText } from "#text/custody";
import { Problem } from "#ui/problem";
import { BatchLineRow } from "./batch-line-row.tsx";
import { CloseDialog } from "./close-dialog.tsx";

const words = custodyText.batch;

/** One batch: every item counted, scanned, checked and bound. */
export function BatchLines({ id, onBack }: { readonly id: string; readonly onBack: () => void }): ReactNode {
  const read = useRead("digitisation-batch.read", { id });
  const [isClosing, setClosing] = useState(false);
  const [write, isBusy] = useWrite();
  if (read.problem) return <Problem {...read.problem} again={{ words: words.back, run: onBack }} />;
  if (!read.value) return null;
  const { batch, lines } = read.value;
  const isOpen = batch.state === "open";
  return (
    <div className="custody-lines">
      <div className="custody-bar row">
        <Button size="small" onClick={onBack}>
          {words.back}
        </Button>
        <b>{words.number(batch.number)}</b>
        <span className="grow quiet">
          {batch.operator} · {words.progress(batch.checkedCount, batch.itemCount)}
          {batch.differenceCount > 0 && ` · ${words.difference(batch.differenceCount)}`}
        </span>
        {isOpen ? (
          <>
            <Button
              size="small"
              disabled={isBusy}
              onClick={() =>
                void write("digitisation-batch.withdraw", { id }, { said: () => words.withdrawn }).then(
                  (done) => done && onBack(),
                )
              }
            >
              {words.withdraw}
            </Button>
            <Button size="small" type="primary" disabled={isBusy} onClick={() => setClosing(true)}>
              {words.close}
            </Button>
          </>
        ) : (
          <span className="mark mark-proved">{`${words.closed} ${batch.returnedOn} ${batch.receivedBy}`}</span>
        )}
      </div>
      <div className="custody-scroll">
        <table className="plain">
          <thead>
            <tr>
              <th>{custodyText.code}</th>
              <th>{custodyText.name}</th>
              <th className="figures">{words.counted}</th>
              <th className="figures">{words.scanned}</th>
              <th>{words.checked}</th>
              <th>{words.binding}</th>
              <th>{words.explanation}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <BatchLineRow key={line.itemId} id={id} line={line} isOpen={isOpen} />
            ))}
          </tbody>
        </table>
      </div>
      <CloseDialog id={id} number={batch.number} isOpen={isClosing} onClose={() => setClosing(false)} />
    </div>
  );
}
