import type { ReactNode } from "react";
import { notices } from "#bridge/notices";

/** What is now true and what was refused, while there is no frame yet. */
export function NoticeSlot(): ReactNode {
  const shown = notices.use().at(-1);
  if (!shown) return null;
  return (
    <div className={`notice notice-${shown.kind} is-alone`} role={shown.kind === "done" ? "status" : "alert"}>
      <p className="grow">
        {shown.sentence} <small className="code">{shown.code}</small>
      </p>
    </div>
  );
}
