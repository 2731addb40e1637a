import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { CollectionLine } from "#contract/collection-list";
import { useWrite } from "#bridge/use-write";
import { collectText, filingText } from "#text/filing";
import { ConfirmDialog } from "#ui/confirm-dialog";
import type { CollectScope } from "./collect-scope.ts";
import { LineDialog } from "./line-dialog.tsx";

type Props = {
  readonly scope: CollectScope;
  readonly lines: readonly CollectionLine[];
  readonly onDone: () => void;
};
type Verdict = "missing" | "excluded";

/** What the chosen lines have come to: 已交, 催交, 未交 or 不归档 with its reason. */
export function JudgeBar({ scope, lines, onDone }: Props): ReactNode {
  const [asked, setAsked] = useState<Verdict>();
  const [reason, setReason] = useState("");
  const [isRevising, setRevising] = useState(false);
  const [write, isBusy] = useWrite();
  const ids = lines.map((line) => line.id);
  const judge = async (state: CollectionLine["state"], why = ""): Promise<void> => {
    const said = ({ lines: done }: { lines: readonly unknown[] }): string => collectText.judged(done.length);
    if (await write("collection.judge", { ids, state, reason: why }, { hasUndo: true, said })) onDone();
    setAsked(undefined);
    setReason("");
  };
  const remind = async (): Promise<void> => {
    const said = ({ lines: done }: { lines: readonly unknown[] }): string => collectText.remindedNow(done.length);
    if (await write("collection.remind", { ids }, { hasUndo: true, said })) onDone();
  };
  const [only] = lines;
  const remove = async (): Promise<void> => {
    if (only && (await write("collection.remove", { id: only.id, revision: only.revision }, { hasUndo: true })))
      onDone();
  };
  return (
    <div className="stage-bar judge-bar" role="toolbar" aria-label={collectText.picked(lines.length)}>
      <b>{collectText.picked(lines.length)}</b>
      <Button type="primary" disabled={isBusy} onClick={() => void judge("handed-in")}>
        {collectText.handIn}
      </Button>
      <Button disabled={lines.some((line) => line.state !== "expected")} onClick={() => void remind()}>
        {collectText.remind}
      </Button>
      <Button onClick={() => setAsked("missing")}>{collectText.missing}</Button>
      <Button onClick={() => setAsked("excluded")}>{collectText.exclude}</Button>
      <Button onClick={() => void judge("expected")}>{collectText.reset}</Button>
      {only && lines.length === 1 && (
        <>
          <Button onClick={() => setRevising(true)}>{collectText.revise}</Button>
          <Button onClick={() => void remove()}>{collectText.remove}</Button>
        </>
      )}
      {only && isRevising && <LineDialog scope={scope} line={only} onEnd={() => setRevising(false)} />}
      <ConfirmDialog
        isOpen={asked !== undefined}
        title={collectText.reasonTitle[asked ?? "missing"]}
        verb={collectText.reasonVerb}
        cancel={filingText.cancel}
        isBusy={isBusy}
        onVerb={() => asked && reason.trim() !== "" && void judge(asked, reason)}
        onCancel={() => setAsked(undefined)}
      >
        <p>{collectText.reasonLine(lines.length)}</p>
        <Input
          aria-label={collectText.reason}
          autoFocus
          value={reason}
          maxLength={300}
          placeholder={collectText.reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </ConfirmDialog>
    </div>
  );
}
