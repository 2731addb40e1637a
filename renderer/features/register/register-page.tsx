// 来文登记 — the register left, the entry right; written once, taken over by filing.
import { Button, Checkbox, Input, Segmented, Select } from "antd";
import { type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from "react";
import type { ItemId } from "#contract/item";
import {
  type RegisterEntry,
  type RegisterKind,
  registerKind,
  registerKindLabel,
  type RegisterState,
  registerState,
  registerStateLabel,
} from "#contract/register";
import { ask } from "#bridge/call";
import { desk, rememberDesk } from "#bridge/desk";
import type { PageProps } from "#bridge/place";
import { useRead } from "#bridge/use-read";
import { useRows } from "#bridge/use-rows";
import { useFondsScope } from "#bridge/use-scope";
import { useWrite } from "#bridge/use-write";
import { bridgeText } from "#text/bridge";
import { sayDay } from "#text/format";
import { registerText } from "#text/register";
import { Empty } from "#ui/empty";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { Split } from "#ui/split";
import { usePixels } from "#ui/use-pixels";
import { VirtualList } from "#ui/virtual-list";
import { blankEntry, type EntryFields, fieldsOfEntry } from "./entry-fields.ts";
import { EntryForm } from "./entry-form.tsx";
import { EntryRow } from "./entry-row.tsx";
import { Handling } from "./handling.tsx";

type Choice = {
  readonly year?: number;
  readonly state?: RegisterState;
  readonly isLoose?: boolean;
  readonly words?: string;
};
const blockSize = 60;
const mostAtOnce = 1000;

export function RegisterPage({ go }: PageProps): ReactNode {
  const { splitters, textScale } = desk.use();
  const { fonds } = useFondsScope();
  const [kind, setKind] = useState<RegisterKind>("incoming");
  const [choice, setChoice] = useState<Choice>({});
  const [active, setActive] = useState<{ entry: RegisterEntry; index: number }>();
  const [typed, setTyped] = useState<EntryFields>();
  const before = useRef<EntryFields>(undefined);
  const formBox = useRef<HTMLDivElement>(null);
  const [write, isBusy] = useWrite();
  const years = useRead("register.years", { kind });
  const rowHeight = Math.round(usePixels("--row", textScale) * 1.55);

  const filter = JSON.stringify({ kind, ...choice, ...(fonds && { fondsId: fonds.id }) });
  const fetchBlock = useCallback(
    (offset: number, limit: number) => ask("register.list", { filter: JSON.parse(filter), offset, limit }),
    [filter],
  );
  const rows = useRows<RegisterEntry>("register.list", filter, fetchBlock, blockSize);
  const today = sayDay(new Date().toISOString());
  const blank = fonds && blankEntry(fonds.id, kind, today, fonds.unit);
  // A step of 办理 changes the entry too: the list has it anew.
  const listed = active && rows.rowAt(active.index);
  const current = active && (listed?.id === active.entry.id ? listed : active.entry);
  const fields = typed ?? (current ? fieldsOfEntry(current) : blank);

  const startNew = (): void => {
    setActive(undefined);
    setTyped(undefined);
    setTimeout(() => formBox.current?.querySelector<HTMLElement>("#correspondent")?.focus(), 50);
  };
  const open = (index: number): void => {
    const entry = rows.rowAt(index);
    if (!entry) return;
    setActive({ entry, index });
    setTyped(undefined);
  };
  const save = async (): Promise<void> => {
    if (!fields || fields.title.trim() === "") return;
    const { securityMark, ...own } = fields;
    const number = (entry: RegisterEntry): string => registerText.number(entry.year, entry.number);
    if (active && current) {
      const { id, revision } = current;
      const done = await write(
        "register.revise",
        { id, revision, fields: own, securityMark },
        { hasUndo: true, said: ({ entry }) => registerText.changed(number(entry)) },
      );
      if (done) setActive({ entry: done.entry, index: active.index });
      if (done) setTyped(undefined);
      return;
    }
    const done = await write(
      "register.add",
      { fields: own, securityMark },
      {
        hasUndo: true,
        said: ({ entry, warnings }) =>
          [registerText.saved(number(entry)), ...warnings.map((each) => each.message)].join(" "),
      },
    );
    if (!done) return;
    before.current = fields;
    startNew();
  };
  const makeAll = async (): Promise<void> => {
    const loose = await ask("register.list", {
      filter: { ...JSON.parse(filter), isLoose: true },
      offset: 0,
      limit: mostAtOnce,
    });
    if (loose.rows.length === 0) return;
    await write(
      "register.to-items",
      { ids: loose.rows.map((row) => row.id) },
      { hasUndo: true, said: ({ itemIds }) => registerText.madeItems(itemIds.length) },
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "F2") formBox.current?.querySelector<HTMLElement>("#title")?.focus();
    else if (event.altKey && event.key.toLowerCase() === "n") startNew();
    else return;
    event.preventDefault();
  };
  const change = (part: Choice): void => setChoice((now) => ({ ...now, ...part }));
  const hidesNothing = Object.values(choice).every((each) => each === undefined || each === false || each === "");
  const list =
    rows.total === 0 ? (
      <Empty
        title={hidesNothing ? registerText.emptyTitle[kind] : registerText.emptyFilterTitle}
        next={hidesNothing ? registerText.emptyNext : registerText.emptyFilterNext}
        action={hidesNothing ? undefined : <Button onClick={() => setChoice({})}>{registerText.clear}</Button>}
      />
    ) : (
      <VirtualList
        label={registerText.list}
        count={rows.total ?? 0}
        rowHeight={rowHeight}
        activeIndex={active?.index ?? -1}
        onActive={open}
        onOpen={() => formBox.current?.querySelector<HTMLElement>("#title")?.focus()}
        onShow={rows.show}
        renderRow={(index) => <EntryRow entry={rows.rowAt(index)} today={today} />}
      />
    );
  return (
    <Page
      title={registerText.titles[kind]}
      beside={
        <>
          <Segmented
            aria-label={registerText.kind}
            value={kind}
            options={registerKind.options.map((value) => ({ value, label: registerKindLabel[value] }))}
            onChange={(next) => {
              setKind(next);
              setChoice({});
              startNew();
            }}
          />
          <Select
            aria-label={registerText.year}
            className="filter-year"
            value={choice.year ?? 0}
            options={[
              { value: 0, label: registerText.anyYear },
              ...(years.value ?? []).map(({ year, count }) => ({ value: year, label: `${year}（${count}）` })),
            ]}
            onChange={(year: number) => setChoice(({ year: _, ...rest }) => (year === 0 ? rest : { ...rest, year }))}
          />
          <Select
            aria-label={registerText.state}
            className="filter-year"
            value={choice.state ?? ""}
            options={[
              { value: "" as const, label: registerText.anyState },
              ...registerState.options.map((value) => ({ value, label: registerStateLabel[value] })),
            ]}
            onChange={(state: RegisterState | "") =>
              setChoice(({ state: _, ...rest }) => (state === "" ? rest : { ...rest, state }))
            }
          />
          <Checkbox checked={choice.isLoose ?? false} onChange={(event) => change({ isLoose: event.target.checked })}>
            {registerText.loose}
          </Checkbox>
          <Input
            aria-label={registerText.words}
            className="filter-words"
            allowClear
            placeholder={registerText.words}
            value={choice.words ?? ""}
            onChange={(event) => change({ words: event.target.value })}
          />
          <span className="quiet">{rows.total === undefined ? "" : registerText.count(rows.total)}</span>
        </>
      }
      primary={
        <>
          {choice.isLoose && (rows.total ?? 0) > 0 && (
            <Button loading={isBusy} onClick={() => void makeAll()}>
              {registerText.toItems(rows.total ?? 0)}
            </Button>
          )}
          <Button onClick={startNew}>{registerText.add}</Button>
        </>
      }
      shortcuts={registerText.shortcuts}
      className="fixed"
    >
      <div className="item-room" onKeyDown={onKeyDown}>
        <Split
          panes={[
            {
              key: "register-list",
              least: 320,
              first: 600,
              content: (
                <div className="item-left">
                  {rows.problem && (
                    <Problem {...rows.problem} again={{ words: bridgeText.again, run: rows.lookAgain }} />
                  )}
                  {list}
                </div>
              ),
            },
            {
              key: "register-entry",
              least: 420,
              content: (
                <div className="register-entry" ref={formBox}>
                  {fields && (
                    <EntryForm
                      key={active?.entry.id ?? "new"}
                      fields={fields}
                      except={active?.entry.id}
                      before={before.current}
                      saveWords={active ? registerText.saveChange : registerText.save}
                      isBusy={isBusy}
                      onType={(change) => setTyped({ ...fields, ...change })}
                      onSave={() => void save()}
                    />
                  )}
                  {active && (
                    <Handling
                      key={active.entry.id}
                      id={active.entry.id}
                      onItem={(itemId) => go({ page: "item", itemId: itemId as ItemId })}
                      onGone={startNew}
                    />
                  )}
                </div>
              ),
            },
          ]}
          widths={splitters}
          onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
        />
      </div>
    </Page>
  );
}
