import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { useWrite } from "#bridge/use-write";
import { firstRunText } from "#text/first-run";
import { Field } from "#ui/field";
import { StepFrame } from "./step-frame.tsx";

type Props = { readonly onDone: (folder: string) => void };

/** 备份位置: another disk, now or later. */
export function BackupStep({ onDone }: Props): ReactNode {
  const [folder, setFolder] = useState("");
  const [write, isBusy] = useWrite();
  const choose = async (): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-folder", {
        title: firstRunText.backupChooseTitle,
        purpose: "backup",
      });
      if (path === null) return;
      const saved = await write("settings.revise", { backupFolder: path });
      if (saved) setFolder(saved.backupFolder);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  return (
    <StepFrame
      step={5}
      foot={
        <>
          <Button onClick={() => onDone("")}>{firstRunText.skip}</Button>
          <span className="grow" />
          <Button type="primary" disabled={folder === ""} onClick={() => onDone(folder)}>
            {firstRunText.next}
          </Button>
        </>
      }
    >
      <h2>{firstRunText.backupTitle}</h2>
      <p className="quiet">{firstRunText.backupLine}</p>
      <Field label={firstRunText.backupFolder}>
        <div className="row">
          <span className={`grow path ${folder ? "" : "quiet"}`}>{folder || firstRunText.backupNone}</span>
          <Button autoFocus loading={isBusy} onClick={() => void choose()}>
            {firstRunText.backupChoose}
          </Button>
        </div>
      </Field>
    </StepFrame>
  );
}
