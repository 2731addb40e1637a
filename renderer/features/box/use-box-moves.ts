import { useRef, useState } from "react";
import type { Box } from "#contract/box";
import type { BoxId } from "#contract/place-of-item";
import { write } from "#bridge/use-write";
import { boxText } from "#text/box";

type Move = { readonly entryIds: readonly string[]; readonly to: Box | null };

/** Moves between boxes by keyboard, button and drag; after closing a reason is asked for first. */
export function useBoxMoves(isClosed: boolean) {
  const dragged = useRef<readonly string[]>([]);
  const [waiting, setWaiting] = useState<Move>();

  const carryOut = async ({ entryIds, to }: Move, reason: string): Promise<void> => {
    const boxId: BoxId | null = to?.id ?? null;
    await write(
      "box.move-items",
      { entryIds: [...entryIds], boxId, reason },
      {
        said: ({ movedCount }) => (to ? boxText.moved(movedCount, to.boxNumber) : boxText.takenOut(movedCount)),
        hasUndo: !isClosed,
      },
    );
  };
  const move = (entryIds: readonly string[], to: Box | null): void => {
    if (entryIds.length === 0) return;
    if (isClosed) setWaiting({ entryIds, to });
    else void carryOut({ entryIds, to }, "");
  };
  return {
    move,
    drag: (ids: readonly string[]): void => void (dragged.current = ids),
    drop: (to: Box): void => {
      move(dragged.current, to);
      dragged.current = [];
    },
    isAsking: waiting !== undefined,
    giveReason: (reason: string): void => {
      if (waiting) void carryOut(waiting, reason);
      setWaiting(undefined);
    },
    forget: (): void => setWaiting(undefined),
  };
}
