import { Button, Select } from "antd";
import { type ReactNode, useState } from "react";
import { parseClerkDate } from "#contract/archival-date";
import { scheduleStateLabel } from "#contract/schedule-words";
import type { ScheduleVersion, ScheduleVersionId } from "#contract/schedule";
import { session } from "#bridge/session";
import { useWrite } from "#bridge/use-write";
import { sayDay } from "#text/format";
import { scheduleText } from "#text/schedule";
import { DangerDialog } from "#ui/danger-dialog";
import { AskDialog } from "./ask-dialog.tsx";
import { ExportButton } from "./export-button.tsx";
import { ImportTable } from "./import-table.tsx";
import { OldLabels } from "./old-labels.tsx";

type Props = {
  readonly versions: readonly ScheduleVersion[];
  readonly current: ScheduleVersion;
  readonly onChoose: (id: ScheduleVersionId) => void;
};

function readPastDay(typed: string): string | null {
  const date = parseClerkDate(typed);
  return date !== null && date.length === 10 && date <= sayDay(new Date().toISOString()) ? date : null;
}

/** Which version is looked at, how far its review is, and what can be done with it as a whole. */
export function VersionBar({ versions, current, onChoose }: Props): ReactNode {
  const [write, isBusy] = useWrite();
  const [asking, setAsking] = useState<"draft" | "enact" | "discard">();
  const isSupervisor = session.use()?.person.roles.includes("supervisor") ?? false;
  const draft = versions.find(({ state }) => state === "draft");
  const open = current.rowCount - current.confirmedCount - current.droppedCount;
  const close = (): void => setAsking(undefined);

  const makeDraft = async (name: string): Promise<void> => {
    const made = await write(
      "schedule.draft",
      { name },
      { hasUndo: true, said: ({ rowCount }) => scheduleText.drafted(rowCount) },
    );
    close();
    if (made) onChoose(made.id);
  };
  const enact = async (typed: string): Promise<void> => {
    await write(
      "schedule.enact",
      { versionId: current.id, validFrom: readPastDay(typed) ?? "" },
      { said: ({ number, validFrom }) => scheduleText.enacted(number, validFrom) },
    );
    close();
  };
  const discard = async (): Promise<void> => {
    await write(
      "schedule.discard-draft",
      { versionId: current.id },
      { said: ({ rowCount }) => scheduleText.discarded(rowCount) },
    );
    close();
  };
  return (
    <div className="schedule-bar">
      <Select
        aria-label={scheduleText.version}
        className="schedule-version"
        value={current.id}
        options={versions.map(({ id, number, name, state, validFrom }) => ({
          value: id,
          label: [
            scheduleText.versionName(number, name),
            scheduleStateLabel[state],
            validFrom && scheduleText.from(validFrom),
          ]
            .filter(Boolean)
            .join("　"),
        }))}
        onChange={onChoose}
      />
      <span className="grow quiet cut">
        {scheduleText.counts(current.confirmedCount, current.rowCount, current.droppedCount)}
      </span>
      <OldLabels />
      <ImportTable onImported={onChoose} />
      <ExportButton version={current} />
      {current.state === "draft" ? (
        <>
          <Button type="text" onClick={() => setAsking("discard")}>
            {scheduleText.discard}
          </Button>
          <Button
            type="primary"
            disabled={!isSupervisor}
            title={isSupervisor ? "" : scheduleText.supervisorOnly}
            onClick={() => setAsking("enact")}
          >
            {scheduleText.enact}
          </Button>
        </>
      ) : (
        !draft && (
          <Button type="primary" onClick={() => setAsking("draft")}>
            {scheduleText.draft}
          </Button>
        )
      )}
      {asking === "draft" && (
        <AskDialog
          title={scheduleText.draftTitle}
          line={scheduleText.draftLine}
          label={scheduleText.draftName}
          first={scheduleText.draftNameGiven}
          verb={scheduleText.draft}
          cancel={scheduleText.keep}
          fits={(name) => name !== "" && name.length <= 60}
          isBusy={isBusy}
          onVerb={(name) => void makeDraft(name)}
          onCancel={close}
        />
      )}
      {asking === "enact" && (
        <AskDialog
          title={scheduleText.enactTitle}
          line={scheduleText.enactLine(open)}
          label={scheduleText.validFrom}
          hint={scheduleText.validFromHint}
          first={sayDay(new Date().toISOString())}
          verb={scheduleText.enact}
          cancel={scheduleText.keep}
          fits={(typed) => readPastDay(typed) !== null}
          isBusy={isBusy}
          onVerb={(typed) => void enact(typed)}
          onCancel={close}
        />
      )}
      <DangerDialog
        isOpen={asking === "discard"}
        title={scheduleText.discardTitle}
        verb={scheduleText.discard}
        keep={scheduleText.keep}
        isBusy={isBusy}
        onVerb={() => void discard()}
        onKeep={close}
      >
        <p>{scheduleText.discardLine(current.rowCount)}</p>
      </DangerDialog>
    </div>
  );
}
