import { Button } from "antd";
import { type ReactNode, type RefObject, useState } from "react";
import type { ItemRow } from "#contract/item";
import { desk, rememberDesk } from "#bridge/desk";
import type { Rows } from "#bridge/use-rows";
import { bridgeText } from "#text/bridge";
import { itemText } from "#text/item";
import { Empty } from "#ui/empty";
import { Problem } from "#ui/problem";
import { BulkDialog } from "./bulk-dialog.tsx";
import { ClassTree } from "./class-tree.tsx";
import { type FilterChoice, hidesNothing } from "./item-filter.ts";
import { ItemList } from "./item-list.tsx";
import { MarkBar } from "./mark-bar.tsx";
import type { Marks } from "./use-marks.ts";

type Props = {
  readonly rows: Rows<ItemRow>;
  readonly query: string;
  readonly choice: FilterChoice;
  readonly onChoice: (change: Partial<FilterChoice>) => void;
  readonly onClear: () => void;
  readonly marks: Marks;
  readonly activeIndex: number;
  readonly onActive: (index: number) => void;
  readonly onOpen: () => void;
  readonly rowHeight: number;
  readonly listRef: RefObject<HTMLDivElement | null>;
};

/** The tree of classes over the list of its items; the tree can be folded away. */
export function ItemLeft(props: Props): ReactNode {
  const { rows, choice, onChoice, onClear, marks, query } = props;
  const { isTreeFolded } = desk.use();
  const [isChanging, setChanging] = useState(false);
  return (
    <div className="item-left">
      <div className={`item-tree ${isTreeFolded ? "is-folded" : ""}`}>
        <button
          type="button"
          className="item-tree-head"
          aria-expanded={!isTreeFolded}
          onClick={() => rememberDesk({ isTreeFolded: !isTreeFolded })}
        >
          {isTreeFolded ? itemText.unfoldTree : itemText.tree}
        </button>
        {!isTreeFolded && (
          <ClassTree
            chosen={choice.node?.key}
            onChoose={(node) => onChoice({ node, ...(node && { year: undefined }) })}
          />
        )}
      </div>
      {rows.problem && <Problem {...rows.problem} again={{ words: bridgeText.again, run: rows.lookAgain }} />}
      <MarkBar ids={marks.ids} onChange={() => setChanging(true)} onClear={marks.clear} />
      {rows.total === 0 && !hidesNothing(choice) ? (
        <Empty
          title={itemText.emptyFilterTitle}
          next={itemText.emptyFilterNext}
          action={<Button onClick={onClear}>{itemText.clearFilter}</Button>}
        />
      ) : (
        <ItemList
          rows={rows}
          marks={marks}
          activeIndex={props.activeIndex}
          onActive={props.onActive}
          onOpen={props.onOpen}
          rowHeight={props.rowHeight}
          listRef={props.listRef}
        />
      )}
      {isChanging && (
        <BulkDialog
          ids={marks.ids}
          query={query}
          onDone={() => {
            setChanging(false);
            marks.clear();
          }}
          onCancel={() => setChanging(false)}
        />
      )}
    </div>
  );
}
