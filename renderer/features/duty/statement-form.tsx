import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { Duty, DutyTurn } from "#contract/duty";
import { useWrite } from "#bridge/use-write";
import { dutyText } from "#text/duty";
import { Field } from "#ui/field";
import { PaperField, type Paper } from "./paper-field.tsx";

type Props = { readonly duty: Duty; readonly turn: DutyTurn };

/** 未开展说明: explains; what was not done stays not done. */
export function StatementForm({ duty, turn: { period, statement } }: Props): ReactNode {
  const [words, setWords] = useState(statement?.words ?? "");
  const [paper, setPaper] = useState<Paper | undefined>(
    statement?.itemId ? { id: statement.itemId, name: statement.item } : undefined,
  );
  const [write, isBusy] = useWrite();
  const save = (text: string): void =>
    void write(
      "duty.state-not-done",
      { id: duty.id, period, words: text, itemId: text === "" ? null : (paper?.id ?? null) },
      { said: () => (text === "" ? dutyText.saved : dutyText.keptStatement), hasUndo: true },
    );
  return (
    <div className="stack">
      <Field label={dutyText.statement} forId="duty-statement" note={dutyText.statementHint}>
        <Input.TextArea
          id="duty-statement"
          value={words}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      <PaperField id="duty-statement-paper" value={paper} onPaper={setPaper} />
      <div className="row">
        <Button disabled={isBusy || words.trim() === ""} onClick={() => save(words)}>
          {dutyText.keepStatement}
        </Button>
        {statement && (
          <Button disabled={isBusy} onClick={() => save("")}>
            {dutyText.dropStatement}
          </Button>
        )}
      </div>
    </div>
  );
}
