import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Form } from "#contract/form";
import type { Output } from "#contract/contract";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { catalogueText } from "#text/catalogue";
import type { PageRange } from "./page-range.tsx";
import type { Shown } from "./use-preview.ts";

type Props = {
  readonly form: Form;
  readonly shown: Shown;
  readonly range: PageRange;
  readonly pageCount: number;
  readonly suggestedName: string;
  readonly onWritten: (output: "pdf" | "xlsx", written: Output<"form.write">) => void;
};

/** The same form as a file; the counts of what was written come back for the conservation line. */
export function SavePanel({ form, shown, range, pageCount, suggestedName, onWritten }: Props): ReactNode {
  const [last, setLast] = useState<Output<"form.write">>();
  const isPart = range.first > 1 || range.last < pageCount;
  const save = async (output: "pdf" | "xlsx"): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-save", {
        title: catalogueText.saveTitle,
        suggestedName: `${suggestedName}.${output}`.slice(-200),
        form: output,
      });
      if (path === null) return;
      const pages = output === "pdf" && isPart ? { firstPage: range.first, lastPage: range.last } : {};
      // The system's own dialog has asked before an existing file is replaced.
      const written = await runTask(
        "form.write",
        { ...shown, options: { ...shown.options, ...pages }, output, to: path, mayReplace: true },
        {
          label: catalogueText.writeTask,
          said: (answer) => catalogueText.written(answer.pageCount, answer.bytes),
        },
      );
      if (!written) return;
      setLast(written);
      onWritten(output, written);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  return (
    <section className="stack" aria-label={catalogueText.save}>
      <h2>{catalogueText.save}</h2>
      {isPart && <p className="quiet small">{catalogueText.savedPages(range.first, range.last)}</p>}
      <Button onClick={() => void save("pdf")}>{catalogueText.savePdf}</Button>
      {form.outputs.includes("xlsx") && <Button onClick={() => void save("xlsx")}>{catalogueText.saveXlsx}</Button>}
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
