import type { ReactNode } from "react";
import { scheduleStatusLabel, scheduleTermLabel, scheduleUsageLabel } from "#contract/schedule-words";
import type { ScheduleRow } from "#contract/schedule";
import { scheduleText } from "#text/schedule";

/** One 条目 in the list: number, what it covers, its term; whether a person has confirmed it says a word, not a colour alone. */
export function ScheduleRowLine({ row }: { readonly row: ScheduleRow | undefined }): ReactNode {
  if (!row) return <div className="item-row quiet">{scheduleText.loading}</div>;
  const tone = row.status === "confirmed" ? "tone-proved" : row.status === "dropped" ? "quiet" : "tone-look";
  const kind = row.usage === "rule" ? "" : scheduleUsageLabel[row.usage];
  return (
    <div className="item-row" title={row.content}>
      <div className="item-row-line">
        <span className="item-number">{row.position}</span>
        <span className={`grow cut ${row.status === "dropped" ? "is-cancelled quiet" : ""}`}>{row.content}</span>
        <span className="figures">{scheduleTermLabel(row.retention)}</span>
      </div>
      <div className="item-row-line small quiet">
        <span className={`schedule-status ${tone}`}>{scheduleStatusLabel[row.status]}</span>
        <span className="grow cut">
          {[row.category, row.subcategory, kind, row.isMinimum ? scheduleText.minimum : ""].filter(Boolean).join(" · ")}
        </span>
      </div>
    </div>
  );
}
