import { Button } from "antd";
import type { ReactNode } from "react";
import type { Item } from "#contract/item";
import type { PageProps } from "#bridge/place";
import { useRead } from "#bridge/use-read";
import { itemText } from "#text/item";

type Props = { readonly item: Item; readonly go: PageProps["go"] };

/**
 * What can still become of a filed item: of a closed year it is corrected, of an open one taken back, both in 年度归档
 * with the item chosen; one in a 案卷 or 组 goes with that.
 */
export function FiledActs({ item, go }: Props): ReactNode {
  const { id, fondsId, category, year, volumeId } = item;
  const isAlone = volumeId === null && year !== null;
  const shown = useRead("filing-year.show", isAlone ? { fondsId, category, year } : null).value;
  const unit = useRead("category.list", {}).value?.find((each) => each.code === category)?.unit;
  if (volumeId !== null)
    return (
      <Button size="small" onClick={() => go({ page: unit === "group" ? "photo" : "volume", volumeId })}>
        {unit === "group" ? itemText.toGroup : itemText.toVolume}
      </Button>
    );
  if (!shown) return null;
  return (
    <Button size="small" onClick={() => go({ page: "filing", itemId: id })}>
      {shown.close.closed ? itemText.toCorrect : itemText.toWithdraw}
    </Button>
  );
}
