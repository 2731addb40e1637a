import { Button, Modal, Radio } from "antd";
import { type ReactNode, useState } from "react";
import { accessClassLabel } from "#contract/access";
import { retentionLabel } from "#contract/retention";
import { itemText } from "#text/item";
import type { ItemDraft } from "./item-draft.ts";
import { type Edits, type FieldName, fieldsOf, type FormFields } from "./merge-edits.ts";

/** A value as the form would show it; ids of matters and fonds are not words and say only which side they are. */
function say(name: FieldName, fields: Edits): string {
  const value = fields[name];
  if (value === null || value === undefined || value === "") return itemText.blank;
  if (name === "retention") return retentionLabel(value as NonNullable<FormFields["retention"]>);
  if (name === "access") return accessClassLabel[value as FormFields["access"]];
  return name === "matterId" || name === "fondsId" ? itemText.fields[name] : String(value);
}

/** item-changed-meanwhile: the fields that differ on both sides, chosen one by one; nothing typed is lost. */
export function ConflictDialog({ draft }: { readonly draft: ItemDraft }): ReactNode {
  const { conflict, typed } = draft.state.use();
  const [chosen, setChosen] = useState<Partial<Record<FieldName, "mine" | "theirs">>>({});
  if (!conflict) return null;
  const kept = fieldsOf(conflict.kept);
  const settle = (): void => {
    const theirs = conflict.fields.filter((name) => chosen[name] === "theirs");
    void draft.settle(Object.fromEntries(theirs.map((name) => [name, kept[name]])));
    setChosen({});
  };
  return (
    <Modal
      open
      closable={false}
      title={itemText.conflictTitle}
      footer={
        <Button type="primary" onClick={settle} autoFocus>
          {itemText.conflictSave}
        </Button>
      }
    >
      <div className="stack wide">
        <p>{itemText.conflictLine}</p>
        {conflict.fields.map((name) => (
          <fieldset key={name} className="conflict-field">
            <legend>{itemText.fields[name]}</legend>
            <Radio.Group
              className="stack"
              value={chosen[name] ?? "mine"}
              onChange={(event) => setChosen((now) => ({ ...now, [name]: event.target.value as "mine" | "theirs" }))}
              options={[
                { value: "mine", label: `${itemText.mine}：${say(name, typed)}` },
                { value: "theirs", label: `${itemText.theirs}：${say(name, kept)}` },
              ]}
            />
          </fieldset>
        ))}
      </div>
    </Modal>
  );
}
