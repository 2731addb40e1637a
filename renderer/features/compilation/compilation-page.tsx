// 编研 — left the compilations, in the middle the entries with their 出处, right what may still be taken from the items.
import { Button } from "antd";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { type Compilation, type CompilationId, compilationKindLabel } from "#contract/compilation";
import { unknownDate } from "#contract/archival-date";
import { desk, rememberDesk } from "#bridge/desk";
import type { PageProps } from "#bridge/place";
import { session } from "#bridge/session";
import { useRead } from "#bridge/use-read";
import { useFondsScope } from "#bridge/use-scope";
import { useWrite } from "#bridge/use-write";
import { compilationText } from "#text/compilation";
import { Empty } from "#ui/empty";
import { Page } from "#ui/page";
import { Split } from "#ui/split";
import { CompilationDialog } from "./compilation-dialog.tsx";
import { EntryEditor } from "./entry-editor.tsx";
import { ProposalList } from "./proposal-list.tsx";

export function CompilationPage({ go }: PageProps): ReactNode {
  const { splitters } = desk.use();
  const { fonds } = useFondsScope();
  const person = session.use()?.person.name ?? "";
  const list = useRead("compilation.list", {});
  const [chosen, setChosen] = useState<CompilationId>();
  const [active, setActive] = useState(0);
  const [dialog, setDialog] = useState<{ before: Compilation | undefined }>();
  const [write] = useWrite();
  const wordsBox = useRef<HTMLDivElement>(null);
  const all = list.value ?? [];
  const open = all.find((each) => each.id === chosen) ?? all[0];
  const entries = useRead("compilation.read", open ? { id: open.id } : null).value?.entries ?? [];
  const entry = entries[active];

  const remove = (): void => {
    if (!open || !entry) return;
    void write(
      "compilation.remove-entries",
      { id: open.id, entryIds: [entry.id] },
      { hasUndo: true, said: () => compilationText.removedEntry },
    );
  };
  const move = (by: 1 | -1): void => {
    const to = active + by;
    if (!entry || to < 0 || to >= entries.length) return;
    const after = by === 1 ? entries[to]?.id : entries[to - 1]?.id;
    setActive(to);
    void write(
      "compilation.move-entry",
      { entryId: entry.id, after: after ?? null },
      { hasUndo: true, said: () => compilationText.moved },
    );
  };
  const writeOwn = (): void => {
    if (!open) return;
    const blank = { happenedOn: unknownDate, heading: "", words: compilationText.unwritten, citations: [] };
    void write("compilation.add-entries", { id: open.id, entries: [blank] }, { hasUndo: true });
    setActive(entries.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isTyping = (event.target as HTMLElement).closest("input, textarea") !== null;
    if (event.key === "F2") wordsBox.current?.querySelector<HTMLElement>("textarea")?.focus();
    else if (event.altKey && event.key === "ArrowDown") move(1);
    else if (event.altKey && event.key === "ArrowUp") move(-1);
    else if (isTyping) return;
    else if (event.key === "ArrowDown") setActive(Math.min(entries.length - 1, active + 1));
    else if (event.key === "ArrowUp") setActive(Math.max(0, active - 1));
    else if (event.key === "Delete") remove();
    else return;
    event.preventDefault();
  };
  const shelf = (
    <ul className="compilation-list" aria-label={compilationText.list}>
      {all.map((each) => (
        <li key={each.id}>
          <button
            type="button"
            aria-current={each.id === open?.id ? "true" : undefined}
            onClick={() => {
              setChosen(each.id);
              setActive(0);
            }}
          >
            <span>{each.title}</span>
            <span className="small quiet">
              {compilationKindLabel[each.kind]} · {compilationText.count(each.entryCount, each.uncitedCount)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
  const middle = open && (
    <div className="compilation-entries" onKeyDown={onKeyDown}>
      <div className="row wide">
        <h2 className="grow">{open.title}</h2>
        {open.entryCount === 0 && (
          <Button
            size="small"
            type="text"
            onClick={() => void write("compilation.remove", { id: open.id, revision: open.revision })}
          >
            {compilationText.remove}
          </Button>
        )}
        <Button size="small" onClick={() => setDialog({ before: open })}>
          {compilationText.edit}
        </Button>
        <Button size="small" onClick={writeOwn}>
          {compilationText.write}
        </Button>
        <Button size="small" disabled={!entry} onClick={remove}>
          {compilationText.removeEntry}
        </Button>
      </div>
      {entries.length === 0 && <p className="quiet">{compilationText.noEntries}</p>}
      <ol tabIndex={0} aria-label={compilationText.entries}>
        {entries.map((each, index) => (
          <EntryEditor
            key={each.id}
            entry={each}
            isActive={index === active}
            onActive={() => setActive(index)}
            onItem={(itemId) => go({ page: "item", itemId })}
            wordsBox={index === active ? wordsBox : undefined}
          />
        ))}
      </ol>
    </div>
  );
  return (
    <Page
      title={compilationText.title}
      primary={
        <Button type={all.length === 0 ? "primary" : "default"} onClick={() => setDialog({ before: undefined })}>
          {compilationText.make}
        </Button>
      }
      shortcuts={compilationText.shortcuts}
      className="fixed"
    >
      {list.value && all.length === 0 ? (
        <Empty title={compilationText.emptyTitle} next={compilationText.emptyNext} />
      ) : (
        <Split
          panes={[
            { key: "compilation-list", least: 160, first: 220, content: shelf },
            { key: "compilation-entries", least: 380, first: 560, content: middle },
            {
              key: "compilation-proposals",
              least: 260,
              content: open && (
                <ProposalList key={open.id} id={open.id} onItem={(itemId) => go({ page: "item", itemId })} />
              ),
            },
          ]}
          widths={splitters}
          onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
        />
      )}
      {dialog && fonds && (
        <CompilationDialog
          fondsId={dialog.before?.fondsId ?? fonds.id}
          before={dialog.before}
          personName={person}
          onDone={(made) => {
            setDialog(undefined);
            setChosen(made.id);
          }}
          onCancel={() => setDialog(undefined)}
        />
      )}
    </Page>
  );
}
