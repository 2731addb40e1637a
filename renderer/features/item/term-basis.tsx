import { Button } from "antd";
import type { ReactNode } from "react";
import type { ScheduleRowId } from "#contract/place-of-item";
import { useRead } from "#bridge/use-read";
import { proposalText } from "#text/schedule";

type Props = { readonly id: ScheduleRowId; readonly onAgain: () => void };

/** The schedule row that gave the term, and whether a person has confirmed it. */
export function TermBasis({ id, onAgain }: Props): ReactNode {
  const { value } = useRead("schedule.read-row", { id });
  if (!value) return null;
  const { row } = value;
  const words = `${proposalText.basis(row.position)} ${row.content}`;
  return (
    <p className="term-basis row" title={words}>
      <span className="grow cut quiet">{words}</span>
      {row.status !== "confirmed" && <span className="tone-look">{proposalText.toVerify}</span>}
      <Button size="small" type="text" onClick={onAgain}>
        {proposalText.again}
      </Button>
    </p>
  );
}
