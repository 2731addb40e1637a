import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Output } from "#contract/contract";
import { ask } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { sayWhen } from "#text/format";
import { homeText } from "#text/home";

type Props = {
  readonly lastBackupAt: string | null;
  readonly backupFolder: string;
  readonly onBackup: () => void;
};

/** 平安: backup and the chain of the journal. */
export function SafetyPanel({ lastBackupAt, backupFolder, onBackup }: Props): ReactNode {
  const [checked, setChecked] = useState<Output<"journal.verify">>();
  const [isBusy, setBusy] = useState(false);
  const check = (): void => {
    setBusy(true);
    ask("journal.verify", {})
      .then(setChecked, sayThrown)
      .finally(() => setBusy(false));
  };
  const backup =
    backupFolder === "" ? homeText.backupUnset : lastBackupAt ? sayWhen(lastBackupAt) : homeText.backupNone;
  const isSafe = backupFolder !== "" && lastBackupAt !== null;
  return (
    <section className="home-panel" aria-label={homeText.safety}>
      <h2>{homeText.safety}</h2>
      <div className="home-line">
        <span>
          <span className="quiet">{homeText.backup}</span>{" "}
          <span className={isSafe ? "tone-proved" : "tone-look"}>{backup}</span>
        </span>
        {!isSafe && <Button onClick={onBackup}>{backupFolder === "" ? homeText.setBackup : homeText.goBackup}</Button>}
      </div>
      <div className="home-line">
        {checked ? (
          <span>
            <span className="quiet">{homeText.journal}</span>{" "}
            <span className={checked.isWhole ? "tone-proved" : "tone-destroy"}>
              {checked.isWhole
                ? homeText.journalWhole(checked.entryCount)
                : homeText.journalBroken(checked.brokenAt ?? 0)}
            </span>
          </span>
        ) : (
          <Button loading={isBusy} onClick={check}>
            {homeText.journalCheck}
          </Button>
        )}
      </div>
    </section>
  );
}
