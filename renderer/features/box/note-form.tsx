import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { Box } from "#contract/box";
import { useWrite } from "#bridge/use-write";
import { boxText } from "#text/box";
import { SignFields } from "./sign-fields.tsx";

type Props = { readonly box: Box; readonly proposedNote: string };

/** The 备考表 of one box; the program proposes the note, the clerk writes it. */
export function NoteForm({ box, proposedNote }: Props): ReactNode {
  const { note, arrangedBy, arrangedOn, checkedBy, checkedOn } = box;
  const kept = { note, arrangedBy, arrangedOn, checkedBy, checkedOn };
  const [typed, setTyped] = useState<Partial<typeof kept>>({});
  const [write, isBusy] = useWrite();
  const now = { ...kept, ...typed };
  const isChanged = JSON.stringify(now) !== JSON.stringify(kept);
  const change = (more: Partial<typeof kept>): void => setTyped((before) => ({ ...before, ...more }));
  const save = async (): Promise<void> => {
    const done = await write(
      "box.note",
      { notes: [{ id: box.id, ...now }] },
      { said: () => boxText.noted, hasUndo: true },
    );
    if (done) setTyped({});
  };
  return (
    <section className="stack">
      <div className="row">
        <label className="quiet grow" htmlFor="box-note">
          {boxText.note}
        </label>
        <Button
          size="small"
          type="link"
          disabled={now.note === proposedNote}
          onClick={() => change({ note: proposedNote })}
        >
          {boxText.proposeNote}
        </Button>
      </div>
      <Input.TextArea
        id="box-note"
        maxLength={2000}
        autoSize={{ minRows: 3, maxRows: 8 }}
        value={now.note}
        placeholder={proposedNote}
        onChange={(event) => change({ note: event.target.value })}
      />
      <SignFields id="box" value={now} onChange={change} />
      <Button disabled={!isChanged || isBusy} onClick={() => void save()}>
        {boxText.saveNote}
      </Button>
    </section>
  );
}
