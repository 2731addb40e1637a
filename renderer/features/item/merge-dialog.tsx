import { Checkbox, Input, Modal } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { Item, ItemId, ItemRow } from "#contract/item";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { itemCaseText } from "#text/item-case";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";

type Props = { readonly item: Item; readonly onDone: (item: Item) => void; readonly onCancel: () => void };

const looksLikeLetter = /请示|来函|申请|复函|批复|答复|回复/;
const titleOf = (row: ItemRow): string =>
  (row.access === "restricted" ? row.neutralTitle : row.title) || itemCaseText.untitled;

/** 合件: other drafts are chosen, the merged item is shown part by part, and only then made. */
export function MergeDialog({ item, onDone, onCancel }: Props): ReactNode {
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<readonly ItemRow[]>([]);
  const [isReply, setReply] = useState(looksLikeLetter.test(item.title));
  const [remark, setRemark] = useState<string>();
  const [write, isBusy] = useWrite();
  const { fondsId, category, year } = item;
  const found = useRead("item.list", {
    filter: { fondsId, category, state: "draft", ...(words ? { words } : year !== null && { year }) },
    order: "date",
    limit: 100,
  });
  const ids = [item.id, ...chosen.map((row) => row.id)];
  const proposed = useRead("item.propose-merge", chosen.length === 0 ? null : { ids, isReplyWithLetter: isReply });
  // Another proposal has another remark; what the clerk wrote belongs to the one before.
  useEffect(() => setRemark(undefined), [proposed.value?.remark]);
  const rows: readonly ItemRow[] = [item, ...chosen];
  const leading = rows.find((row) => row.id === proposed.value?.leadingId);
  const open = (found.value?.rows ?? []).filter((row) => row.id !== item.id && row.carrier !== "sealed");
  const offered = [...chosen, ...open.filter((row) => chosen.every((each) => each.id !== row.id))];
  const toggle = (row: ItemRow): void =>
    setChosen((now) =>
      now.some((each) => each.id === row.id) ? now.filter((each) => each.id !== row.id) : [...now, row],
    );
  const merge = async (): Promise<void> => {
    if (!leading || !proposed.value) return;
    const others = rows.filter((row) => row.id !== leading.id).map(({ id, revision }) => ({ id, revision }));
    const done = await write(
      "item.merge",
      {
        id: leading.id,
        revision: leading.revision,
        others,
        isReplyWithLetter: isReply,
        remark: remark ?? proposed.value.remark,
      },
      { hasUndo: true, said: () => itemCaseText.merged },
    );
    if (done) onDone(done);
  };
  const rowOf = (id: ItemId): ItemRow | undefined => rows.find((row) => row.id === id);
  return (
    <Modal
      open
      title={itemCaseText.mergeTitle}
      width="min(880px, 94vw)"
      okText={itemCaseText.mergeVerb(rows.length)}
      cancelText={itemCaseText.cancel}
      okButtonProps={{ disabled: !leading, loading: isBusy }}
      onOk={() => void merge()}
      onCancel={onCancel}
    >
      <p>
        <b>{titleOf(item)}</b>
      </p>
      <Input.Search
        allowClear
        placeholder={itemCaseText.mergeWords}
        aria-label={itemCaseText.mergeWords}
        onSearch={setWords}
        onChange={(event) => event.target.value === "" && setWords("")}
      />
      <div className="merge-rows" role="group" aria-label={itemCaseText.mergeTitle}>
        {found.value && offered.length === 0 && <p className="quiet">{itemCaseText.mergeNone}</p>}
        {offered.map((row) => (
          <Checkbox key={row.id} checked={chosen.some((each) => each.id === row.id)} onChange={() => toggle(row)}>
            {[row.documentDate, titleOf(row), row.access === "restricted" ? "" : row.documentNumber]
              .filter(Boolean)
              .join(" · ")}
          </Checkbox>
        ))}
      </div>
      <Checkbox checked={isReply} onChange={(event) => setReply(event.target.checked)}>
        {itemCaseText.mergeReply}
      </Checkbox>
      {proposed.problem && <Problem {...proposed.problem} />}
      {leading && proposed.value && (
        <section className="merge-preview">
          <p>{itemCaseText.mergeLeads(titleOf(leading))}</p>
          <ol>
            {proposed.value.parts.map((part, at) => {
              const from = rowOf(part.itemId);
              return (
                <li key={`${part.itemId}${at}`}>
                  <span className="mark">{part.kind}</span> {part.title || (from && titleOf(from))}{" "}
                  <span className="quiet">{itemCaseText.pages(part.pageCount)}</span>
                </li>
              );
            })}
          </ol>
          <Field label={itemCaseText.mergeRemark} forId="merge-remark">
            <Input.TextArea
              id="merge-remark"
              maxLength={500}
              autoSize={{ minRows: 1, maxRows: 3 }}
              value={remark ?? proposed.value.remark}
              onChange={(event) => setRemark(event.target.value)}
            />
          </Field>
        </section>
      )}
    </Modal>
  );
}
