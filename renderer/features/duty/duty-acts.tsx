import { type ReactNode, useState } from "react";
import type { DutyAct, DutyId } from "#contract/duty";
import { useRead } from "#bridge/use-read";
import { sayAction } from "#text/actions";
import { dutyText } from "#text/duty";
import { sayMinute } from "#text/format";

function sayAct({ action, reasonCode }: DutyAct): string {
  if (action === "undo.apply") return dutyText.actUndone(sayAction(reasonCode));
  return dutyText.act[reasonCode] ?? sayAction(action);
}

/** What was done to a duty, when and by whom; asked for only when it is opened. */
export function DutyActs({ dutyId }: { readonly dutyId: DutyId }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { value } = useRead("duty.history", isOpen ? { id: dutyId } : null);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{dutyText.acts}</summary>
      <ul className="duty-acts">
        {value?.map((each, at) => (
          <li key={`${each.at} ${at}`}>
            <span className="figures quiet">{sayMinute(each.at)}</span> {sayAct(each)}{" "}
            <span className="quiet">{each.personName}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
