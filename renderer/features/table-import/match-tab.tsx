// 挂接影像: a folder looked at, both ways, and only then taken in.
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Output } from "#contract/contract";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { imageMatching } from "#text/table-import";
import { Empty } from "#ui/empty";
import { MatchReport } from "./match-report.tsx";

type Report = Output<"image-matching.dry-run">;

export function MatchTab(): ReactNode {
  const [looked, setLooked] = useState<{ folder: string; report: Report }>();
  const [failures, setFailures] = useState<Output<"image-matching.attach">["failures"]>([]);
  const [isBusy, setBusy] = useState(false);
  const look = async (folder: string): Promise<void> => {
    setBusy(true);
    const report = await runTask("image-matching.dry-run", { folder }, { label: imageMatching.task });
    setBusy(false);
    setLooked(report && { folder, report });
  };
  const choose = async (): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-folder", { title: imageMatching.chooseTitle, purpose: "scans" });
      if (path === null) return;
      setFailures([]);
      await look(path);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  const attach = async (): Promise<void> => {
    if (!looked) return;
    const { folder, report } = looked;
    setBusy(true);
    const done = await runTask(
      "image-matching.attach",
      { folder, planDigest: report.planDigest },
      { label: imageMatching.attachTask, said: (it) => imageMatching.attached(it.itemCount, it.pageCount) },
    );
    setBusy(false);
    if (!done) return;
    setFailures(done.failures);
    await look(folder);
  };
  if (!looked)
    return (
      <Empty
        title={imageMatching.emptyTitle}
        next={imageMatching.emptyNext}
        action={
          <Button type="primary" loading={isBusy} onClick={() => void choose()}>
            {imageMatching.choose}
          </Button>
        }
      />
    );
  const { report, folder } = looked;
  const ready = report.matches.filter(({ outcome }) => outcome === "ready" || outcome === "pages-differ").length;
  return (
    <div className="table-import-work">
      <div className="table-import-bar">
        <span className="strong" role="status">
          {imageMatching.counts(report.fileCount, report.matches.length)}
        </span>
        <span className="grow path cut">{folder}</span>
        <Button onClick={() => void choose()}>{imageMatching.choose}</Button>
        <Button type="primary" disabled={ready === 0} loading={isBusy} onClick={() => void attach()}>
          {imageMatching.attach(ready)}
        </Button>
      </div>
      <MatchReport report={report} failures={failures} />
    </div>
  );
}
