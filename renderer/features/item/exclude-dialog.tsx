import { AutoComplete, Modal } from "antd";
import { type ReactNode, useState } from "react";
import type { Item } from "#contract/item";
import { useWrite } from "#bridge/use-write";
import { itemCaseText } from "#text/item-case";
import { Field } from "#ui/field";

type Props = { readonly item: Item; readonly onDone: (item: Item) => void; readonly onCancel: () => void };

/** 不归档, with its reason; the usual ones are offered, any other can be written. */
export function ExcludeDialog({ item, onDone, onCancel }: Props): ReactNode {
  const [reason, setReason] = useState(item.excludedReason);
  const [write, isBusy] = useWrite();
  const exclude = async (): Promise<void> => {
    const { id, revision } = item;
    const done = await write(
      "item.exclude",
      { id, revision, reason },
      { hasUndo: true, said: () => itemCaseText.excluded },
    );
    if (done) onDone(done);
  };
  return (
    <Modal
      open
      title={itemCaseText.excludeTitle}
      okText={itemCaseText.excludeVerb}
      cancelText={itemCaseText.cancel}
      okButtonProps={{ disabled: reason.trim() === "", loading: isBusy }}
      onOk={() => void exclude()}
      onCancel={onCancel}
    >
      <p>{itemCaseText.excludeLine(item.title || itemCaseText.untitled)}</p>
      <Field label={itemCaseText.reason} forId="exclude-reason">
        <AutoComplete
          id="exclude-reason"
          className="full"
          autoFocus
          maxLength={200}
          value={reason}
          options={itemCaseText.reasons.map((value) => ({ value }))}
          onChange={setReason}
        />
      </Field>
    </Modal>
  );
}
