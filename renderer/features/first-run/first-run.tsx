// The first run: seven steps. Passphrase and sheet cannot be skipped here; leaving half-way leaves an archive that
// asks for the sheet at every unlock.
import { Button } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { sayThrown, wordsOf } from "#bridge/notices";
import { askShell } from "#bridge/call";
import { rememberArchive } from "#bridge/desk";
import { runTask } from "#bridge/tasks";
import { firstRunText } from "#text/first-run";
import { archiveFolder } from "./archive-folder.ts";
import { BackupStep } from "./backup-step.tsx";
import { FondsStep } from "./fonds-step.tsx";
import { PassphraseStep } from "./passphrase-step.tsx";
import { type Place, PlaceStep } from "./place-step.tsx";
import { StepFrame } from "./step-frame.tsx";

type Props = {
  readonly onLeave: () => void;
  readonly onDone: () => void;
  /** The sheet as paper, and the sheet typed back: rooms of another feature. */
  readonly sheet: (groups: readonly string[]) => ReactNode;
  readonly typeBack: (onConfirmed: () => void) => ReactNode;
};
type Step = "place" | "passphrase" | "sheet" | "type-back" | "fonds" | "backup" | "done";

export function FirstRun({ onLeave, onDone, sheet, typeBack }: Props): ReactNode {
  const [step, setStep] = useState<Step>("place");
  const [place, setPlace] = useState<Place>({ name: "", parent: "", label: firstRunText.labelDefault, personName: "" });
  const [groups, setGroups] = useState<readonly string[]>([]);
  const [made, setMade] = useState({ folder: "", fonds: "", backup: "" });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ sentence: string; code: string }>();

  useEffect(() => {
    askShell("shell.default-folder", {}).then(
      ({ path }) => setPlace((now) => (now.parent === "" ? { ...now, parent: path } : now)),
      sayThrown,
    );
  }, []);

  const make = async (passphrase: string): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const { name, label, personName } = place;
    const answer = await runTask(
      "archive.create",
      { folder: archiveFolder(place), name, label, personName, passphrase },
      { label: firstRunText.makeTask, refused: (thrown) => setProblem(wordsOf(thrown)) },
    );
    setBusy(false);
    if (!answer) return;
    rememberArchive(answer.session.folder);
    setMade((now) => ({ ...now, folder: answer.session.folder }));
    setGroups(answer.recoveryGroups);
    setStep("sheet");
  };

  switch (step) {
    case "place":
      return (
        <PlaceStep
          place={place}
          onPlace={(change) => setPlace((now) => ({ ...now, ...change }))}
          onNext={() => setStep("passphrase")}
          onLeave={onLeave}
        />
      );
    case "passphrase":
      return (
        <PassphraseStep
          isBusy={isBusy}
          problem={problem}
          onMake={(passphrase) => void make(passphrase)}
          onBack={() => setStep("place")}
        />
      );
    case "sheet":
      return (
        <StepFrame
          step={2}
          isTall
          foot={
            <>
              <span className="grow" />
              <Button type="primary" onClick={() => setStep("type-back")}>
                {firstRunText.sheetNext}
              </Button>
            </>
          }
        >
          <h2>{firstRunText.sheetTitle}</h2>
          <p className="quiet">{firstRunText.sheetLine}</p>
          <div className="grow">{sheet(groups)}</div>
        </StepFrame>
      );
    case "type-back":
      return (
        <StepFrame step={3} foot={<Button onClick={() => setStep("sheet")}>{firstRunText.showAgain}</Button>}>
          <h2>{firstRunText.typeBackTitle}</h2>
          {typeBack(() => {
            setGroups([]);
            setStep("fonds");
          })}
        </StepFrame>
      );
    case "fonds":
      return (
        <FondsStep
          archiveName={place.name}
          onDone={(fonds) => {
            setMade((now) => ({ ...now, fonds }));
            setStep("backup");
          }}
        />
      );
    case "backup":
      return (
        <BackupStep
          onDone={(backup) => {
            setMade((now) => ({ ...now, backup }));
            setStep("done");
          }}
        />
      );
    case "done":
      return (
        <StepFrame
          step={6}
          foot={
            <>
              <span className="grow" />
              <Button type="primary" autoFocus onClick={onDone}>
                {firstRunText.start}
              </Button>
            </>
          }
        >
          <h2>{firstRunText.doneTitle}</h2>
          <dl className="facts">
            <dt>{firstRunText.doneName}</dt>
            <dd>{place.name}</dd>
            <dt>{firstRunText.doneFolder}</dt>
            <dd className="path">{made.folder}</dd>
            <dt>{firstRunText.doneSheet}</dt>
            <dd>{firstRunText.doneSheetYes}</dd>
            <dt>{firstRunText.doneFonds}</dt>
            <dd>{made.fonds || firstRunText.doneFondsNone}</dd>
            <dt>{firstRunText.doneBackup}</dt>
            <dd className="path">{made.backup || firstRunText.doneBackupNone}</dd>
          </dl>
        </StepFrame>
      );
  }
}
