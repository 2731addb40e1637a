// 从备份恢复 — before an archive is open: choose and check, read what would happen, wait, open what came back.
import { type ReactNode, useState } from "react";
import type { Asked } from "#contract/contract";
import type { RestoreCheck, RestoreReport } from "#contract/restore";
import { wordsOf } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { restoreText } from "#text/restore";
import { CheckedStep } from "./checked-step.tsx";
import { ChooseStep } from "./choose-step.tsx";
import { DoneStep } from "./done-step.tsx";
import { RunningStep } from "./running-step.tsx";

type Ask = Asked<"restore.check">;
type Props = {
  /** The archive that is broken or to be replaced; undefined where there is none. */
  readonly folder: string | undefined;
  readonly sheetFields: (onGroups: (groups: string[] | undefined) => void) => ReactNode;
  readonly onBack: () => void;
  readonly onOpen: (folder: string) => void;
};

export function RestorePage({ folder, sheetFields, onBack, onOpen }: Props): ReactNode {
  const [asked, setAsked] = useState<Ask>();
  const [checked, setChecked] = useState<RestoreCheck>();
  const [report, setReport] = useState<RestoreReport>();
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<{ sentence: string; code: string }>();
  const refused = (thrown: unknown): void => setProblem(wordsOf(thrown));

  const check = async (input: Ask): Promise<void> => {
    setProblem(undefined);
    setRunning(true);
    setAsked(input);
    setChecked(await runTask("restore.check", input, { label: restoreText.checking, refused }));
    setRunning(false);
  };
  const run = async (acceptsUnknown: boolean): Promise<void> => {
    if (!asked) return;
    setProblem(undefined);
    setRunning(true);
    const input = { ...asked, acceptsUnknown };
    setReport(await runTask("restore.run", input, { label: restoreText.running, refused }));
    setRunning(false);
  };

  const step = (): ReactNode => {
    if (report) return <DoneStep report={report} onOpen={() => onOpen(report.folder)} />;
    if (isRunning && checked) return <RunningStep />;
    if (checked && asked) {
      return (
        <CheckedStep
          checked={checked}
          problem={problem}
          onRegister={(place) => void check({ ...asked, registers: [...(asked.registers ?? []), place] })}
          onRun={(acceptsUnknown) => void run(acceptsUnknown)}
          onBack={() => {
            setChecked(undefined);
            setProblem(undefined);
          }}
        />
      );
    }
    return (
      <ChooseStep
        folder={folder}
        first={asked}
        isBusy={isRunning}
        problem={problem}
        sheetFields={sheetFields}
        onCheck={(input) => void check(input)}
        onBack={onBack}
      />
    );
  };
  return (
    <main className="unlock" aria-label={restoreText.title}>
      <div className="unlock-card is-wide stack wide restore">{step()}</div>
    </main>
  );
}
