import { type ReactNode, useState } from "react";
import { sayThrown } from "#bridge/notices";
import { readSession } from "#bridge/session";
import { runTask } from "#bridge/tasks";
import { recoveryText } from "#text/recovery";
import { CodeGroups } from "#ui/code-groups";
import { sheetGroups } from "./sheet-groups.ts";

type Props = { readonly onConfirmed: () => void };

/** The sheet typed back from the paper; confirmed as soon as the eighth group is right. */
export function TypeBack({ onConfirmed }: Props): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const confirm = async (groups: string[] | undefined): Promise<void> => {
    if (!groups || isBusy) return;
    setBusy(true);
    const answer = await runTask(
      "recovery.confirm",
      { groups },
      { label: recoveryText.confirmTask, said: () => recoveryText.confirmed },
    );
    setBusy(false);
    if (!answer) return;
    await readSession().catch(sayThrown);
    onConfirmed();
  };
  return (
    <div className="stack wide">
      <p className="quiet">{recoveryText.typeBackLine}</p>
      <CodeGroups {...sheetGroups} isDisabled={isBusy} onGroups={(groups) => void confirm(groups)} />
    </div>
  );
}
