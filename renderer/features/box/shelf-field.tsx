import { Button, Input } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { Box } from "#contract/box";
import { parseShelfWords, shelfLabel } from "#contract/shelf-place";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { boxText } from "#text/box";
import { Field } from "#ui/field";

/** Where the box stands; a place is typed as 3-2-5 and Enter puts it there. */
export function ShelfField({ box }: { readonly box: Box }): ReactNode {
  const map = useRead("shelf-place.map", {}).value;
  const [typed, setTyped] = useState("");
  const [write, isBusy] = useWrite();
  useEffect(() => setTyped(""), [box.id, box.place?.id]);
  const words = parseShelfWords(typed);
  const isWhole = words?.slot !== undefined;
  const place = isWhole
    ? map?.places.find((each) => each.cabinet === words.cabinet && each.tier === words.tier && each.slot === words.slot)
    : undefined;
  const note =
    typed.trim() === ""
      ? box.place
        ? shelfLabel(box.place)
        : ""
      : !isWhole
        ? boxText.shelfUnread
        : place
          ? shelfLabel(place)
          : boxText.shelfMissing;
  const put = (): void => {
    if (!place) return;
    const moves = [{ boxId: box.id, placeId: place.id }];
    void write("shelf-place.put", { moves }, { said: () => boxText.shelved(shelfLabel(place)), hasUndo: true });
  };
  return (
    <Field label={boxText.shelf} forId="box-shelf" note={note} tone={place || typed.trim() === "" ? "quiet" : "look"}>
      <div className="row wrap">
        <Input
          id="box-shelf"
          className="shelf-typed"
          value={typed}
          placeholder={boxText.shelfHint}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={put}
        />
        {box.place && typed === "" ? (
          <Button
            disabled={isBusy}
            onClick={() =>
              void write(
                "shelf-place.put",
                { moves: [{ boxId: box.id, placeId: null }] },
                { said: () => boxText.unshelved, hasUndo: true },
              )
            }
          >
            {boxText.shelfOff}
          </Button>
        ) : (
          <Button disabled={!place || isBusy} onClick={put}>
            {boxText.shelfPut}
          </Button>
        )}
      </div>
    </Field>
  );
}
