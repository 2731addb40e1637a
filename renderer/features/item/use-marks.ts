import { useCallback, useEffect, useState } from "react";
import type { ItemFilter, ItemId } from "#contract/item";
import { ask } from "#bridge/call";
import { sayThrown } from "#bridge/notices";

export type Marks = {
  readonly ids: ReadonlySet<ItemId>;
  /** Marks or unmarks one. */
  readonly toggle: (id: ItemId) => void;
  /** Marks everything the filter shows. */
  readonly all: () => void;
  readonly clear: () => void;
};

/** Which items of a list are marked for one change; another question unmarks them. */
export function useMarks(query: string, onCut: () => void): Marks {
  const [ids, setIds] = useState<ReadonlySet<ItemId>>(new Set());
  useEffect(() => setIds(new Set()), [query]);
  const toggle = useCallback(
    (id: ItemId) =>
      setIds((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const all = useCallback(() => {
    const { filter } = JSON.parse(query) as { filter: ItemFilter };
    ask("item.marks", { filter }).then(({ marks, isCut }) => {
      setIds(new Set(marks.map((each) => each.id)));
      if (isCut) onCut();
    }, sayThrown);
  }, [query, onCut]);
  const clear = useCallback(() => setIds(new Set()), []);
  return { ids, toggle, all, clear };
}
