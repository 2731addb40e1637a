import type { ReactNode } from "react";
import { useRead } from "#bridge/use-read";
import { frameText } from "#text/frame";

/** For somebody without the right to see 党务: how many items no list of hers holds. */
export function PartyNote(): ReactNode {
  const count = useRead("item.left-out", {}).value?.partyCount ?? 0;
  if (count === 0) return null;
  return <span className="mark mark-look title-party">{frameText.partyLeftOut(count)}</span>;
}
