import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { ScheduleVersionId } from "#contract/schedule";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { scheduleText } from "#text/schedule";
import { ImportDialog } from "./import-dialog.tsx";

/** Chooses a table and shows its dry run. */
export function ImportTable({ onImported }: { readonly onImported: (id: ScheduleVersionId) => void }): ReactNode {
  const [path, setPath] = useState<string>();
  const choose = async (): Promise<void> => {
    try {
      const chosen = await askShell("shell.choose-table", { title: scheduleText.importTitle });
      if (chosen.path !== null) setPath(chosen.path);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  return (
    <>
      <Button onClick={() => void choose()}>{scheduleText.import}</Button>
      {path !== undefined && (
        <ImportDialog
          path={path}
          onClose={() => setPath(undefined)}
          onImported={(id) => {
            setPath(undefined);
            onImported(id);
          }}
        />
      )}
    </>
  );
}
