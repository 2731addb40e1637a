import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { ShownModelPack } from "#contract/model-pack";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { bridgeText } from "#text/bridge";
import { sayBytes } from "#text/format";
import { modelPackText } from "#text/model-pack";
import { Problem } from "#ui/problem";
import { Waiting } from "#ui/waiting";

/** 文字识别模型: which there are, which reads, and one more from a USB stick. */
export function ModelSection(): ReactNode {
  const packs = useRead("model-pack.list", {});
  const [write, isSaving] = useWrite();
  const [isBusy, setBusy] = useState(false);
  const choose = async ({ name, title }: ShownModelPack): Promise<void> => {
    await write("model-pack.choose", { name }, { said: () => modelPackText.saidChosen(title), hasUndo: true });
    packs.lookAgain();
  };
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      const { path } = await askShell("shell.choose-folder", { title: modelPackText.takeTitle, purpose: "package" });
      if (path !== null)
        await runTask(
          "model-pack.import",
          { path },
          { label: modelPackText.takeTask, said: ({ title }) => modelPackText.saidTaken(title) },
        );
    } catch (thrown) {
      sayThrown(thrown);
    }
    setBusy(false);
    packs.lookAgain();
  };
  const state = (pack: ShownModelPack): ReactNode => {
    if (pack.isChosen) return <span className="tone-proved">{modelPackText.chosen}</span>;
    if (!pack.isWhole) return <span className="tone-look">{modelPackText.gone}</span>;
    return (
      <Button
        size="small"
        disabled={isSaving}
        aria-label={modelPackText.chooseTitle(pack.title)}
        onClick={() => void choose(pack)}
      >
        {modelPackText.choose}
      </Button>
    );
  };
  const { columns } = modelPackText;
  return (
    <section className="stack wide" aria-label={modelPackText.title}>
      <h2>{modelPackText.title}</h2>
      <p className="quiet">{modelPackText.line}</p>
      {packs.problem && <Problem {...packs.problem} again={{ words: bridgeText.again, run: packs.lookAgain }} />}
      {packs.isSlow && <Waiting label={bridgeText.waiting} rows={3} />}
      {packs.value && (
        <table className="plain">
          <thead>
            <tr>
              {[columns.title, columns.version, columns.size, columns.state].map((heading) => (
                <th key={heading}>{heading}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {packs.value.packs.map((pack) => (
              <tr key={pack.name}>
                <td>
                  {pack.title}
                  {pack.isShipped && <span className="quiet small"> {modelPackText.shipped}</span>}
                </td>
                <td>{pack.version}</td>
                <td>{sayBytes(pack.size)}</td>
                <td>{state(pack)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="row wrap">
        <Button loading={isBusy} onClick={() => void take()}>
          {modelPackText.take}
        </Button>
      </div>
      <p className="quiet small">{modelPackText.note}</p>
    </section>
  );
}
