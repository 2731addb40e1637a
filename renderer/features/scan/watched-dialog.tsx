import { Button, Modal, Radio, Switch } from "antd";
import type { ReactNode } from "react";
import { afterIntake, type WatchedFolder, type WatchedFolderSettings } from "#contract/watched-folder";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { watchText } from "#text/device";
import { Field } from "#ui/field";

type Props = { readonly watched: WatchedFolder; readonly onClose: () => void };
const tone = { reject: "mark-destroy", warn: "mark-look", accept: "mark-proved" } as const;

/** Where, whether, and what becomes of the files; every change holds at once. */
export function WatchedDialog({ watched, onClose }: Props): ReactNode {
  const { folder, isOn, files } = watched;
  const set = async (change: Partial<WatchedFolderSettings>): Promise<void> => {
    const next = { folder, isOn, afterIntake: watched.afterIntake, ...change };
    await runTask("watched-folder.set", next, {
      label: watchText.setTask,
      ...(change.isOn !== undefined && { said: (now) => watchText.set(now.isOn) }),
    });
  };
  const choose = async (): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-folder", { title: watchText.chooseTitle, purpose: "scans" });
      if (path !== null) await set({ folder: path, isOn: true });
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  return (
    <Modal open title={watchText.title} width="min(640px, 94vw)" footer={null} onCancel={onClose}>
      <p className="quiet">{watchText.note}</p>
      <div className="spread-fields">
        <Field label={watchText.folder}>
          <div className="row">
            <span className="cut grow" title={folder}>
              {folder || watchText.noFolder}
            </span>
            <Button onClick={() => void choose()}>{watchText.choose}</Button>
          </div>
        </Field>
        <Field label={watchText.isOn} note={isOn ? watchText.state(watched) : ""}>
          <Switch
            aria-label={watchText.isOn}
            checked={isOn}
            disabled={folder === ""}
            onChange={(next) => void set({ isOn: next })}
          />
        </Field>
        <Field label={watchText.after} note={watchText.afterNote}>
          <Radio.Group
            value={watched.afterIntake}
            options={afterIntake.options.map((value) => ({ value, label: watchText.afters[value] }))}
            onChange={({ target }) => void set({ afterIntake: afterIntake.parse(target.value) })}
          />
        </Field>
      </div>
      <p className="watched-head">
        <b>{watchText.files}</b>
      </p>
      {files.length === 0 ? (
        <p className="quiet">{watchText.none}</p>
      ) : (
        <ul className="batch-list">
          {files.toReversed().map((file) => (
            <li key={`${file.at} ${file.name}`}>
              <span className={`mark ${tone[file.outcome]}`}>{watchText.outcomes[file.outcome]}</span>
              <span className="cut batch-name" title={file.name}>
                {file.name}
              </span>
              <span className="grow">
                {file.message} {file.outcome !== "accept" && <small className="code">{file.code}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  );
}
