import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { type Ledger, ledgerStateLabel } from "#contract/ledger";
import { useWrite } from "#bridge/use-write";
import { ledgerDesignText } from "#text/ledger-design";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Problem } from "#ui/problem";
import type { Editing } from "./use-design.ts";

const words = ledgerDesignText;

type Props = {
  readonly ledger: Ledger;
  readonly editing: Editing;
  /** What has to be done before it may be opened, in the order of doing it. */
  readonly missing: readonly string[];
  /** Why the design was not saved. */
  readonly problem: { readonly sentence: string; readonly code: string } | undefined;
  readonly isBusy: boolean;
  readonly onSave: () => void;
};

/** Name and state of a ledger, and the acts on it as a whole. */
export function DesignHead({ ledger, editing, missing, problem, isBusy, onSave }: Props): ReactNode {
  const [isDropping, setDropping] = useState(false);
  const [write, isWriting] = useWrite();
  const { isChanged } = editing;
  const at = { id: ledger.id, revision: ledger.revision };
  const isOpen = ledger.state === "open";
  const state = { draft: "mark-look", open: "mark-proved", closed: "" }[ledger.state];
  return (
    <header className="design-head stack">
      <div className="row wrap">
        <h2>{ledger.name}</h2>
        <span className={`mark ${state}`}>{ledgerStateLabel[ledger.state]}</span>
        <span className="grow small tone-look">{isChanged ? words.saveFirst : ""}</span>
        {isChanged && <Button onClick={editing.discard}>{words.discard}</Button>}
        {isChanged && (
          <Button type="primary" loading={isBusy} onClick={onSave}>
            {words.save}
          </Button>
        )}
        {ledger.state === "draft" && !isChanged && (
          <Button type="text" onClick={() => setDropping(true)}>
            {words.drop}
          </Button>
        )}
        {!isOpen && (
          <Button
            type={isChanged ? "default" : "primary"}
            disabled={isChanged || missing.length > 0}
            loading={isWriting}
            onClick={() => void write("ledger.open", at, { said: ({ name }) => words.opened(name) })}
          >
            {words.open}
          </Button>
        )}
        {isOpen && (
          <Button
            disabled={isChanged}
            loading={isWriting}
            onClick={() => void write("ledger.close", at, { hasUndo: true, said: ({ name }) => words.closed(name) })}
          >
            {words.close}
          </Button>
        )}
      </div>
      {problem && <Problem {...problem} />}
      {!isOpen && !isChanged && (
        <p className={`small ${missing.length > 0 ? "tone-look" : "tone-proved"}`} role="status">
          {missing.length > 0 ? words.steps.before + missing.join("；") : words.steps.ready}
        </p>
      )}
      <ConfirmDialog
        isOpen={isDropping}
        title={words.drop}
        verb={words.drop}
        cancel={words.maker.cancel}
        isBusy={isWriting}
        onVerb={() =>
          void write("ledger.drop", at, { said: () => words.dropped(ledger.name) }).then(() => setDropping(false))
        }
        onCancel={() => setDropping(false)}
      >
        {ledger.name}
      </ConfirmDialog>
    </header>
  );
}
