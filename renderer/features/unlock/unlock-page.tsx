import { Button, Dropdown, Input, type InputRef, Select } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ArchiveInspection } from "#contract/archive";
import { Refusal } from "#contract/refusal";
import { ask } from "#bridge/call";
import { wordsOf } from "#bridge/notices";
import { enterArchive, lockReason } from "#bridge/session";
import { runTask } from "#bridge/tasks";
import { useProgress } from "#bridge/use-progress";
import { sayDay } from "#text/format";
import { frameText } from "#text/frame";
import { restoreText } from "#text/restore";
import { unlockText, upgradeStage } from "#text/unlock";
import { Problem } from "#ui/problem";
import { RunningStage } from "#ui/running-stage";
import { Waiting } from "#ui/waiting";
import { useCountdown } from "./use-countdown.ts";

type Props = {
  readonly folder: string;
  readonly others: readonly string[];
  readonly onFolder: (folder: string) => void;
  readonly onOpenOther: () => void;
  readonly onNew: () => void;
  readonly onForgot: () => void;
  readonly onRestore: () => void;
};
type Words = { readonly sentence: string; readonly code: string };

const lastName = (folder: string): string =>
  folder
    .split(/[\\/]/)
    .findLast((part) => part !== "")
    ?.replace(/\.lindang$/, "") ?? folder;

/** One name, one field: who is there, the passphrase, the day of the last backup. Nothing else. */
export function UnlockPage({ folder, others, onFolder, onOpenOther, onNew, onForgot, onRestore }: Props): ReactNode {
  const [seen, setSeen] = useState<ArchiveInspection>();
  const [look, setLook] = useState(0);
  const [cannotSee, setCannotSee] = useState<Words>();
  const [problem, setProblem] = useState<Words>();
  const [label, setLabel] = useState<string>();
  const [passphrase, setPassphrase] = useState("");
  const [hasCapsLock, setCapsLock] = useState(false);
  const [left, waitFor] = useCountdown();
  const [isBusy, setBusy] = useState(false);
  const upgrade = useProgress(unlockText.unlock);
  const field = useRef<InputRef>(null);
  const reason = lockReason.use();

  useEffect(() => {
    let isWanted = true;
    setSeen(undefined);
    setCannotSee(undefined);
    ask("archive.inspect", { folder }).then(
      (inspection) => {
        if (!isWanted) return;
        setSeen(inspection);
        if (inspection.waitSeconds > 0) waitFor(inspection.waitSeconds);
      },
      (thrown: unknown) => isWanted && setCannotSee(wordsOf(thrown)),
    );
    return () => {
      isWanted = false;
    };
  }, [folder, look, waitFor]);

  const unlock = async (): Promise<void> => {
    if (passphrase === "" || left > 0 || isBusy) return;
    setProblem(undefined);
    setBusy(true);
    const opened = await runTask(
      "archive.unlock",
      { folder, passphrase, ...(label === undefined ? {} : { label }) },
      {
        label: unlockText.unlock,
        refused: (thrown) => {
          if (thrown instanceof Refusal && typeof thrown.details["seconds"] === "number") {
            waitFor(thrown.details["seconds"]);
          }
          setProblem(wordsOf(thrown));
        },
      },
    );
    setBusy(false);
    setPassphrase("");
    if (opened) return enterArchive(opened);
    // A wrong passphrase may have started a wait: the button says so before the next one is typed in vain.
    const now = await ask("archive.inspect", { folder }).catch(() => undefined);
    if (now && now.waitSeconds > 0) waitFor(now.waitSeconds);
    field.current?.focus();
  };

  const labels = seen?.labels ?? [];
  const restoring = <Button onClick={onRestore}>{restoreText.doorFrom}</Button>;
  const notice = reason === "idle" ? frameText.lockedIdle : reason === "restarted" ? frameText.restarted : "";
  return (
    <main className="unlock" aria-label={unlockText.product}>
      <form
        className="unlock-card stack wide"
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <p className="unlock-product">{unlockText.product}</p>
        <h1>{seen?.name ?? lastName(folder)}</h1>
        {notice && <p className="unlock-notice">{notice}</p>}
        {cannotSee ? (
          <Problem {...cannotSee} again={{ words: unlockText.lookAgain, run: () => setLook((now) => now + 1) }}>
            {restoring}
          </Problem>
        ) : !seen ? (
          <Waiting rows={2} label={unlockText.looking} />
        ) : (
          <>
            {labels.length > 1 && (
              <Select
                aria-label={unlockText.label}
                value={label ?? labels[0] ?? null}
                options={labels.map((each) => ({ value: each, label: each }))}
                onChange={(each) => each && setLabel(each)}
              />
            )}
            <Input.Password
              ref={field}
              autoFocus
              size="large"
              value={passphrase}
              autoComplete="off"
              placeholder={unlockText.passphrase}
              aria-label={unlockText.passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
              onKeyUp={(event) => setCapsLock(event.getModifierState("CapsLock"))}
            />
            {hasCapsLock && <p className="tone-look small">{unlockText.capsLock}</p>}
            <Button
              type="primary"
              size="large"
              htmlType="submit"
              block
              loading={isBusy}
              disabled={left > 0 || passphrase === ""}
            >
              {left > 0
                ? unlockText.wait(left)
                : upgrade
                  ? unlockText.upgrading
                  : isBusy
                    ? unlockText.unlocking
                    : unlockText.unlock}
            </Button>
            {upgrade && <RunningStage {...upgradeStage(upgrade)} />}
            {problem && <Problem {...problem}>{problem.code === "archive-damaged" && restoring}</Problem>}
            <div className="row small">
              <span className="grow quiet">
                {seen.lastBackupDate ? unlockText.backupDate(sayDay(seen.lastBackupDate)) : unlockText.noBackup}
              </span>
              <Button type="link" size="small" disabled={isBusy} onClick={onForgot}>
                {unlockText.forgot}
              </Button>
            </div>
          </>
        )}
      </form>
      <Dropdown
        disabled={isBusy}
        trigger={["click"]}
        menu={{
          items: [
            ...others.map((each) => ({ key: each, label: lastName(each), title: each, onClick: () => onFolder(each) })),
            { key: "open", label: unlockText.openOther, onClick: onOpenOther },
            { key: "new", label: unlockText.makeNew, onClick: onNew },
            { key: "restore", label: restoreText.doorFrom, onClick: onRestore },
          ],
        }}
      >
        <Button type="text" className="unlock-others">
          {unlockText.others}
        </Button>
      </Dropdown>
    </main>
  );
}
