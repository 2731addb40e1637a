import { Button, Dropdown, Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import type { SearchFilter } from "#contract/search";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { searchText } from "#text/search";

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
      <Modal
        open={name !== undefined}
        title={words.viewKeep}
        okText={words.viewVerb}
        cancelText={words.cancel}
        okButtonProps={{ loading: isBusy, disabled: (name ?? "").trim() === "" }}
        onOk={() => void keep()}
        onCancel={() => setName(undefined)}
      >
        <Input
          aria-label={words.viewName}
          placeholder={words.viewName}
          maxLength={40}
          value={name ?? ""}
          autoFocus
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => void keep()}
        />
        <p className="quiet small">{words.viewNote}</p>
      </Modal>
    </>
  );
}
