import { Modal } from "antd";
import type { ReactNode } from "react";
import type { Category, FondsId } from "#contract/fonds";
import type { VolumeId } from "#contract/place-of-item";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { volumeText } from "#text/volume";
import { Problem } from "#ui/problem";

type Props = {
  readonly fondsId: FondsId;
  readonly category: Category;
  readonly year: number;
  readonly onVolume: (id: VolumeId) => void;
  readonly onClose: () => void;
};

/** 案卷归档: every number before it is given; what is missing, one click from its volume. */
export function FileDialog({ fondsId, category, year, onVolume, onClose }: Props): ReactNode {
  const plan = useRead("volume.preview-filing", { fondsId, category: category.code, year });
  const [write, isBusy] = useWrite();
  const value = plan.value;
  const blocking = (value?.problems ?? []).filter((problem) => problem.isBlocking);
  const blocked = [...new Map(blocking.map((problem) => [problem.volumeId, problem])).values()];
  const fresh = (value?.volumes ?? []).filter((volume) => volume.isNew);
  const file = async (): Promise<void> => {
    if (!value) return;
    const done = await write(
      "volume.file",
      { fondsId, category: category.code, year, planDigest: value.planDigest },
      { said: ({ filedCount, itemCount }) => volumeText.filed(filedCount, itemCount) },
    );
    if (done) onClose();
    else plan.lookAgain();
  };
  return (
    <Modal
      open
      title={volumeText.fileTitle(category.name, year)}
      width="min(900px, 94vw)"
      okText={volumeText.fileVerb(fresh.length)}
      cancelText={volumeText.cancel}
      okButtonProps={{ disabled: fresh.length === 0 || blocked.length > 0, loading: isBusy }}
      onOk={() => void file()}
      onCancel={onClose}
    >
      {plan.problem && <Problem {...plan.problem} />}
      {value && blocked.length > 0 && (
        <>
          <p>{volumeText.fileBlocked(blocked.length)}</p>
          <ul className="volume-blocked">
            {blocked.map((problem) => (
              <li key={problem.volumeId}>
                <button type="button" className="link" onClick={() => onVolume(problem.volumeId)}>
                  {value.volumes.find((volume) => volume.volumeId === problem.volumeId)?.title ||
                    (problem.itemId === null && problem.title) ||
                    volumeText.untitled}
                </button>{" "}
                <span className="quiet">
                  {blocking
                    .filter((each) => each.volumeId === problem.volumeId)
                    .map((each) => each.message)
                    .join("")}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {value && fresh.length === 0 && blocked.length === 0 && <p className="quiet">{volumeText.fileNone}</p>}
      {value && value.volumes.length > 0 && (
        <div className="volume-plan">
          {fresh.length > 0 && (
            <p>
              {volumeText.fileLine(
                fresh.length,
                fresh.reduce((sum, volume) => sum + volume.itemCount, 0),
              )}
            </p>
          )}
          <table className="plain-table">
            <thead>
              <tr>
                {volumeText.planHead.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {value.volumes.map((volume) => (
                <tr key={volume.volumeId} className={volume.isNew ? "is-new" : "quiet"}>
                  <td className="figures">{volume.volumeNumber}</td>
                  <td className="archival-code">{volume.archivalCode}</td>
                  <td className="cut" title={volume.title}>
                    {volume.title}
                  </td>
                  <td className="figures">{volume.itemCount}</td>
                  <td className="figures">{volume.pageSum}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Modal>
  );
}
