import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { ledgerText } from "#text/ledger";
import type { CellOffer } from "./cell-offers.ts";

type Props = {
  readonly hand: RefObject<HTMLTextAreaElement | null>;
  /** What is typed; undefined while nothing is. */
  readonly text: string | undefined;
  readonly isLong: boolean;
  /** Says which cell this is. */
  readonly label: string;
  readonly cellId: string;
  readonly offers: readonly CellOffer[];
  readonly chosen: number;
  readonly note: string;
  readonly isAbove: boolean;
  readonly onText: (text: string) => void;
  readonly onTake: (offer: CellOffer) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly onBlur: () => void;
};

/**
 * Lies over the active cell and always has the keyboard, unseen until something is typed: so an input method writes into the sheet
 * from its first key.
 */
export function CellEditor(props: Props): ReactNode {
  const { hand, text, isLong, label, cellId, offers, chosen, note, isAbove } = props;
  const isOpen = text !== undefined;
  const listId = `${cellId}-offers`;
  return (
    <>
      <textarea
        ref={hand}
        className={`cell-editor ${isOpen ? "is-open" : ""} ${isLong ? "is-long" : ""}`}
        aria-label={label}
        aria-activedescendant={isOpen && chosen >= 0 ? `${listId}-${chosen}` : cellId}
        aria-autocomplete={offers.length > 0 ? "list" : undefined}
        aria-controls={isOpen && offers.length > 0 ? listId : undefined}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        maxLength={4000}
        value={text ?? ""}
        onChange={(event) => props.onText(event.target.value)}
        onKeyDown={props.onKeyDown}
        onPaste={props.onPaste}
        onBlur={props.onBlur}
      />
      {isOpen && (offers.length > 0 || note !== "") && (
        <div className={`cell-offers ${isAbove ? "is-above" : ""}`}>
          {note !== "" && <p className="cell-note quiet small">{note}</p>}
          {offers.length > 0 && (
            <ul role="listbox" id={listId} aria-label={ledgerText.offers}>
              {offers.map((offer, at) => (
                <li
                  key={offer.key}
                  id={`${listId}-${at}`}
                  role="option"
                  aria-selected={at === chosen}
                  ref={(element) => {
                    if (at === chosen) element?.scrollIntoView({ block: "nearest" });
                  }}
                  onMouseDown={(event) => {
                    event.preventDefault();
                    props.onTake(offer);
                  }}
                >
                  <span>{offer.value}</span>
                  {offer.note ? <span className="quiet small"> {offer.note}</span> : null}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  );
}
