import { Checkbox, Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { type CaptionedItem, type CaptionFields, captionFromGroup, type CaptionFromGroup } from "#contract/caption";
import type { Group } from "#contract/group";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { photoText } from "#text/photo";
import { Problem } from "#ui/problem";

type Props = { readonly group: Group; readonly items: readonly CaptionedItem[]; readonly onClose: () => void };
type TextName = Exclude<keyof CaptionFields, "statedDate">;

const ownNames: readonly TextName[] = ["title", "place", "people", "affair", "background", "photographer", "text"];
const words = photoText.captionFields;
const mostShown = 200;

/** 批量著录: taken from the group or typed once, shown before and after, and written only as shown. */
export function FillDialog({ group, items, onClose }: Props): ReactNode {
  const given = { ...group, statedDate: group.beginDate };
  const offered = captionFromGroup.options.filter((name) => given[name] !== "");
  const [fromGroup, setFromGroup] = useState<readonly CaptionFromGroup[]>(offered.filter((name) => name !== "title"));
  const [typed, setTyped] = useState<Partial<Record<TextName, string>>>({});
  const [onlyBlank, setOnlyBlank] = useState(true);
  const [write, isBusy] = useWrite();
  const fields = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ""));
  const filling = { itemIds: items.map((item) => item.itemId), fields, fromGroup: [...fromGroup], onlyBlank };
  const preview = useRead("caption.fill-preview", filling);
  const value = preview.value;
  const placeOf = new Map(items.map((item, at) => [item.itemId, item.itemNumber ?? at + 1]));
  const fill = async (): Promise<void> => {
    if (!value) return;
    const done = await write(
      "caption.fill",
      { ...filling, previewDigest: value.previewDigest },
      { hasUndo: true, said: ({ changedCount }) => photoText.filled(changedCount) },
    );
    if (done) onClose();
    else preview.lookAgain();
  };
  return (
    <Modal
      open
      title={photoText.fillTitle(items.length)}
      width="min(960px, 94vw)"
      okText={photoText.fillVerb(value?.itemCount ?? 0)}
      cancelText={photoText.cancel}
      okButtonProps={{ disabled: !value || value.changeCount === 0, loading: isBusy }}
      onOk={() => void fill()}
      onCancel={onClose}
    >
      <div className="photo-fill">
        <div>
          <h3>{photoText.fillFromGroup}</h3>
          <Checkbox.Group<CaptionFromGroup>
            className="photo-fill-choices"
            options={offered.map((name) => ({ value: name, label: `${words[name]}：${given[name]}` }))}
            value={[...fromGroup]}
            onChange={setFromGroup}
          />
          <h3>{photoText.fillOwn}</h3>
          {ownNames.map((name) => (
            <label key={name} className="photo-fill-own">
              <span>{words[name]}</span>
              <Input
                size="small"
                maxLength={500}
                value={typed[name] ?? ""}
                onChange={(event) => setTyped((now) => ({ ...now, [name]: event.target.value }))}
              />
            </label>
          ))}
          <Checkbox checked={onlyBlank} onChange={(event) => setOnlyBlank(event.target.checked)}>
            {photoText.fillOnlyBlank}
          </Checkbox>
        </div>
        <div className="photo-fill-changes">
          {preview.problem && <Problem {...preview.problem} />}
          <p role="status">
            {value && value.changeCount > 0
              ? photoText.fillLine(value.changeCount, value.itemCount, value.keptCount)
              : photoText.fillNone}
          </p>
          {value && value.changes.length > 0 && (
            <table className="plain-table">
              <thead>
                <tr>
                  {photoText.fillHead.map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {value.changes.slice(0, mostShown).map((change) => (
                  <tr key={`${change.itemId} ${change.field}`}>
                    <td className="figures">{placeOf.get(change.itemId)}</td>
                    <td>{words[change.field as keyof CaptionFields]}</td>
                    <td className="quiet">{change.before || photoText.blank}</td>
                    <td>{change.after}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </div>
    </Modal>
  );
}
