import { Button, Modal } from "antd";
import type { ReactNode } from "react";
import { type ResidentSecret, residentSecret, residentSecretLabel } from "#contract/resident";
import { type Reveal, revealReasonLabel } from "#contract/reveal";
import { useRead } from "#bridge/use-read";
import { sayMinute } from "#text/format";
import { revealText } from "#text/resident";

const shown = 200;
const isSecret = (field: string): field is ResidentSecret => residentSecret.options.some((each) => each === field);

function cellsOf(look: Reveal): readonly string[] {
  const reason = revealReasonLabel[look.reasonCode];
  return [
    sayMinute(look.at),
    look.personName,
    look.of === "row" ? revealText.ofRow(look.ledgerName, look.subjectId) : revealText.ofResident(look.subjectId),
    isSecret(look.field) ? residentSecretLabel[look.field] : look.field,
    look.reason ? `${reason}：${look.reason}` : reason,
  ];
}

/** Who looked at what and why: never the value, never by the person looked at. */
export function LookRegister({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { value } = useRead("reveal.list", { limit: shown });
  const looks = value?.looks ?? [];
  return (
    <Modal
      open
      title={revealText.registerTitle}
      width="min(860px, 94vw)"
      footer={<Button onClick={onClose}>{revealText.close}</Button>}
      onCancel={onClose}
    >
      <p className="quiet">{value && (value.total === 0 ? revealText.empty : revealText.total(value.total))}</p>
      {looks.length > 0 && (
        <div className="look-register" tabIndex={0}>
          <table className="plain-table">
            <thead>
              <tr>
                {revealText.head.map((each) => (
                  <th key={each} scope="col">
                    {each}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {looks.map((look) => (
                <tr key={look.id}>
                  {cellsOf(look).map((cell, at) => (
                    <td key={revealText.head[at]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Modal>
  );
}
