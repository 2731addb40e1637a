import { type KeyboardEvent, type ReactNode, type RefObject, useState } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import type { LedgerRow } from "#contract/ledger-row";
import { ledgerText } from "#text/ledger";
import { CellEditor } from "./cell-editor.tsx";
import { type CellOffer, takenOffer, takesFirst, useCellOffers } from "./cell-offers.ts";
import { isMasked, shownValue } from "./cell-words.ts";
import { pressKey, pressWhileTyping, type SheetActs } from "./sheet-keys.ts";
import type { SheetSize } from "./sheet-place.ts";
import { typedNote } from "./typed-note.ts";
import type { Cursor } from "./use-cursor.ts";
import type { EditingHand } from "./use-editing.ts";

type Props = {
  readonly hand: RefObject<HTMLTextAreaElement | null>;
  readonly cellId: string;
  readonly isAbove: boolean;
  readonly column: LedgerColumn;
  readonly row: LedgerRow | undefined;
  readonly cursor: Cursor;
  readonly size: SheetSize;
  readonly editing: EditingHand;
  readonly acts: SheetActs;
  readonly onPaste: (text: string) => void;
};

/** The hand in the sheet: every key comes here first. */
export function SheetOver(props: Props): ReactNode {
  const { hand, cellId, isAbove, column, row, cursor, size, editing, acts, onPaste } = props;
  const { begin, type, finish, leave } = editing;
  const now = editing.editing;
  const offers = useCellOffers(now ? column : undefined, now?.text ?? "");
  const [moved, setMoved] = useState<{
    readonly among: readonly CellOffer[];
    readonly text?: string;
    readonly at: number;
  }>();
  const isTyped = now !== undefined && now.text !== now.first;
  // Reckoned with the text, not after it: Tab may follow the last letter at once.
  const first = isTyped && offers.length > 0 && takesFirst(column, now.text) ? 0 : -1;
  const chosen = moved?.among === offers && moved.text === now?.text ? moved.at : first;
  const take = (offer: CellOffer): void =>
    finish({ text: takenOffer(column, now?.text ?? "", offer), link: offer.link });
  const leaveCell = (): void => {
    const offer = offers[chosen];
    if (offer) take(offer);
    else finish();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const isTaken = now
      ? pressWhileTyping(
          event,
          {
            ...{ isInside: now.isInside, isLong: column.kind === "longText", offerCount: offers.length, chosen },
            ...{
              choose: (at) => setMoved({ among: offers, text: now.text, at }),
              finish: leaveCell,
              leave,
              newRow: acts.newRow,
            },
          },
          { cursor, size },
        )
      : pressKey(event, { cursor, size, acts });
    if (!isTaken) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onText = (text: string): void => {
    if (now) {
      // A mark between tags closes the one before with what is offered first.
      const offer = column.kind === "tags" && /[、,，;；]$/.test(text) ? offers[chosen] : undefined;
      type(offer ? `${takenOffer(column, now.text, offer)}、` : text);
    } else begin(row, column, text);
  };
  return (
    <CellEditor
      hand={hand}
      text={now?.text}
      isLong={column.kind === "longText"}
      label={
        row
          ? ledgerText.cellLabel(column.heading, cursor.active.row + 1, shownValue(row, column))
          : ledgerText.newCellLabel(column.heading)
      }
      cellId={cellId}
      offers={offers}
      chosen={chosen}
      note={now ? typedNote(column, now.text, isMasked(row, column.key)) : ""}
      isAbove={isAbove}
      onText={onText}
      onTake={take}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        if (now) return;
        event.preventDefault();
        onPaste(event.clipboardData.getData("text/plain"));
      }}
      onBlur={() => {
        // Another program came to the front: the cell stays open.
        if (document.hasFocus()) finish();
      }}
    />
  );
}
