import { type RefObject, useEffect, useState } from "react";

export type Room = { readonly width: number; readonly height: number };

/** The room inside an element in pixels, as it is now; `first` is taken until the element has been measured. */
export function useRoom(box: RefObject<HTMLElement | null>, first: Room = { width: 0, height: 0 }): Room {
  const [room, setRoom] = useState(first);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }));
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return room;
}
