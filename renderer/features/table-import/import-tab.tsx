// 导入旧目录: columns and answers left, the rows as they are read in the middle, what is doubtful right.
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { weighFinding } from "#contract/table-finding";
import type { TableUse } from "#contract/table-import";
import { sayDone } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { offerUndo } from "#bridge/undo";
import { useRead } from "#bridge/use-read";
import { chooseFonds, useFondsScope } from "#bridge/use-scope";
import { tableFindingText } from "#text/table-finding";
import { tableImport } from "#text/table-import";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Empty } from "#ui/empty";
import { HeadChoice } from "#ui/head-choice";
import { ColumnPane } from "./column-pane.tsx";
import { FindingPane } from "./finding-pane.tsx";
import { ImportBar } from "./import-bar.tsx";
import { ImportPanes } from "./import-panes.tsx";
import { HeadlessTable } from "./headless-table.tsx";
import { ImportHistory } from "./import-history.tsx";
import { PreviewPane } from "./preview-pane.tsx";
import { useDryRun } from "./use-dry-run.ts";

const uses = Object.entries(tableImport.uses).map(([value, label]) => ({ value: value as TableUse, label }));

export function ImportTab({ onItems }: { readonly onItems: () => void }): ReactNode {
  const { fonds, all } = useFondsScope();
  const { order, read, isBusy, isHeadless, choose, change, setYear, setHeadRow, close } = useDryRun();
  const categories = (useRead("category.list", {}).value ?? []).filter(({ isUsed }) => isUsed);
  const [category, setCategory] = useState("WS");
  const [as, setAs] = useState<TableUse>("catalogue");
  const [isAsking, setAsking] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const [wanted, setWanted] = useState<{ sheet: string; row: number }>();
  const fresh = read ? read.rowsUsable - read.rowsKnown : 0;

  const commit = async (): Promise<void> => {
    if (!order || !read) return;
    setAsking(false);
    setWriting(true);
    const done = await runTask(
      "import.commit",
      { ...order, planDigest: read.planDigest },
      { label: tableImport.commitTask },
    );
    setWriting(false);
    if (!done) return;
    close();
    if (done.rowsMade === 0) return sayDone(tableImport.nothingNew);
    void offerUndo(tableImport.committed(done.rowsMade));
    if (order.as === "catalogue") onItems();
  };
  const asChoice = (
    <>
      {fonds && all.length > 1 && (
        <HeadChoice
          label={tableImport.fonds}
          value={fonds.id}
          options={all.map((each) => ({ value: each.id, label: each.name }))}
          onChange={(fondsId) => {
            chooseFonds(fondsId);
            change({ fondsId });
          }}
        />
      )}
      <HeadChoice
        label={tableImport.as}
        value={as}
        options={uses}
        onChange={(next) => {
          setAs(next);
          change({ as: next, mapping: [] });
        }}
      />
      {as === "catalogue" && (
        <HeadChoice
          label={tableImport.category}
          value={category}
          options={categories.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          onChange={(next) => {
            setCategory(next);
            change({ category: next });
          }}
        />
      )}
    </>
  );
  if (order && isHeadless)
    return (
      <div className="table-import-start">
        <HeadlessTable isBusy={isBusy} onRow={(row) => setHeadRow(null, row)} onClose={close} />
      </div>
    );
  if (!order || !read)
    return (
      <div className="table-import-start">
        <Empty
          title={tableImport.emptyTitle}
          next={tableImport.emptyNext}
          action={
            <div className="row">
              {asChoice}
              <Button type="primary" loading={isBusy} onClick={() => void choose(as, fonds?.id, category)}>
                {tableImport.choose}
              </Button>
            </div>
          }
        />
        <ImportHistory />
      </div>
    );
  const questions = read.findings.filter(({ code }) => weighFinding(code) === "question").length;
  return (
    <div className="table-import-work">
      <ImportBar
        read={read}
        keepsRepeats={order.keepsRepeats ?? false}
        onRepeats={(keepsRepeats) => change({ keepsRepeats })}
        choice={asChoice}
        chooseOther={tableImport.chooseOther}
        onOther={() => void choose(as, fonds?.id, category)}
        commit={tableImport.commit}
        isBusy={isBusy || isWriting}
        onCommit={() => setAsking(true)}
      />
      <ImportPanes
        columns={<ColumnPane order={order} read={read} onChange={change} onYear={setYear} onHeadRow={setHeadRow} />}
        rows={<PreviewPane read={read} wanted={wanted} />}
        findings={
          <FindingPane findings={read.findings} weigh={weighFinding} words={tableFindingText} onRow={setWanted} />
        }
      />
      <ConfirmDialog
        isOpen={isAsking}
        title={tableImport.confirmTitle}
        verb={tableImport.confirmVerb}
        cancel={tableImport.cancel}
        onVerb={() => void commit()}
        onCancel={() => setAsking(false)}
      >
        <p>{tableImport.confirm(fresh, questions)}</p>
      </ConfirmDialog>
    </div>
  );
}
