import { Button } from "antd";
import type { ReactNode } from "react";
import { dutyFrequencyLabel } from "#contract/duty";
import type { FondsId } from "#contract/fonds";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { dutyText } from "#text/duty";
import { DutyActs } from "./duty-acts.tsx";

/** Duties that were switched off, each with what was done to it and the way back into the calendar. */
export function OffList({ fondsId }: { readonly fondsId: FondsId }): ReactNode {
  const { value } = useRead("duty.list", { fondsId });
  const [write, isBusy] = useWrite();
  const off = value?.filter(({ isActive }) => !isActive);
  return (
    <section className="stack" aria-label={dutyText.off}>
      <h2>{dutyText.off}</h2>
      <p className="quiet small">{dutyText.offNote}</p>
      {off?.length === 0 && <p>{dutyText.noneOff}</p>}
      {off?.map(({ id, revision, name, frequency, times }) => (
        <section key={id} className="duty-target" aria-label={name}>
          <h3>{name}</h3>
          <p className="quiet small">{dutyText.times(dutyFrequencyLabel[frequency], times)}</p>
          <DutyActs dutyId={id} />
          <Button
            disabled={isBusy}
            onClick={() =>
              void write(
                "duty.switch",
                { id, revision, isActive: true },
                { said: () => dutyText.switchedOn(name), hasUndo: true },
              )
            }
          >
            {dutyText.switchOn}
          </Button>
        </section>
      ))}
    </section>
  );
}
