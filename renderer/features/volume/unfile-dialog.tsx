import { Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import type { Volume } from "#contract/volume";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { volumeText } from "#text/volume";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";

type Props = { readonly volume: Volume; readonly onClose: () => void };

/** 撤回: every number that changes, the reason, and only then the act. */
export function UnfileDialog({ volume, onClose }: Props): ReactNode {
  const plan = useRead("volume.preview-unfile", { id: volume.id });
  const [reason, setReason] = useState("");
  const [write, isBusy] = useWrite();
  const unfile = async (): Promise<void> => {
    if (!plan.value) return;
    const { planDigest } = plan.value;
    const done = await write(
      "volume.unfile",
      { id: volume.id, reason, planDigest },
      { said: () => volumeText.unfiled },
    );
    if (done) onClose();
    else plan.lookAgain();
  };
  const changes = plan.value?.changes ?? [];
  return (
    <Modal
      open
      title={volumeText.unfileTitle}
      width="min(820px, 94vw)"
      okText={volumeText.unfileVerb(Math.max(0, changes.length - 1))}
      cancelText={volumeText.cancel}
      okButtonProps={{ disabled: !plan.value || reason.trim() === "", loading: isBusy }}
      onOk={() => void unfile()}
      onCancel={onClose}
    >
      {plan.problem && <Problem {...plan.problem} />}
      <p>{volumeText.unfileLine}</p>
      <table className="plain-table">
        <thead>
          <tr>
            {volumeText.changeHead.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.volumeId}>
              <td className="cut">{change.title}</td>
              <td className="archival-code">{change.oldCode}</td>
              <td className="archival-code">{change.newCode || volumeText.noNumber}</td>
              <td className="figures">{change.itemCount}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Field label={volumeText.unfileReason} forId="unfile-reason">
        <Input
          id="unfile-reason"
          autoFocus
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
