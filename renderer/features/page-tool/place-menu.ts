// 更多: what is done to the place of a page – split, joined, set aside, replaced, followed by new scans.
import type { MenuProps } from "antd";
import type { SetAside } from "#contract/scan";
import { pageToolText } from "#text/page-tool";
import type { PageSlot } from "#bridge/page-slot";
import type { PageAct } from "./use-page-act.ts";

type Ways = { readonly onSplit: () => void; readonly onAside: () => void };

export function placeMenu(slot: PageSlot, act: PageAct, { onSplit, onAside }: Ways): NonNullable<MenuProps["items"]> {
  const { page, next, stands, chosen, chosenCount } = slot;
  const words = pageToolText;
  const join = (side: "right" | "below"): void => {
    if (next) void act.run("page.join", { pageId: page.id, otherId: next, side }, words.joinDone);
  };
  const setAside = async (reason: Exclude<SetAside, "">): Promise<void> => {
    const pageIds = chosenCount > 1 ? [...(await chosen())] : [page.id];
    const said = ({ setAsideCount }: { setAsideCount: number }): string => words.asideDone(setAsideCount);
    await act.write("page.set-aside", { pageIds, reason }, { hasUndo: true, said });
  };
  const replace = (): void => {
    if (next)
      void act.write(
        "page.replace",
        { pageId: next, replaces: page.id },
        { hasUndo: true, said: () => words.replaceDone },
      );
  };
  const insert = (): void =>
    void act.run("page.insert-after", { pageId: page.id }).then((done) => done && act.tell(words.insertOn));
  return [
    { key: "split", label: words.split, onClick: onSplit },
    { key: "right", label: words.joinRight, disabled: !next, onClick: () => join("right") },
    { key: "below", label: words.joinBelow, disabled: !next, onClick: () => join("below") },
    { type: "divider" },
    { key: "blank", label: words.blank, onClick: () => void setAside("blank") },
    { key: "remove", label: words.remove, onClick: () => void setAside("removed") },
    { key: "aside", label: words.aside, onClick: onAside },
    ...(stands === "tray"
      ? ([
          { type: "divider" },
          { key: "replace", label: words.replace, disabled: !next, onClick: replace },
          { key: "insert", label: words.insert, onClick: insert },
        ] as const)
      : []),
  ];
}
