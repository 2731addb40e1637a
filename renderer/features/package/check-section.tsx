import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { PackageReport } from "#contract/package-report";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { packageText } from "#text/package";
import { ReportTable } from "./report-table.tsx";

/** Any package folder, checked again: after the stick was out, or one that came from elsewhere. */
export function CheckSection(): ReactNode {
  const [checked, setChecked] = useState<{ path: string; report: PackageReport }>();
  const [isBusy, setBusy] = useState(false);
  const check = async (): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-folder", { title: packageText.checkChoose, purpose: "package" });
      if (path === null) return;
      setBusy(true);
      setChecked(undefined);
      const report = await runTask("package.verify", { path }, { label: packageText.checkTask });
      if (report) setChecked({ path, report });
    } catch (thrown) {
      sayThrown(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="paper-section" aria-label={packageText.check}>
      <h2>{packageText.check}</h2>
      <div className="row wrap">
        <p className="grow quiet">{packageText.checkLine}</p>
        <Button loading={isBusy} onClick={() => void check()}>
          {packageText.checkChoose}
        </Button>
      </div>
      {checked && (
        <>
          <p className="path">{checked.path}</p>
          <ReportTable report={checked.report} />
        </>
      )}
    </section>
  );
}
