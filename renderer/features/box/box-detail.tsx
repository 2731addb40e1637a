import { Button, InputNumber, Segmented } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { Box } from "#contract/box";
import type { SpineMm } from "#contract/boxing-rules";
import { useWrite } from "#bridge/use-write";
import { boxText } from "#text/box";
import { Field } from "#ui/field";
import { NoteForm } from "./note-form.tsx";
import { ShelfField } from "./shelf-field.tsx";

type Props = {
  readonly box: Box;
  readonly proposedNote: string;
  readonly sizes: readonly SpineMm[];
  readonly isClosed: boolean;
};

/** One box: number, spine, place on the shelf, and its 备考表. */
export function BoxDetail({ box, proposedNote, sizes, isClosed }: Props): ReactNode {
  const [write, isBusy] = useWrite();
  const [number, setNumber] = useState<number | null>(box.boxNumber);
  useEffect(() => setNumber(box.boxNumber), [box.id, box.boxNumber]);
  const choices = [...new Set([...sizes, box.spineMm])].sort((a, b) => a - b);
  return (
    <aside className="box-detail stack wide" aria-label={boxText.detail}>
      <header className="row">
        <h2 className="grow">{boxText.boxName(box.boxNumber)}</h2>
        <span className="quiet">{boxText.fill(box.thicknessMm, box.usableMm)}</span>
      </header>
      <p className="archival-code small">
        {[...new Set([box.firstCode, box.lastCode])].map((code) => (
          <span key={code} className="box-code">
            {code || boxText.emptyBox}
          </span>
        ))}
      </p>
      <Field label={boxText.number} forId="box-number">
        <InputNumber
          id="box-number"
          min={1}
          max={9999}
          precision={0}
          value={number}
          disabled={isClosed}
          onChange={setNumber}
          onPressEnter={() => (document.activeElement as HTMLElement).blur()}
          onBlur={() => {
            if (number === null || number === box.boxNumber) return setNumber(box.boxNumber);
            void write(
              "box.renumber",
              { id: box.id, boxNumber: number },
              { said: (now) => boxText.renumbered(now.boxNumber), hasUndo: true },
            ).then((done) => done ?? setNumber(box.boxNumber));
          }}
        />
      </Field>
      <Field label={boxText.spineWidth}>
        <Segmented<SpineMm>
          size="small"
          disabled={isClosed || isBusy}
          value={box.spineMm}
          options={choices.map((value) => ({ value, label: String(value) }))}
          onChange={(spineMm) =>
            void write(
              "box.resize",
              { id: box.id, spineMm },
              { said: (now) => boxText.resized(now.boxNumber, now.spineMm), hasUndo: true },
            )
          }
        />
      </Field>
      <ShelfField box={box} />
      <NoteForm key={box.id} box={box} proposedNote={proposedNote} />
      {!isClosed && (
        <Button
          size="small"
          disabled={isBusy}
          onClick={() =>
            void write(
              "box.remove",
              { id: box.id },
              { said: (done) => boxText.removed(done.entryCount), hasUndo: true },
            )
          }
        >
          {boxText.remove}
        </Button>
      )}
    </aside>
  );
}
