import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Item } from "#contract/item";
import { useRead } from "#bridge/use-read";
import { itemCaseText } from "#text/item-case";
import { OpenPacketDialog } from "./open-packet-dialog.tsx";
import { SealDialog } from "./seal-dialog.tsx";

type Props = { readonly item: Item };

/** Every sealing and opening of a packet, and the one act that is possible now. */
export function PacketHistory({ item }: Props): ReactNode {
  const { value = [] } = useRead("sealed-packet.read", { itemId: item.id });
  const [asked, setAsked] = useState<"open" | "reseal">();
  const last = value.at(-1);
  if (!last) return null;
  const isOpen = last.opening !== null;
  return (
    <section aria-label={itemCaseText.sealed}>
      <h3 className="row">
        <span className="grow">
          {itemCaseText.sealed} {isOpen && <span className="mark mark-look">{itemCaseText.isOpen}</span>}
        </span>
        <Button size="small" onClick={() => setAsked(isOpen ? "reseal" : "open")}>
          {isOpen ? itemCaseText.reseal : itemCaseText.open}
        </Button>
      </h3>
      <ul className="small">
        {value.map((packet) => (
          <li key={packet.number}>
            {itemCaseText.sealedLine(
              packet.number,
              packet.labelNumber,
              `${packet.count} ${packet.unit}`,
              packet.sealedOn,
              itemCaseText.people(...packet.sealers),
            )}
            {packet.opening && (
              <div className="quiet">
                {itemCaseText.openedLine(
                  packet.opening.openedOn,
                  itemCaseText.people(...packet.opening.openers),
                  packet.opening.reason,
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {asked === "open" && <OpenPacketDialog itemId={item.id} onClose={() => setAsked(undefined)} />}
      {asked === "reseal" && (
        <SealDialog item={item} isAgain onDone={() => setAsked(undefined)} onCancel={() => setAsked(undefined)} />
      )}
    </section>
  );
}
