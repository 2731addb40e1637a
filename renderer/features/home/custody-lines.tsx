import { Button } from "antd";
import type { ReactNode } from "react";
import { useRead } from "#bridge/use-read";
import { homeText } from "#text/home";

/** What the archive room waits for this month: counted, the overdue ones first. Nothing shown when nothing is due. */
export function CustodyLines({ onCustody }: { readonly onCustody: () => void }): ReactNode {
  const duties = useRead("custody.due", {}).value ?? [];
  const overdue = duties.filter((duty) => duty.isOverdue).length;
  if (duties.length === 0) return null;
  return (
    <div className="home-line">
      <span className={overdue > 0 ? "tone-destroy" : "tone-look"} title={duties.map((duty) => duty.words).join("；")}>
        {homeText.custody(duties.length, overdue)}
      </span>
      <Button onClick={onCustody}>{homeText.toCustody}</Button>
    </div>
  );
}
