import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { CatalogueScope } from "#contract/catalogue";
import type { Output } from "#contract/contract";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { catalogueText } from "#text/catalogue";

type Props = {
  readonly scope: CatalogueScope;
  readonly suggestedName: string;
  readonly onWritten: (form: "pdf" | "xlsx", written: Output<"catalogue.write">) => void;
};

/** The same catalogue as a file; the counts of what was written come back for the conservation line. */
export function SavePanel({ scope, suggestedName, onWritten }: Props): ReactNode {
  const [last, setLast] = useState<Output<"catalogue.write">>();
  const save = async (form: "pdf" | "xlsx"): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-save", {
        title: catalogueText.saveTitle,
        suggestedName: `${suggestedName}.${form}`.slice(-200),
        form,
      });
      if (path === null) return;
      // The system's own dialog has asked before an existing file is replaced.
      const written = await runTask(
        "catalogue.write",
        { scope, form, to: path, mayReplace: true },
        {
          label: catalogueText.writeTask,
          said: (answer) => catalogueText.written(answer.pageCount, answer.bytes),
        },
      );
      if (!written) return;
      setLast(written);
      onWritten(form, written);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  return (
    <section className="stack" aria-label={catalogueText.save}>
      <h2>{catalogueText.save}</h2>
      <Button onClick={() => void save("pdf")}>{catalogueText.savePdf}</Button>
      <Button onClick={() => void save("xlsx")}>{catalogueText.saveXlsx}</Button>
      {last && (
        <div className="stack small">
          <span className="quiet">{catalogueText.lastWritten}</span>
          <span className="path">{last.path}</span>
          <Button size="small" onClick={() => askShell("shell.reveal", { path: last.path }).catch(sayThrown)}>
            {catalogueText.reveal}
          </Button>
        </div>
      )}
    </section>
  );
}
