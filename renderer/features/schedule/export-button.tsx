import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { ScheduleVersion } from "#contract/schedule";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { scheduleText } from "#text/schedule";

/** The version as a spreadsheet, where the clerk says. */
export function ExportButton({ version }: { readonly version: ScheduleVersion }): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const suggestedName = `${scheduleText.fileName(version.number, version.name)}.xlsx`.slice(-200);
      const { path } = await askShell("shell.choose-save", {
        title: scheduleText.exportTitle,
        suggestedName,
        form: "xlsx",
      });
      if (path === null) return;
      // The system's own dialog has asked before an existing file is replaced.
      await runTask(
        "schedule.export",
        { versionId: version.id, to: path, mayReplace: true },
        { label: scheduleText.exportTask, said: ({ rowCount }) => scheduleText.exported(rowCount) },
      );
    } catch (thrown) {
      sayThrown(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={isBusy} onClick={() => void save()}>
      {scheduleText.export}
    </Button>
  );
}
