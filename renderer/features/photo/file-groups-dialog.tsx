import { Modal } from "antd";
import type { ReactNode } from "react";
import type { Category, FondsId } from "#contract/fonds";
import type { VolumeId } from "#contract/place-of-item";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { photoText } from "#text/photo";
import { Problem } from "#ui/problem";

type Props = {
  readonly fondsId: FondsId;
  readonly category: Category;
  readonly year: number;
  readonly onGroup: (id: VolumeId) => void;
  readonly onClose: () => void;
};

/** 组 get their numbers: every one shown before it is given, what is missing one click from its group. */
export function FileGroupsDialog({ fondsId, category, year, onGroup, onClose }: Props): ReactNode {
  const scope = { fondsId, category: category.code, year };
  const plan = useRead("volume.preview-filing", scope);
  const [write, isBusy] = useWrite();
  const value = plan.value;
  const fresh = (value?.volumes ?? []).filter((group) => group.isNew);
  const blocking = (value?.problems ?? []).filter((problem) => problem.isBlocking);
  const blocked = [...new Set(blocking.map((problem) => problem.volumeId))];
  const file = async (): Promise<void> => {
    if (!value) return;
    const done = await write(
      "volume.file",
      { ...scope, planDigest: value.planDigest },
      { said: ({ filedCount, itemCount }) => photoText.filed(filedCount, itemCount) },
    );
    if (done) onClose();
    else plan.lookAgain();
  };
  return (
    <Modal
      open
      title={photoText.filingTitle(category.name, year)}
      width="min(860px, 94vw)"
      okText={photoText.fileVerb(fresh.length)}
      cancelText={photoText.cancel}
      okButtonProps={{ disabled: fresh.length === 0 || blocked.length > 0, loading: isBusy }}
      onOk={() => void file()}
      onCancel={onClose}
    >
      {plan.problem && <Problem {...plan.problem} />}
      {blocked.length > 0 && (
        <>
          <p>{photoText.fileBlocked(blocked.length)}</p>
          <ul className="volume-blocked">
            {blocked.map((id) => (
              <li key={id}>
                <button type="button" className="link" onClick={() => onGroup(id)}>
                  {value?.volumes.find((each) => each.volumeId === id)?.title || photoText.untitled}
                </button>{" "}
                <span className="quiet">
                  {[...new Set(blocking.filter((each) => each.volumeId === id).map((each) => each.message))].join("")}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {value && fresh.length === 0 && blocked.length === 0 && <p className="quiet">{photoText.fileNone}</p>}
      {value && value.volumes.length > 0 && (
        <div className="volume-plan">
          <p>
            {photoText.fileLine(
              fresh.length,
              fresh.reduce((sum, group) => sum + group.itemCount, 0),
            )}
          </p>
          <table className="plain-table">
            <thead>
              <tr>
                {photoText.fileHead.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {value.volumes.map((group) => (
                <tr key={group.volumeId} className={group.isNew ? "is-new" : "quiet"}>
                  <td className="figures">{group.volumeNumber}</td>
                  <td className="archival-code">{group.archivalCode}</td>
                  <td>{group.title || photoText.untitled}</td>
                  <td className="figures">{group.itemCount}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Modal>
  );
}
