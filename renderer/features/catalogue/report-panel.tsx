// 年报: its lines, columns and typed figures, changed where the report is printed.
import { Button, Modal, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import type { FondsId } from "#contract/fonds";
import type { ReportTable } from "#contract/yearly-report";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { yearlyReportText as text } from "#text/yearly-report";
import { Problem } from "#ui/problem";
import { ReportColumns } from "./report-columns.tsx";
import { ReportFigures } from "./report-figures.tsx";
import { ReportLines } from "./report-lines.tsx";

type Props = { readonly fondsId: FondsId; readonly year: number };
type Pane = "figures" | "lines" | "columns";

/** The button beside the report, and the dialog behind it. */
export function ReportPanel({ fondsId, year }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="stack small" aria-label={text.open}>
      <Button onClick={() => setOpen(true)}>{text.open}</Button>
      <p className="quiet">{text.note}</p>
      {isOpen && <ReportDialog fondsId={fondsId} year={year} onClose={() => setOpen(false)} />}
    </section>
  );
}

function ReportDialog({ fondsId, year, onClose }: Props & { readonly onClose: () => void }): ReactNode {
  const { value: report, problem } = useRead("yearly-report.read", { fondsId, year });
  const categories = useRead("category.list", {}).value ?? [];
  const [pane, setPane] = useState<Pane>("figures");
  const [changed, setChanged] = useState<ReportTable>();
  const [write, isBusy] = useWrite();
  const table = changed ?? report?.table;
  const hasBlank = [
    ...(table?.lines ?? []).map(({ label }) => label),
    ...(table?.columns ?? []).map(({ heading }) => heading),
  ].some((words) => words.trim() === "");
  const revise = async (next: ReportTable | null): Promise<void> => {
    const said = next === null ? text.wasReset : text.kept;
    if (await write("yearly-report.revise", { table: next }, { said: () => said, hasUndo: true }))
      setChanged(undefined);
  };
  const isTable = pane !== "figures";
  return (
    <Modal
      open
      width={920}
      centered
      styles={{ body: { maxHeight: "70vh", overflow: "auto" } }}
      title={text.title(year)}
      onCancel={onClose}
      footer={[
        isTable && (
          <Button key="reset" disabled={report?.isShipped ?? true} loading={isBusy} onClick={() => void revise(null)}>
            {text.reset}
          </Button>
        ),
        <Button key="cancel" autoFocus onClick={onClose}>
          {text.cancel}
        </Button>,
        isTable && (
          <Button
            key="keep"
            type="primary"
            loading={isBusy}
            disabled={!changed || hasBlank}
            onClick={() => changed && void revise(changed)}
          >
            {text.keep}
          </Button>
        ),
      ]}
    >
      <div className="stack wide">
        <Segmented<Pane>
          value={pane}
          options={(["figures", "lines", "columns"] as const).map((value) => ({ value, label: text[value] }))}
          onChange={setPane}
        />
        {problem && <Problem {...problem} />}
        {isTable && <p className="quiet small">{text.tableNote}</p>}
        {report && pane === "figures" && <ReportFigures report={report} fondsId={fondsId} year={year} />}
        {table && pane === "lines" && <ReportLines table={table} categories={categories} onTable={setChanged} />}
        {table && pane === "columns" && <ReportColumns table={table} onTable={setChanged} />}
      </div>
    </Modal>
  );
}
