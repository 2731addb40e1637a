import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { type DragEvent, type KeyboardEvent, type ReactNode, type RefObject, useState } from "react";
import type { ItemId, ItemRow } from "#contract/item";
import type { Volume } from "#contract/volume";
import { volumeText } from "#text/volume";
import { VirtualList } from "#ui/virtual-list";

type Props = {
  readonly volume: Volume;
  readonly chosen: number;
  readonly rowHeight: number;
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (id: ItemId) => void;
  /** The items anew, in order; those left out leave the volume. */
  readonly onOrder: (itemIds: ItemId[], isFewer: boolean) => void;
  readonly onAdd: () => void;
  readonly onMake: () => void;
};

const shownTitle = (item: ItemRow): string => (item.access === "restricted" ? item.neutralTitle : item.title);

/** 卷内文件 in their order; moved by Alt+arrows or by dragging, taken out by Delete. */
export function VolumeItems(props: Props): ReactNode {
  const { volume, chosen, onChoose, onOrder } = props;
  const [dragged, setDragged] = useState<number>();
  const ids = volume.items.map((item) => item.id);
  const isDraft = volume.state === "draft";

  const move = (from: number, to: number): void => {
    const id = ids[from];
    if (!isDraft || id === undefined || to < 0 || to >= ids.length || from === to) return;
    onOrder(ids.toSpliced(from, 1).toSpliced(to, 0, id), false);
    onChoose(to);
  };
  const takeOut = (at: number): void => {
    if (isDraft && ids[at] !== undefined) onOrder(ids.toSpliced(at, 1), true);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.altKey && event.key === "ArrowUp") move(chosen, chosen - 1);
    else if (event.altKey && event.key === "ArrowDown") move(chosen, chosen + 1);
    else if (event.key === "Delete") takeOut(chosen);
    else return;
    event.preventDefault();
  };
  const drop = (event: DragEvent, to: number): void => {
    event.preventDefault();
    if (dragged !== undefined) move(dragged, to);
    setDragged(undefined);
  };
  return (
    <section className="volume-items" aria-label={volumeText.items}>
      <header className="row volume-items-head">
        <h2 className="grow">
          {volumeText.items}
          <span className="quiet small"> {volumeText.holds(volume.itemCount, volume.pageSum)}</span>
        </h2>
        {isDraft && (
          <>
            <Tooltip title={volumeText.up}>
              <Button
                type="text"
                aria-label={volumeText.up}
                icon={<ArrowUpOutlined />}
                disabled={chosen <= 0}
                onClick={() => move(chosen, chosen - 1)}
              />
            </Tooltip>
            <Tooltip title={volumeText.down}>
              <Button
                type="text"
                aria-label={volumeText.down}
                icon={<ArrowDownOutlined />}
                disabled={chosen < 0 || chosen >= ids.length - 1}
                onClick={() => move(chosen, chosen + 1)}
              />
            </Tooltip>
            <Tooltip title={volumeText.takeOut}>
              <Button
                type="text"
                aria-label={volumeText.takeOut}
                icon={<CloseOutlined />}
                disabled={chosen < 0 || chosen >= ids.length}
                onClick={() => takeOut(chosen)}
              />
            </Tooltip>
            <Button onClick={props.onMake}>{volumeText.makeItem}</Button>
            <Button onClick={props.onAdd}>{volumeText.add}</Button>
          </>
        )}
      </header>
      {ids.length === 0 ? (
        <p className="quiet volume-none">{volumeText.itemsEmpty}</p>
      ) : (
        <VirtualList
          label={volumeText.items}
          count={ids.length}
          rowHeight={props.rowHeight}
          activeIndex={chosen}
          listRef={props.listRef}
          onActive={onChoose}
          onOpen={(index) => {
            const id = ids[index];
            if (id) props.onOpen(id);
          }}
          onKey={onKey}
          renderRow={(index) => {
            const item = volume.items[index];
            if (!item) return null;
            return (
              <div
                className="item-row"
                draggable={isDraft}
                onDragStart={() => setDragged(index)}
                onDragEnd={() => setDragged(undefined)}
                onDragOver={(event) => event.preventDefault()}
                onDrop={(event) => drop(event, index)}
              >
                <div className="item-row-line">
                  <span className="item-number">{String(index + 1).padStart(3, "0")}</span>
                  <span className="grow cut" title={shownTitle(item)}>
                    {shownTitle(item) || <span className="quiet">{volumeText.untitled}</span>}
                  </span>
                </div>
                <div className="item-row-line quiet small">
                  <span className="grow cut">
                    {[item.documentDate, item.documentNumber, item.creator].filter(Boolean).join(" · ")}
                  </span>
                  <span className="figures">{volumeText.pageCount(item.pageCount)}</span>
                </div>
              </div>
            );
          }}
        />
      )}
    </section>
  );
}
