import type { ReactNode } from "react";
import { retentionLabel } from "#contract/retention";
import { desk } from "#bridge/desk";
import { tableImport } from "#text/table-import";
import { usePixels } from "#ui/use-pixels";
import { VirtualList } from "#ui/virtual-list";
import type { DryRun } from "./use-dry-run.ts";
import { useWantedRow, type WantedRow } from "./use-wanted-row.ts";

type Props = { readonly read: DryRun; readonly wanted: WantedRow | undefined };

/** The rows as they are read, before anything is written. */
export function PreviewPane({ read, wanted }: Props): ReactNode {
  const rowHeight = usePixels("--row", desk.use().textScale);
  const { preview, rowsUsable } = read;
  const [active, setActive] = useWantedRow(preview, wanted);
  const { head } = tableImport;
  return (
    <section className="import-rows" aria-label={tableImport.preview}>
      <div className="import-row import-row-head">
        <span>{head.row}</span>
        <span>{head.title}</span>
        <span>{head.creator}</span>
        <span>{head.date}</span>
        <span>{head.term}</span>
        <span className="figures">{head.pages}</span>
      </div>
      <VirtualList
        label={tableImport.preview}
        count={preview.length}
        rowHeight={rowHeight}
        activeIndex={active}
        onActive={setActive}
        renderRow={(index) => {
          const line = preview[index];
          if (!line) return null;
          return (
            <div className="import-row">
              <span className="quiet figures">{line.row}</span>
              <span className="cut" title={line.archivalCode ? `${line.archivalCode}　${line.title}` : line.title}>
                {line.title}
              </span>
              <span className="cut quiet">{line.creator}</span>
              <span className={line.documentDate === "" ? "tone-look" : ""}>{line.documentDate || "—"}</span>
              <span className={line.retention === null ? "tone-look" : ""}>
                {line.retention === null ? "—" : retentionLabel(line.retention)}
              </span>
              <span className={`figures ${line.pages === 0 ? "tone-look" : ""}`}>{line.pages || "—"}</span>
            </div>
          );
        }}
      />
      {preview.length < rowsUsable && (
        <p className="quiet small import-foot">{tableImport.previewMore(preview.length, rowsUsable)}</p>
      )}
      {preview.length === 0 && <p className="quiet import-foot">{tableImport.noRows}</p>}
    </section>
  );
}
