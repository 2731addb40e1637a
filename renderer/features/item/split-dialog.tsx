import { Button, Checkbox, Input, Modal } from "antd";
import { Fragment, type ReactNode, useState } from "react";
import type { Item } from "#contract/item";
import { useWrite } from "#bridge/use-write";
import { itemCaseText } from "#text/item-case";
import { Thumbnail } from "#ui/thumbnail";
import { cutsByParts, leavesOf, piecesOf } from "./split-pieces.ts";

type Props = { readonly item: Item; readonly onDone: (item: Item) => void; readonly onCancel: () => void };

/** 分件: the pages in a row, a tick where another item begins, a title for each piece. */
export function SplitDialog({ item, onDone, onCancel }: Props): ReactNode {
  const leaves = leavesOf(item);
  const [cuts, setCuts] = useState<ReadonlySet<number>>(() => cutsByParts(leaves));
  const [titles, setTitles] = useState<Readonly<Record<number, string>>>({});
  const [write, isBusy] = useWrite();
  const pieces = piecesOf(leaves, cuts);
  const titleOf = (place: number): string => titles[place] ?? (place === 0 ? item.title : "");
  const toggle = (at: number): void =>
    setCuts((now) => (now.has(at) ? new Set([...now].filter((each) => each !== at)) : new Set([...now, at])));
  const split = async (): Promise<void> => {
    const { id, revision } = item;
    const given = pieces.map((parts, at) => ({ parts, fields: { title: titleOf(at) } }));
    const done = await write(
      "item.split",
      { id, revision, pieces: given },
      { hasUndo: true, said: ({ items }) => itemCaseText.splitDone(items.length) },
    );
    if (done?.items[0]) onDone(done.items[0]);
  };
  let place = -1;
  return (
    <Modal
      open
      title={itemCaseText.splitTitle}
      width="min(820px, 94vw)"
      okText={itemCaseText.splitVerb(pieces.length)}
      cancelText={itemCaseText.cancel}
      okButtonProps={{ disabled: pieces.length < 2, loading: isBusy }}
      onOk={() => void split()}
      onCancel={onCancel}
    >
      <p className="quiet">{leaves.length < 2 ? itemCaseText.splitFew : itemCaseText.splitLine}</p>
      <div className="split-leaves">
        {leaves.map((leaf, at) => {
          const isFirst = at === 0 || cuts.has(at);
          if (isFirst) place += 1;
          const own = place;
          return (
            <Fragment key={leaf.pageId ?? leaf.fileId}>
              {isFirst && (
                <div className="split-piece row">
                  <span>{itemCaseText.splitPiece(own + 1)}</span>
                  <Input
                    className="grow"
                    aria-label={itemCaseText.splitPiece(own + 1)}
                    placeholder={itemCaseText.untitled}
                    maxLength={500}
                    value={titleOf(own)}
                    onChange={(event) => setTitles((now) => ({ ...now, [own]: event.target.value }))}
                  />
                </div>
              )}
              <div className="split-leaf row">
                {leaf.pageId ? (
                  <Thumbnail pageId={leaf.pageId} />
                ) : (
                  <span className="mark">{itemCaseText.splitFile}</span>
                )}
                <span className="grow cut small">
                  {leaf.kind} · {leaf.name}
                </span>
                {at > 0 && (
                  <Checkbox checked={cuts.has(at)} onChange={() => toggle(at)}>
                    {itemCaseText.splitHere}
                  </Checkbox>
                )}
              </div>
            </Fragment>
          );
        })}
      </div>
      {cutsByParts(leaves).size > 0 && (
        <Button onClick={() => setCuts(cutsByParts(leaves))}>{itemCaseText.splitByParts}</Button>
      )}
    </Modal>
  );
}
