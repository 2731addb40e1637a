import { Button, Dropdown, Select } from "antd";
import { type DragEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { type Item, type PartKind, partKind } from "#contract/item";
import type { PageId } from "#contract/scan";
import { itemText } from "#text/item";
import { pageDrag, PartPages } from "./part-pages.tsx";
import {
  findPage,
  joinPart,
  nameKind,
  type Plan,
  putAtEnd,
  putBefore,
  shiftPage,
  shiftPart,
  startPart,
  takeOut,
} from "./arrange-pages.ts";

type Props = {
  readonly item: Item;
  readonly shown: PageId | undefined;
  readonly onShow: (pageId: PageId) => void;
  readonly onPlan: (plan: Plan) => void;
};

const kinds = partKind.options.map((value) => ({ value, label: value }));

/** The parts of an item with their pages; moved by keyboard or by drag. */
export function PartStrip({ item, shown, onShow, onPlan }: Props): ReactNode {
  const [over, setOver] = useState<PageId>();
  const box = useRef<HTMLDivElement>(null);
  const hasFocus = useRef(false);
  const isFiled = item.state === "filed";
  const plan: Plan = item.parts.map(({ kind, title, pages }) => ({
    kind,
    title,
    pageIds: pages.map((page) => page.id),
  }));
  const order = plan.flatMap((part) => part.pageIds);
  const firsts = item.parts.map((_, at) => item.parts.slice(0, at).reduce((sum, { pages }) => sum + pages.length, 0));
  const at = shown === undefined ? undefined : findPage(plan, shown);

  useEffect(() => {
    const page = box.current?.querySelector<HTMLElement>(".part-page[aria-current]");
    page?.scrollIntoView({ block: "nearest", inline: "nearest" });
    // The focus goes with the page as it is walked through, moved or taken out, never into the strip from elsewhere.
    if (hasFocus.current) page?.focus();
  }, [shown, item.revision]);

  const drop = (event: DragEvent, act: (pageId: PageId) => Plan): void => {
    const pageId = order.find((each) => each === event.dataTransfer.getData(pageDrag));
    setOver(undefined);
    if (!pageId) return;
    event.preventDefault();
    onPlan(act(pageId));
  };
  const leavePage = (pageId: PageId): void => {
    const place = order.indexOf(pageId);
    const next = order[place + 1] ?? order[place - 1];
    if (next) onShow(next);
    onPlan(takeOut(plan, pageId));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!shown) return;
    const place = order.indexOf(shown);
    const moves: Record<string, () => void> = {
      ArrowRight: () => onShow(order[place + 1] ?? shown),
      ArrowLeft: () => onShow(order[place - 1] ?? shown),
      Home: () => onShow(order[0] ?? shown),
      End: () => onShow(order.at(-1) ?? shown),
    };
    const changes: Record<string, () => void> = {
      ArrowRight: () => onPlan(shiftPage(plan, shown, 1)),
      ArrowLeft: () => onPlan(shiftPage(plan, shown, -1)),
      ArrowDown: () => onPlan(shiftPart(plan, shown, 1)),
      ArrowUp: () => onPlan(shiftPart(plan, shown, -1)),
    };
    const act = event.altKey
      ? isFiled
        ? undefined
        : changes[event.key]
      : event.key === "Delete" && !isFiled
        ? () => leavePage(shown)
        : moves[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <section className="part-strip" aria-label={itemText.strip}>
      <div
        ref={box}
        className="part-list"
        role="presentation"
        onKeyDown={onKeyDown}
        onFocus={() => {
          hasFocus.current = true;
        }}
        onBlur={(event) => {
          // A page that is drawn anew loses the focus to nowhere; only a step to another control leaves the strip.
          if (event.relatedTarget) hasFocus.current = box.current?.contains(event.relatedTarget) ?? false;
        }}
      >
        {item.parts.length === 0 && <p className="quiet part-none">{itemText.noPages}</p>}
        {item.parts.map((part, partIndex) => (
          <div
            key={partIndex}
            className="part"
            role="group"
            aria-label={itemText.partPages(part.kind, part.pages.length)}
            onDragOver={(event) => event.dataTransfer.types.includes(pageDrag) && event.preventDefault()}
            onDrop={(event) => drop(event, (pageId) => putAtEnd(plan, pageId, partIndex))}
          >
            <div className="part-head">
              {isFiled ? (
                <b>{part.kind}</b>
              ) : (
                <Select<PartKind>
                  size="small"
                  variant="borderless"
                  aria-label={itemText.part}
                  value={part.kind}
                  options={kinds}
                  popupMatchSelectWidth={false}
                  onChange={(kind) => onPlan(nameKind(plan, partIndex, kind))}
                />
              )}
              <span className="quiet small">{itemText.pages(part.pages.length)}</span>
              {!isFiled && partIndex > 0 && (
                <Button size="small" type="link" onClick={() => onPlan(joinPart(plan, partIndex))}>
                  {itemText.joinBefore}
                </Button>
              )}
            </div>
            <PartPages
              box={box}
              pages={part.pages}
              first={firsts[partIndex] ?? 0}
              total={order.length}
              shown={shown}
              isFixed={isFiled}
              over={over}
              onOver={setOver}
              onShow={onShow}
              onDropOn={(event, before) => drop(event, (pageId) => putBefore(plan, pageId, before))}
            />
          </div>
        ))}
      </div>
      {!isFiled && shown && at && (
        <div className="part-tools">
          <Dropdown
            trigger={["click"]}
            menu={{
              items: partKind.options.map((kind) => ({
                key: kind,
                label: kind,
                onClick: () => onPlan(startPart(plan, shown, kind)),
              })),
            }}
          >
            <Button size="small">{itemText.fromHere}…</Button>
          </Dropdown>
          <Button size="small" onClick={() => leavePage(shown)}>
            {itemText.toTray}
          </Button>
        </div>
      )}
    </section>
  );
}
