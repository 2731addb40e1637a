import { useEffect, useRef } from "react";
import type { Item, ItemId } from "#contract/item";
import { useRead } from "#bridge/use-read";
import { chooseFonds, chooseYear } from "#bridge/use-scope";

/** Sent here with a filed item: once it has been read, its 全宗 and year are chosen, and `onItem` chooses the rest. */
export function useSentItem(id: ItemId | undefined, onItem: (item: Item) => void): void {
  const { value: item } = useRead("item.read", id ? { id } : null);
  const taken = useRef<ItemId>(undefined);
  useEffect(() => {
    if (!item || item.id !== id || item.id === taken.current) return;
    taken.current = item.id;
    chooseFonds(item.fondsId);
    if (item.year !== null) chooseYear(item.year);
    onItem(item);
  }, [item, id, onItem]);
}
