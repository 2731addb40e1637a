import { Button } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { ItemId } from "#contract/item";
import { useRead } from "#bridge/use-read";
import { volumeText } from "#text/volume";
import { PageViewer } from "#ui/page-viewer";

type Props = { readonly id: ItemId };

/** The pages of one item of a volume, one after the other. */
export function ItemPages({ id }: Props): ReactNode {
  const { value } = useRead("item.read", { id });
  const [place, setPlace] = useState(0);
  useEffect(() => setPlace(0), [id]);
  const pages = value?.parts.flatMap((part) => part.pages) ?? [];
  const page = pages[place] ?? pages[0];
  if (!value || !page) return <div className="viewer viewer-none quiet">{volumeText.noPages}</div>;
  return (
    <PageViewer
      source={`app://page/${page.id}/image`}
      width={page.width}
      height={page.height}
      caption={volumeText.pageOf(
        value.access === "restricted" ? value.neutralTitle : value.title,
        pages.indexOf(page) + 1,
        pages.length,
      )}
      firstFit="width"
      words={volumeText.viewer}
      tools={
        <>
          <Button type="text" disabled={place <= 0} onClick={() => setPlace(place - 1)}>
            {volumeText.earlier}
          </Button>
          <Button type="text" disabled={place >= pages.length - 1} onClick={() => setPlace(place + 1)}>
            {volumeText.later}
          </Button>
        </>
      }
    />
  );
}
