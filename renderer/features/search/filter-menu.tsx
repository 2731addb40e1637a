import { Button, Dropdown } from "antd";
import { type ReactNode, useState } from "react";
import type { SearchFilter } from "#contract/search";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { searchText } from "#text/search";
import { NameDialog } from "#ui/name-dialog";

const words = searchText.page;

type Props = { readonly filter: SearchFilter; readonly onFilter: (filter: SearchFilter) => void };

/** 常用筛选: the same as beside the list of items; the words that are searched are never part of them (P5). */
export function FilterMenu({ filter, onFilter }: Props): ReactNode {
  const views = useRead("saved-view.list", {}).value ?? [];
  const [name, setName] = useState<string>();
  const [write, isBusy] = useWrite();
  const keep = async (): Promise<void> => {
    const given = name?.trim() ?? "";
    if (given === "") return;
    const kept = await write(
      "saved-view.keep",
      { name: given, filter, order: "entered" },
      { hasUndo: true, said: () => words.viewKept(given) },
    );
    if (kept) setName(undefined);
  };
  const items = [
    ...views.map((view) => ({ key: view.id, label: view.name, onClick: () => onFilter(view.filter) })),
    ...(views.length > 0 ? [{ type: "divider" as const }] : []),
    {
      key: "keep",
      label: words.viewKeep,
      disabled: Object.keys(filter).length === 0,
      onClick: () => setName(""),
    },
  ];
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items }}>
        <Button>{words.views}</Button>
      </Dropdown>
      <NameDialog
        name={name}
        onName={setName}
        title={words.viewKeep}
        label={words.viewName}
        note={words.viewNote}
        verb={words.viewVerb}
        cancel={words.cancel}
        isBusy={isBusy}
        onVerb={() => void keep()}
      />
    </>
  );
}
