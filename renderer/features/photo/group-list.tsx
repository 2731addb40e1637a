import type { ReactNode, RefObject } from "react";
import type { Group } from "#contract/group";
import type { VolumeId } from "#contract/place-of-item";
import { retentionLabel } from "#contract/retention";
import { photoText } from "#text/photo";
import { VirtualList } from "#ui/virtual-list";

type Props = {
  readonly rows: readonly Group[];
  readonly openId: VolumeId | undefined;
  readonly rowHeight: number;
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly onOpen: (id: VolumeId) => void;
};

/** The groups of a 门类: those in the making, then filed ones. */
export function GroupList({ rows, openId, rowHeight, listRef, onOpen }: Props): ReactNode {
  return (
    <VirtualList
      label={photoText.groups}
      count={rows.length}
      rowHeight={rowHeight}
      listRef={listRef}
      activeIndex={rows.findIndex((row) => row.id === openId)}
      onActive={(index) => {
        const row = rows[index];
        if (row) onOpen(row.id);
      }}
      renderRow={(index) => {
        const row = rows[index];
        if (!row) return null;
        const facts = [
          row.beginDate || row.year || photoText.noYear,
          row.retention && retentionLabel(row.retention),
          photoText.holds(row.itemCount, row.category),
        ];
        return (
          <div className="item-row">
            <div className="item-row-line">
              {row.volumeNumber !== null && <span className="item-number">{row.volumeNumber}</span>}
              <span className="grow cut" title={row.title}>
                {row.title || <span className="quiet">{photoText.untitled}</span>}
              </span>
            </div>
            <div className="item-row-line quiet small">
              <span className={`dot ${row.state === "filed" ? "is-filed" : ""}`} aria-hidden />
              <span className="item-row-state">{photoText.states[row.state]}</span>
              <span className="grow cut">{facts.filter(Boolean).join(" · ")}</span>
            </div>
          </div>
        );
      }}
    />
  );
}
