import { Button, Dropdown } from "antd";
import { type ReactNode, useState } from "react";
import type { Item, ItemId } from "#contract/item";
import type { PageId } from "#contract/scan";
import { shownSource, wishExport } from "#bridge/double-layer";
import { useWrite } from "#bridge/use-write";
import { doubleLayerText } from "#text/double-layer";
import { sayTail } from "#text/format";
import { itemCaseText } from "#text/item-case";
import { CaseDialog } from "./case-dialog.tsx";
import { ExcludeDialog } from "./exclude-dialog.tsx";
import type { ItemDraft } from "./item-draft.ts";
import { MergeDialog } from "./merge-dialog.tsx";
import { PacketHistory } from "./packet-history.tsx";
import { ProvenRows } from "./proven-rows.tsx";
import { ReferDialog } from "./refer-dialog.tsx";
import { ReferenceList } from "./reference-list.tsx";
import { SealDialog } from "./seal-dialog.tsx";
import { SplitDialog } from "./split-dialog.tsx";

type Props = { readonly draft: ItemDraft; readonly onOpen: (id: ItemId) => void };
type Act = "parts" | "merge" | "split" | "exclude" | "readmit" | "refer" | "seal";

/** What can be done with this item just now. */
function actsFor(item: Item): Act[] {
  if (item.state === "filed") return ["refer"];
  if (item.state === "excluded") return ["readmit", "exclude", "refer"];
  if (item.carrier === "sealed") return ["refer", "exclude"];
  const isBare = item.imageCount + item.fileCount === 0;
  return ["parts", "merge", "split", "refer", ...(isBare ? (["seal"] as const) : []), "exclude"];
}

/** The received PDF files the pages of an item came in, each by its first page here. */
function sourcesOf(item: Item): { key: string; label: string }[] {
  const pages = item.parts.flatMap((part) => part.pages).filter((page) => /\.pdf$/i.test(page.sourceName));
  const first = pages.filter((page, at) => pages.findIndex((each) => each.scanId === page.scanId) === at);
  return first.map(({ id, sourceName }) => ({
    key: `source:${id}`,
    label: first.length > 1 ? `${doubleLayerText.source}：${sayTail(sourceName, 16)}` : doubleLayerText.source,
  }));
}

/** Under the form: 整理 of the item by its cases, what it refers to, what became of its seals. */
export function ItemAlso({ draft, onOpen }: Props): ReactNode {
  const { item } = draft.state.use();
  const [asked, setAsked] = useState<{ readonly act: Act; readonly item: Item }>();
  const [write] = useWrite();
  if (!item) return null;
  const close = (): void => setAsked(undefined);
  const done = (next: Item | undefined): void => {
    close();
    if (next && next.id !== draft.id) onOpen(next.id);
    else void draft.load();
  };
  /** An act begins from what is saved. */
  const start = async (act: Act): Promise<void> => {
    if (!(await draft.save())) return;
    const now = draft.state.get().item;
    if (!now) return;
    if (act !== "readmit") return setAsked({ act, item: now });
    const { id, revision } = now;
    const back = await write("item.readmit", { id, revision }, { hasUndo: true, said: () => itemCaseText.readmitted });
    if (back) done(back);
  };
  const given = asked && { item: asked.item, onDone: done, onCancel: close };
  return (
    <div className="item-also">
      <div className="row">
        <span className="grow quiet">{item.state === "excluded" && itemCaseText.excludedFor(item.excludedReason)}</span>
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [
              ...actsFor(item).map((act) => ({ key: act, label: itemCaseText[act] })),
              ...(item.imageCount > 0 ? [{ key: "export", label: doubleLayerText.action }] : []),
              ...sourcesOf(item),
            ],
            onClick: ({ key }) => {
              if (key === "export") wishExport([item.id]);
              else if (key.startsWith("source:")) shownSource.set(key.slice(7) as PageId);
              else void start(key as Act);
            },
          }}
        >
          <Button size="small">{itemCaseText.acts}</Button>
        </Dropdown>
      </div>
      <ReferenceList itemId={item.id} onOpen={onOpen} />
      <ProvenRows itemId={item.id} />
      {item.carrier === "sealed" && <PacketHistory item={item} />}
      {given && asked.act === "parts" && <CaseDialog {...given} />}
      {given && asked.act === "merge" && <MergeDialog {...given} />}
      {given && asked.act === "split" && <SplitDialog {...given} />}
      {given && asked.act === "exclude" && <ExcludeDialog {...given} />}
      {given && asked.act === "seal" && <SealDialog {...given} isAgain={false} />}
      {given && asked.act === "refer" && <ReferDialog item={given.item} onClose={close} />}
    </div>
  );
}
