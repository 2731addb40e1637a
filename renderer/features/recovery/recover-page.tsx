import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import { passphraseLeast } from "#contract/archive";
import { enterArchive } from "#bridge/session";
import { runTask } from "#bridge/tasks";
import { useProgress } from "#bridge/use-progress";
import { wordsOf } from "#bridge/notices";
import { unlockText, upgradeStage } from "#text/unlock";
import { CodeGroups } from "#ui/code-groups";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";
import { RunningStage } from "#ui/running-stage";
import { sheetGroups } from "./sheet-groups.ts";

type Props = { readonly folder: string; readonly onBack: () => void };

/** 忘记口令: the eight groups from the paper and a new passphrase. */
export function RecoverPage({ folder, onBack }: Props): ReactNode {
  const [groups, setGroups] = useState<string[]>();
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [problem, setProblem] = useState<{ sentence: string; code: string }>();
  const [isBusy, setBusy] = useState(false);
  const upgrade = useProgress(unlockText.recover);
  const isLong = next.length >= passphraseLeast;
  const mayGo = groups !== undefined && isLong && next === again;

  const recover = async (): Promise<void> => {
    if (!groups || !mayGo || isBusy) return;
    setProblem(undefined);
    setBusy(true);
    const opened = await runTask(
      "archive.recover",
      { folder, groups, newPassphrase: next },
      { label: unlockText.recover, refused: (thrown) => setProblem(wordsOf(thrown)) },
    );
    setBusy(false);
    if (opened) enterArchive(opened);
  };

  return (
    <main className="unlock" aria-label={unlockText.recoverTitle}>
      <form
        className="unlock-card is-wide stack wide"
        onSubmit={(event) => {
          event.preventDefault();
          void recover();
        }}
      >
        <h1>{unlockText.recoverTitle}</h1>
        <p className="quiet">{unlockText.recoverLine}</p>
        <CodeGroups {...sheetGroups} isDisabled={isBusy} onGroups={setGroups} />
        <Field label={unlockText.nextPassphrase} forId="next" note={unlockText.passphraseLeast(passphraseLeast)}>
          <Input.Password id="next" value={next} autoComplete="off" onChange={(event) => setNext(event.target.value)} />
        </Field>
        <Field
          label={unlockText.nextAgain}
          forId="again"
          note={again && next !== again ? unlockText.notSame : undefined}
          tone="look"
        >
          <Input.Password
            id="again"
            value={again}
            autoComplete="off"
            onChange={(event) => setAgain(event.target.value)}
          />
        </Field>
        {problem && <Problem {...problem} />}
        {upgrade && <RunningStage {...upgradeStage(upgrade)} />}
        <div className="row">
          <Button disabled={isBusy} onClick={onBack}>
            {unlockText.back}
          </Button>
          <span className="grow" />
          <Button type="primary" htmlType="submit" disabled={!mayGo} loading={isBusy}>
            {unlockText.recover}
          </Button>
        </div>
      </form>
    </main>
  );
}
