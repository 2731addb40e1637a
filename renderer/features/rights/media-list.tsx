import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { erasureMediumStateLabel } from "#contract/erasure";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { sayMinute } from "#text/format";
import { rightsText } from "#text/rights";
import { NameDialog } from "#ui/name-dialog";

const words = rightsText.media;

/** 清除登记: on which media deletions took effect; those out of reach are cleared when plugged in, or signed as destroyed. */
export function MediaList(): ReactNode {
  const erasures = useRead("erasure.list", {}).value ?? [];
  const [signing, setSigning] = useState<string>();
  const [signer, setSigner] = useState("");
  const [write, isBusy] = useWrite();
  const clear = async (place: string): Promise<void> => {
    try {
      const { path: folder } = await askShell("shell.choose-folder", { title: words.choose, purpose: "backup" });
      if (folder !== null)
        await runTask("erasure.clear", { place, folder }, { label: words.task, said: () => words.cleared });
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  const sign = async (): Promise<void> => {
    const done = await write("erasure.sign", { place: signing ?? "", signedBy: signer }, { said: () => words.signed });
    if (done) setSigning(undefined);
  };
  if (erasures.length === 0) return null;
  return (
    <section className="rights-media" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="quiet">{words.note}</p>
      <table className="plain">
        <thead>
          <tr>
            <th>{rightsText.request.number}</th>
            <th>{words.place}</th>
            <th>{words.state}</th>
            <th>{words.at}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {erasures.flatMap(({ requestId, requestNumber, media }) =>
            media.map(({ place, state, at, signedBy }) => (
              <tr key={`${requestId} ${place}`}>
                <td>{requestNumber}</td>
                <td>{words.places[place] ?? place}</td>
                <td>
                  <span className={`mark ${state === "waiting" ? "mark-look" : "mark-proved"}`}>
                    {erasureMediumStateLabel[state]}
                  </span>{" "}
                  {signedBy}
                </td>
                <td>{at === "" ? "" : sayMinute(at)}</td>
                <td>
                  {state === "waiting" && (
                    <div className="row">
                      <Button size="small" onClick={() => void clear(place)}>
                        {words.clear}
                      </Button>
                      <Button size="small" onClick={() => setSigning(place)}>
                        {words.sign}
                      </Button>
                    </div>
                  )}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {signing !== undefined && (
        <NameDialog
          name={signer}
          onName={(next) => {
            setSigner(next ?? "");
            if (next === undefined) setSigning(undefined);
          }}
          title={words.signTitle}
          label={words.signer}
          note={words.signLine}
          verb={words.sign}
          cancel={rightsText.cancel}
          isBusy={isBusy}
          onVerb={() => void sign()}
        />
      )}
    </section>
  );
}
