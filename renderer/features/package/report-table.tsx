import type { ReactNode } from "react";
import { packageProblemText } from "#contract/package-problem-text";
import type { PackageReport } from "#contract/package-report";
import { sayBytes } from "#text/format";
import { packageText } from "#text/package";

const tone = { valid: "mark-proved", warning: "mark-look", invalid: "mark-destroy" } as const;
const mostShown = 300;

/** What the check found, in Chinese, worst first. */
export function ReportTable({ report }: { readonly report: PackageReport }): ReactNode {
  const { verdict, filesRead, bytesRead } = report;
  const weightOf = (code: PackageReport["problems"][number]["code"]): "error" | "warning" =>
    packageProblemText[code][0];
  const sorted = report.problems.toSorted(
    (one, other) => Number(weightOf(one.code) === "warning") - Number(weightOf(other.code) === "warning"),
  );
  return (
    <div className="stack">
      <p className="row wrap" role="status">
        <span className={`mark mark-large ${tone[verdict]}`}>{packageText.verdicts[verdict]}</span>
        <span>{packageText.verdictLine[verdict](filesRead, sayBytes(bytesRead))}</span>
      </p>
      {(report.fingerprint || report.bagVersion) && (
        <dl className="facts">
          {report.fingerprint && (
            <>
              <dt>{packageText.fingerprint}</dt>
              <dd className="fingerprint">{report.fingerprint}</dd>
            </>
          )}
          {report.bagVersion && (
            <>
              <dt>{packageText.bagVersion}</dt>
              <dd>{report.bagVersion}</dd>
            </>
          )}
        </dl>
      )}
      {sorted.length > 0 && (
        <div className="report-scroll">
          <table className="plain report">
            <thead>
              <tr>
                <th>{packageText.columns.weight}</th>
                <th>{packageText.columns.file}</th>
                <th>{packageText.columns.message}</th>
                <th>{packageText.columns.code}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.slice(0, mostShown).map((problem, index) => {
                const weight = weightOf(problem.code);
                return (
                  <tr key={index}>
                    <td>
                      <span className={`mark ${weight === "error" ? "mark-destroy" : "mark-look"}`}>
                        {packageText.weights[weight]}
                      </span>
                    </td>
                    <td className="path">{problem.file || packageText.whole}</td>
                    <td>{problem.message}</td>
                    <td className="code small">{problem.code}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          {sorted.length > mostShown && <p className="quiet">{packageText.more(sorted.length - mostShown)}</p>}
        </div>
      )}
    </div>
  );
}
