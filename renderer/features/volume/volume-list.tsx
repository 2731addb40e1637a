import type { ReactNode, RefObject } from "react";
import type { VolumeId } from "#contract/place-of-item";
import { retentionLabel } from "#contract/retention";
import type { VolumeRow } from "#contract/volume";
import { volumeText } from "#text/volume";
import { VirtualList } from "#ui/virtual-list";

type Props = {
  readonly rows: readonly VolumeRow[];
  readonly openId: VolumeId | undefined;
  readonly rowHeight: number;
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly onOpen: (id: VolumeId) => void;
};

/** The volumes of a 门类: filed ones by 档号, then those in the making. */
export function VolumeList({ rows, openId, rowHeight, listRef, onOpen }: Props): ReactNode {
  return (
    <VirtualList
      label={volumeText.list}
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
          row.year ?? volumeText.noYear,
          row.retention && retentionLabel(row.retention),
          volumeText.holds(row.itemCount, row.pageSum),
        ];
        return (
          <div className="item-row">
            <div className="item-row-line">
              {row.archivalCode && <span className="item-number">{row.archivalCode.split("-").at(-1)}</span>}
              <span className="grow cut" title={row.title}>
                {row.title || <span className="quiet">{volumeText.untitled}</span>}
              </span>
            </div>
            <div className="item-row-line quiet small">
              <span className={`dot ${row.state === "filed" ? "is-filed" : ""}`} aria-hidden />
              <span className="item-row-state">{volumeText.states[row.state]}</span>
              <span className="grow cut">{facts.filter(Boolean).join(" · ")}</span>
            </div>
          </div>
        );
      }}
    />
  );
}
