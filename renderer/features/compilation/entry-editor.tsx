import { CloseOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useState } from "react";
import { type ArchivalDate, parseClerkDate } from "#contract/archival-date";
import type { CompilationEntry } from "#contract/compilation";
import type { ItemId } from "#contract/item";
import { useWrite } from "#bridge/use-write";
import { compilationText } from "#text/compilation";
import { TypedField } from "#ui/typed-field";

type Props = {
  readonly entry: CompilationEntry;
  readonly isActive: boolean;
  readonly onActive: () => void;
  readonly onItem: (itemId: ItemId) => void;
  readonly wordsBox: RefObject<HTMLDivElement | null> | undefined;
};

const read = (typed: string): ArchivalDate | null => parseClerkDate(typed);

/** One entry: date, words, where it is taken from. What is typed is saved when the hand leaves it. */
export function EntryEditor({ entry, isActive, onActive, onItem, wordsBox }: Props): ReactNode {
  const [words, setWords] = useState(entry.words);
  const [write] = useWrite();
  useEffect(() => setWords(entry.words), [entry.words]);
  const save = (change: Partial<Pick<CompilationEntry, "words" | "happenedOn" | "citations">>): void => {
    const { id, revision, happenedOn, heading, citations } = entry;
    const next = { happenedOn, heading, words, citations, ...change };
    if (next.words.trim() === "") return setWords(entry.words);
    void write(
      "compilation.revise-entry",
      {
        entryId: id,
        revision,
        ...next,
        citations: next.citations.map(({ itemId, pageNote }) => ({ itemId, pageNote })),
      },
      { hasUndo: true, said: () => compilationText.changed },
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") setWords(entry.words);
  };
  return (
    <li className={`compilation-entry ${isActive ? "is-active" : ""}`} onFocus={onActive}>
      <TypedField
        id={`on-${entry.id}`}
        label={compilationText.happenedOn}
        value={entry.happenedOn}
        read={read}
        onValue={(date) => date !== entry.happenedOn && save({ happenedOn: date as ArchivalDate })}
        hint={compilationText.periodHint}
        unreadable={compilationText.dateUnreadable}
      />
      <div className="compilation-words" ref={wordsBox}>
        <Input.TextArea
          aria-label={compilationText.words}
          autoSize={{ minRows: 1, maxRows: 8 }}
          maxLength={4000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => words !== entry.words && save({ words })}
        />
        <div className="compilation-cited small">
          {entry.citations.length === 0 ? (
            <span className="tone-look">{compilationText.noCitation}</span>
          ) : (
            entry.citations.map((citation) => (
              <span key={citation.itemId} className="compilation-citation">
                <Button type="link" size="small" title={citation.title} onClick={() => onItem(citation.itemId)}>
                  {citation.archivalCode || citation.title}
                </Button>
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={compilationText.removeCitation}
                  onClick={() => save({ citations: entry.citations.filter((each) => each !== citation) })}
                />
              </span>
            ))
          )}
        </div>
      </div>
    </li>
  );
}
