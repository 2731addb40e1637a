import { Button, Input } from "antd";
import type { ReactNode } from "react";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { cameraText } from "#text/camera";
import { scanText } from "#text/scan";

type Props = {
  readonly mark: string;
  readonly onMark: (mark: string) => void;
  readonly isBusy: boolean;
  /** The next step lies here (an empty tray), not with the pages already in. */
  readonly isNext: boolean;
  readonly onCamera: () => void;
  readonly onPaths: (paths: readonly string[], isFolder: boolean) => void;
};

/** The ways in: files, a folder, and the 密级 of the batch. */
export function IntakeBar({ mark, onMark, isBusy, isNext, onCamera, onPaths }: Props): ReactNode {
  const chooseFiles = async (): Promise<void> => {
    try {
      const { paths } = await askShell("shell.choose-scans", {});
      if (paths.length > 0) onPaths(paths, false);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  const chooseFolder = async (): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-folder", {
        title: scanText.chooseFolderTitle,
        purpose: "scans",
      });
      if (path !== null) onPaths([path], true);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  return (
    <>
      <Button type={isNext ? "primary" : "default"} disabled={isBusy} onClick={() => void chooseFiles()}>
        {scanText.chooseFiles}
      </Button>
      <Button disabled={isBusy} onClick={() => void chooseFolder()}>
        {scanText.chooseFolder}
      </Button>
      <Button disabled={isBusy} onClick={onCamera}>
        {cameraText.open}
      </Button>
      <label className="row" title={scanText.markNote}>
        <span className="quiet">{scanText.mark}</span>
        <Input
          className="mark-input"
          value={mark}
          maxLength={40}
          placeholder={scanText.markHint}
          onChange={(event) => onMark(event.target.value)}
        />
      </label>
    </>
  );
}
