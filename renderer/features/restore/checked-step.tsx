import { Button, Checkbox } from "antd";
import { type ReactNode, useState } from "react";
import type { RestoreCheck } from "#contract/restore";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { sayBytes, sayMinute } from "#text/format";
import { restoreText as words } from "#text/restore";
import { Problem } from "#ui/problem";
import { CountTable } from "./count-table.tsx";

type Props = {
  readonly checked: RestoreCheck;
  readonly problem: { readonly sentence: string; readonly code: string } | undefined;
  readonly onRegister: (place: string) => void;
  readonly onRun: (acceptsUnknown: boolean) => void;
  readonly onBack: () => void;
};

/** What the lost part is said to be. */
function sayLoss({ present }: RestoreCheck): string {
  if (present.state === "none") return words.none;
  if (present.state === "unreadable") return words.unreadable;
  return present.changes === null ? words.apart : words.changes(present.changes);
}

/** Everything that will happen, said before it does; nothing has been written yet. */
export function CheckedStep({ checked, problem, onRegister, onRun, onBack }: Props): ReactNode {
  const [isAccepted, setAccepted] = useState(false);
  const { backup, present, deletions, target, keptAs, bytesNeeded, bytesFree } = checked;
  const hasRoom = bytesFree >= bytesNeeded;
  const add = async (): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-folder", { title: words.addRegisterTitle, purpose: "backup" });
      if (path !== null) onRegister(path);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  return (
    <>
      <h1>{words.checkedTitle}</h1>
      <dl className="facts">
        <dt>{words.backupAt}</dt>
        <dd>{sayMinute(backup.at)}</dd>
        {present.lastAt && (
          <>
            <dt>{words.presentAt}</dt>
            <dd>{sayMinute(present.lastAt)}</dd>
          </>
        )}
        <dt>{words.target}</dt>
        <dd className="path">{target}</dd>
        {keptAs && (
          <>
            <dt>{words.kept}</dt>
            <dd className="path">{keptAs}</dd>
          </>
        )}
      </dl>
      <CountTable counts={checked.counts} present={present.counts} />
      <p className={present.changes === 0 || present.state === "none" ? "quiet" : "tone-look"}>{sayLoss(checked)}</p>
      <div className="stack">
        {(deletions.isCertain || deletions.count > 0) && <p>{words.deletions(deletions.count)}</p>}
        {deletions.takenAway > 0 && <p>{words.takenAway}</p>}
        {!deletions.isCertain && (
          <>
            <p className="tone-look">{words.uncertain}</p>
            <dl className="facts">
              <dt>{words.registers}</dt>
              <dd>
                {deletions.registers.length === 0
                  ? words.noRegisters
                  : deletions.registers.map(({ place, writtenAt }) => (
                      <div key={place} className="path">
                        {words.registerAt(sayMinute(writtenAt), place)}
                      </div>
                    ))}
              </dd>
            </dl>
            <div>
              <Button size="small" onClick={() => void add()}>
                {words.addRegister}
              </Button>
            </div>
            <Checkbox checked={isAccepted} onChange={(event) => setAccepted(event.target.checked)}>
              {words.accepts}
            </Checkbox>
          </>
        )}
      </div>
      {!hasRoom && <p className="tone-destroy">{words.noRoom(sayBytes(bytesNeeded), sayBytes(bytesFree))}</p>}
      {problem && <Problem {...problem} />}
      <div className="row">
        <Button onClick={onBack}>{words.back}</Button>
        <span className="grow" />
        <Button
          type="primary"
          disabled={!hasRoom || (!deletions.isCertain && !isAccepted)}
          onClick={() => onRun(isAccepted)}
        >
          {words.run}
        </Button>
      </div>
    </>
  );
}
