import type { Page, PageId } from "#contract/scan";
import { ask } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { useWrite } from "#bridge/use-write";
import { pageToolText } from "#text/page-tool";
import type { Selection } from "#ui/select-places";

type Given = {
  readonly pageAt: (place: number) => Page | undefined;
  readonly total: number;
  readonly selection: Selection;
  readonly onSelection: (next: Selection) => void;
  readonly chosenIds: () => Promise<readonly PageId[]>;
};
export type TrayOrder = {
  /** Puts a page, or all chosen ones when it is one of them, before the page at a place; the number of pages puts it last. */
  readonly putBefore: (place: number, before: number) => void;
  /** One place forward or back. */
  readonly shift: (by: 1 | -1) => void;
};

/** The order of the tray by hand; the selection goes with the pages. */
export function useTrayOrder({ pageAt, total, selection, onSelection, chosenIds }: Given): TrayOrder {
  const [write, isBusy] = useWrite();
  const move = async (moved: ReadonlySet<number>, before: number): Promise<void> => {
    if (isBusy) return;
    try {
      let last = before - 1;
      while (moved.has(last)) last--;
      const [only] = moved;
      const one = only === undefined ? undefined : pageAt(only)?.id;
      const pageIds = moved.size === 1 && one ? [one] : [...(await chosenIds())];
      // The page before may stand in a block that was never in sight.
      const after =
        last < 0
          ? null
          : (pageAt(last)?.id ?? (await ask("scan.tray", { offset: last, limit: 1 })).pages[0]?.id ?? null);
      if (pageIds.length === 0) return;
      const said = ({ movedCount }: { movedCount: number }): string => pageToolText.moved(movedCount);
      if (!(await write("page.move", { pageIds, after }, { hasUndo: true, said }))) return;
      const first = [...moved].reduce((at, place) => (place < before ? at - 1 : at), before);
      const chosen = new Set(Array.from({ length: moved.size }, (_, index) => first + index));
      onSelection({ focus: first, anchor: first, chosen });
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  const heldWith = (place: number): ReadonlySet<number> =>
    selection.chosen.has(place) ? selection.chosen : new Set([place]);
  return {
    putBefore: (place, before) => void move(heldWith(place), before),
    shift: (by) => {
      const moved = heldWith(selection.focus);
      const first = Math.min(...moved);
      const last = Math.max(...moved);
      if (by < 0 ? first > 0 : last < total - 1) void move(moved, by < 0 ? first - 1 : last + 2);
    },
  };
}
