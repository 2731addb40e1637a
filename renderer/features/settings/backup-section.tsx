import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { bridgeText } from "#text/bridge";
import { sayCount, sayMinute } from "#text/format";
import { restoreText } from "#text/restore";
import { backupText } from "#text/settings";
import { Problem } from "#ui/problem";
import { Waiting } from "#ui/waiting";

type Props = { readonly onRestore: () => void };

/** 备份: where, when, now; and the way back out of one. */
export function BackupSection({ onRestore }: Props): ReactNode {
  const state = useRead("backup.state", {});
  const [write, isSaving] = useWrite();
  const [isBusy, setBusy] = useState(false);
  const choose = async (): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-folder", { title: backupText.chooseTitle, purpose: "backup" });
      if (path === null) return;
      await write("settings.revise", { backupFolder: path }, { said: () => backupText.chosen });
    } catch (thrown) {
      sayThrown(thrown);
    }
    state.lookAgain();
  };
  const make = async (): Promise<void> => {
    setBusy(true);
    await runTask("backup.make", {}, { label: backupText.makeTask, said: (made) => backupText.made(made.files) });
    setBusy(false);
    state.lookAgain();
  };
  const { value } = state;
  return (
    <section className="stack wide" aria-label={backupText.title}>
      <h2>{backupText.title}</h2>
      <p className="quiet">{backupText.line}</p>
      {state.problem && <Problem {...state.problem} again={{ words: bridgeText.again, run: state.lookAgain }} />}
      {state.isSlow && <Waiting label={bridgeText.waiting} rows={3} />}
      {value && (
        <>
          <dl className="facts">
            <dt>{backupText.folder}</dt>
            <dd className={value.folder ? "path" : "tone-look"}>{value.folder || backupText.none}</dd>
            {value.folder && (
              <>
                <dt>{backupText.state}</dt>
                <dd className={value.isReachable ? "tone-proved" : "tone-look"}>
                  {value.isReachable ? backupText.reachable : backupText.away}
                </dd>
              </>
            )}
            <dt>{backupText.last}</dt>
            <dd>{value.lastAt ? sayMinute(value.lastAt) : backupText.never}</dd>
            {value.lastAt && (
              <>
                <dt>{backupText.files}</dt>
                <dd>{sayCount(value.files)}</dd>
              </>
            )}
          </dl>
          <div className="row wrap">
            <Button loading={isSaving} onClick={() => void choose()}>
              {backupText.choose}
            </Button>
            <Button
              type="primary"
              disabled={value.folder === "" || !value.isReachable}
              loading={isBusy}
              onClick={() => void make()}
            >
              {backupText.make}
            </Button>
          </div>
        </>
      )}
      <p className="quiet small">{backupText.sealedNote}</p>
      <div className="row wrap">
        <Button onClick={onRestore}>{restoreText.settings}</Button>
        <span className="quiet small">{restoreText.settingsLine}</span>
      </div>
    </section>
  );
}
