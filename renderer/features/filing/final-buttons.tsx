// The two steps that count: numbering, and closing for good.
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Output } from "#contract/contract";
import type { FondsId } from "#contract/fonds";
import { useWrite } from "#bridge/use-write";
import { closeText, filingText } from "#text/filing";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { DangerDialog } from "#ui/danger-dialog";
import { freshUnits, sayFiled } from "./plan-lines.ts";

type Scope = { readonly fondsId: FondsId; readonly category: string; readonly year: number };

type CommitProps = {
  readonly scope: Scope;
  readonly plan: Output<"filing.preview"> | undefined;
  readonly onDone: (result: string) => void;
};

/** Numbers what the preview shows, that and nothing else. */
export function CommitButton({ scope, plan, onDone }: CommitProps): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const [write, isBusy] = useWrite();
  const mayCommit = plan !== undefined && plan.newCount > 0 && plan.problems.length === 0;
  const commit = async (): Promise<void> => {
    if (!plan) return;
    const said = ({ filedCount }: Output<"filing.commit">): string => sayFiled(filedCount, plan.units);
    const done = await write("filing.commit", { ...scope, planDigest: plan.planDigest }, { hasUndo: true, said });
    setAsking(false);
    if (done) onDone(said(done));
  };
  return (
    <>
      <Button type="primary" disabled={!mayCommit} onClick={() => setAsking(true)}>
        {plan && plan.newCount > 0 ? filingText.commit(plan.newCount) : filingText.commitNone}
      </Button>
      <ConfirmDialog
        isOpen={isAsking && plan !== undefined}
        title={filingText.commitTitle(scope.year)}
        verb={filingText.commitVerb}
        cancel={filingText.cancel}
        isBusy={isBusy}
        onVerb={() => void commit()}
        onCancel={() => setAsking(false)}
      >
        <p>{filingText.commitLine(plan?.newCount ?? 0)}</p>
        <table className="plain">
          <tbody>
            {freshUnits(plan?.units ?? []).map((unit) => (
              <tr key={unit.name}>
                <td>{unit.name}</td>
                <td className="figures">{filingText.stageCount(unit.count)}</td>
                <td className="archival-code">{unit.ranges}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="dialog-note">{filingText.commitFixed}</p>
      </ConfirmDialog>
    </>
  );
}

type CloseProps = {
  readonly scope: Scope;
  readonly name: string;
  readonly check: Output<"filing-year.check"> | undefined;
};

/** Closes the year over exactly the findings shown. */
export function CloseButton({ scope, name, check }: CloseProps): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const [write, isBusy] = useWrite();
  const close = async (): Promise<void> => {
    if (!check) return;
    const said = ({ itemCount }: Output<"filing-year.close">): string => closeText.closed(itemCount);
    await write("filing-year.close", { ...scope, checkDigest: check.checkDigest }, { said });
    setAsking(false);
  };
  const mayClose = check !== undefined && check.blockingCount === 0 && check.filedCount > 0;
  const open = check?.findings.length ?? 0;
  return (
    <>
      <Button type="primary" disabled={!mayClose} onClick={() => setAsking(true)}>
        {closeText.close}
      </Button>
      <DangerDialog
        isOpen={isAsking}
        title={closeText.closeTitle(scope.year, name)}
        verb={closeText.closeVerb}
        keep={closeText.keep}
        isBusy={isBusy}
        onVerb={() => void close()}
        onKeep={() => setAsking(false)}
      >
        <p>{closeText.closeLine(check?.filedCount ?? 0, check?.pageSum ?? 0)}</p>
        {open > 0 && <p className="tone-look">{closeText.closeOpen(open)}</p>}
        <p>{closeText.closeFinal}</p>
      </DangerDialog>
    </>
  );
}
