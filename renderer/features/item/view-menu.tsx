import { Button, Dropdown } from "antd";
import { type ReactNode, useState } from "react";
import type { SavedView } from "#contract/saved-view";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { itemText } from "#text/item";
import { NameDialog } from "#ui/name-dialog";
import { choiceOf, type FilterChoice, hidesNothing, keptFilter } from "./item-filter.ts";

type Props = { readonly choice: FilterChoice; readonly onChoice: (choice: FilterChoice) => void };

/** 常用筛选: one click to a filter that was kept, one name to keep another. */
export function ViewMenu({ choice, onChoice }: Props): ReactNode {
  const views = useRead("saved-view.list", {}).value ?? [];
  const [name, setName] = useState<string>();
  const [write, isBusy] = useWrite();
  const keep = async (): Promise<void> => {
    const given = name?.trim() ?? "";
    if (given === "") return;
    const kept = await write(
      "saved-view.keep",
      { name: given, filter: keptFilter(choice), order: choice.order },
      { hasUndo: true, said: () => itemText.viewKept(given) },
    );
    if (kept) setName(undefined);
  };
  const drop = (view: SavedView): void =>
    void write("saved-view.drop", { id: view.id }, { hasUndo: true, said: () => itemText.viewDropped(view.name) });
  const canKeep = !hidesNothing({ ...choice, words: "" });
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            ...views.map((view) => ({ key: view.id, label: view.name, onClick: () => onChoice(choiceOf(view)) })),
            ...(views.length > 0 ? [{ type: "divider" as const }] : []),
            { key: "keep", label: itemText.viewKeep, disabled: !canKeep, onClick: () => setName("") },
            ...(views.length > 0
              ? [
                  {
                    key: "drop",
                    label: itemText.viewDrop,
                    children: views.map((view) => ({
                      key: `drop-${view.id}`,
                      label: view.name,
                      onClick: () => drop(view),
                    })),
                  },
                ]
              : []),
          ],
        }}
      >
        <Button>{itemText.views}</Button>
      </Dropdown>
      <NameDialog
        name={name}
        onName={setName}
        title={itemText.viewKeep}
        label={itemText.viewName}
        note={itemText.viewNote}
        verb={itemText.viewVerb}
        cancel={itemText.cancel}
        isBusy={isBusy}
        onVerb={() => void keep()}
      />
    </>
  );
}
