import { Button, Input, Modal } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import type { Output } from "#contract/contract";
import type { ItemId } from "#contract/item";
import { ask } from "#bridge/call";
import { wordsOf } from "#bridge/notices";
import { searchText } from "#text/search";
import { Problem } from "#ui/problem";
import { ItemLine } from "./search-lines.tsx";
import { SearchState } from "./search-state.tsx";

type Props = {
  readonly onClose: () => void;
  readonly onItem: (id: ItemId) => void;
  /** On to the page, where pages and boxes are found too. */
  readonly onPage: (words: string) => void;
};

const askAfter = 120;
const mostShown = 50;

/** Ctrl+K: words in, items out; arrows choose, Enter opens. Words are neither kept nor offered again. */
export function SearchPalette({ onClose, onItem, onPage }: Props): ReactNode {
  const [words, setWords] = useState("");
  const [found, setFound] = useState<Output<"search.find">>();
  const [problem, setProblem] = useState<{ sentence: string; code: string }>();
  const [active, setActive] = useState(0);

  useEffect(() => {
    if (words.trim() === "") return setFound(undefined);
    let isWanted = true;
    const due = setTimeout(() => {
      findAnyHow(words.trim()).then(
        (answer) => {
          if (!isWanted) return;
          setFound(answer);
          setProblem(undefined);
          setActive(0);
        },
        (thrown: unknown) => isWanted && setProblem(wordsOf(thrown)),
      );
    }, askAfter);
    return () => {
      isWanted = false;
      clearTimeout(due);
    };
  }, [words]);
  useEffect(() => document.getElementById(`found-${active}`)?.scrollIntoView({ block: "nearest" }), [active]);

  const rows = found?.rows ?? [];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setActive((now) => Math.min(rows.length - 1, now + 1));
    else if (event.key === "ArrowUp") setActive((now) => Math.max(0, now - 1));
    else if (event.key === "Enter" && event.ctrlKey) onPage(words.trim());
    else if (event.key === "Enter") {
      const row = rows[active];
      if (row) onItem(row.id);
    } else return;
    event.preventDefault();
  };
  return (
    <Modal open onCancel={onClose} footer={null} closable={false} className="search-palette" title={null} width={680}>
      <Input
        autoFocus
        size="large"
        maxLength={200}
        value={words}
        placeholder={searchText.placeholder}
        aria-label={searchText.title}
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls="found"
        aria-activedescendant={rows.length > 0 ? `found-${active}` : undefined}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {problem && <Problem {...problem} />}
      {found && (
        <p className="quiet small search-line">
          {found.rows.length === 0 ? searchText.none : searchText.total(found.total, found.hasMore)}
        </p>
      )}
      <SearchState hasWords={found !== undefined} />
      {rows.length > 0 && (
        <ul id="found" role="listbox" aria-label={searchText.results} className="search-results">
          {rows.map((row, index) => (
            <li
              key={row.id}
              id={`found-${index}`}
              role="option"
              aria-selected={index === active}
              className={index === active ? "is-active" : ""}
              onMouseEnter={() => setActive(index)}
              onClick={() => onItem(row.id)}
            >
              <ItemLine item={row} />
            </li>
          ))}
        </ul>
      )}
      <Button type="text" size="small" className="search-on" onClick={() => onPage(words.trim())}>
        {searchText.toPage} <kbd>{searchText.toPageKeys}</kbd>
      </Button>
    </Modal>
  );
}

/** As typed; where that finds nothing, by pinyin. */
async function findAnyHow(words: string): Promise<Output<"search.find">> {
  const found = await ask("search.find", { words, limit: mostShown });
  return found.rows.length > 0 ? found : ask("search.find", { words, likeness: "sound", limit: mostShown });
}
