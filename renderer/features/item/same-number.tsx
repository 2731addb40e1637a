import { Button } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { ItemId } from "#contract/item";
import { useRead } from "#bridge/use-read";
import { itemText } from "#text/item";

type Props = {
  readonly documentNumber: string;
  readonly creator: string;
  readonly except: ItemId;
  readonly onOpen: (id: ItemId) => void;
};

/** 重号提示 while typing: the same 文号 and 责任者 are there already. */
export function SameNumber({ documentNumber, creator, except, onOpen }: Props): ReactNode {
  const [asked, setAsked] = useState<{ documentNumber: string; creator: string }>();
  useEffect(() => {
    const due = setTimeout(() => {
      const isWhole = documentNumber.trim() !== "" && creator.trim() !== "";
      setAsked(isWhole ? { documentNumber: documentNumber.trim(), creator: creator.trim() } : undefined);
    }, 60);
    return () => clearTimeout(due);
  }, [documentNumber, creator]);
  const { value } = useRead("item.same-number", asked ? { ...asked, except } : null);
  if (!asked || !value || value.length === 0) return null;
  return (
    <div role="status" className="same-number">
      {itemText.sameNumber(value.length)}
      {value.slice(0, 3).map((row) => (
        <Button key={row.id} type="link" size="small" className="cut" onClick={() => onOpen(row.id)}>
          {row.archivalCode || row.title || itemText.openOther}
        </Button>
      ))}
    </div>
  );
}
