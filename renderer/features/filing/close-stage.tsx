import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { ConsistencyCode, ConsistencyFinding, FilingStage } from "#contract/consistency";
import type { Output } from "#contract/contract";
import type { ClosedYear } from "#contract/filing-year";
import type { FondsId } from "#contract/fonds";
import { runTask } from "#bridge/tasks";
import { closeText } from "#text/filing";
import { sayMinute } from "#text/format";

type Scope = { readonly fondsId: FondsId; readonly category: string; readonly year: number };
type Props = {
  readonly scope: Scope;
  readonly check: Output<"filing-year.check">;
  readonly closed: ClosedYear | null;
  readonly onStage: (stage: FilingStage) => void;
};

/** What has to hold before the close, and what is looked at and closed over. */
const points = {
  must: [
    "draft-left",
    "volume-draft",
    "field-missing",
    "date-after-year",
    "term-missing",
    "term-below-minimum",
    "number-gap",
    "number-twice",
    "box-mixed",
    "record-altered",
  ],
  look: [
    "collection-open",
    "series-thin",
    "date-before-year",
    "pages-differ",
    "title-twice",
    "term-differs",
    "unboxed",
    "box-note-missing",
  ],
} as const satisfies Record<string, readonly ConsistencyCode[]>;
const shown = 6;

/** 关闭: the list an archivist goes through, point by point; what is found is one click away. */
export function CloseStage({ scope, check, closed, onStage }: Props): ReactNode {
  return (
    <section className="stage-table" aria-label={closeText.list}>
      <div className="stage-scroll">
        {closed && <Closed scope={scope} closed={closed} />}
        <div className="close-points">
          {(["must", "look"] as const).map((kind) => (
            <table key={kind} className="plain">
              <caption>{closeText.lists[kind]}</caption>
              <tbody>
                {points[kind].map((code) => (
                  <Point
                    key={code}
                    code={code}
                    found={check.findings.filter((each) => each.code === code)}
                    onStage={onStage}
                  />
                ))}
              </tbody>
            </table>
          ))}
        </div>
        <p className="quiet close-sum">{closeText.sum(check.filedCount, check.pageSum)}</p>
      </div>
    </section>
  );
}

type PointProps = {
  readonly code: keyof typeof closeText.points;
  readonly found: readonly ConsistencyFinding[];
  readonly onStage: (stage: FilingStage) => void;
};

function Point({ code, found, onStage }: PointProps): ReactNode {
  const [first] = found;
  const isBlocking = found.some((each) => each.isBlocking);
  return (
    <tr>
      <td className={first ? (isBlocking ? "tone-destroy" : "tone-look") : "tone-proved"}>{first ? "□" : "☑"}</td>
      <td>{closeText.points[code]}</td>
      <td className={first ? (isBlocking ? "tone-destroy" : "tone-look") : "quiet"}>
        {first ? closeText.found(found.length) : closeText.fine}
      </td>
      <td>
        {first && first.stage !== "close" && (
          <Button size="small" onClick={() => onStage(first.stage)}>
            {closeText.show}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** What a closed year is kept under, and its proof. */
function Closed({ scope, closed }: { readonly scope: Scope; readonly closed: ClosedYear }): ReactNode {
  const [proof, setProof] = useState<Output<"filing-year.verify-hashes">>();
  const verify = async (): Promise<void> => {
    const done = await runTask("filing-year.verify-hashes", scope, { label: closeText.verifying });
    if (done) setProof(done);
  };
  const differing = proof?.differing ?? [];
  const isWhole = proof && differing.length === 0 && proof.closedYears.every((each) => each.isWhole);
  return (
    <div className="close-facts">
      <p>
        <b className="tone-proved">{closeText.closed(closed.itemCount)}</b>{" "}
        <span className="quiet">{closeText.closedLine(sayMinute(closed.closedAt), closed.closedBy)}</span>
      </p>
      <p className="small">
        {closeText.digest} <span className="archival-code">{closed.recordHash}</span>
      </p>
      <p>
        <Button onClick={() => void verify()}>{closeText.verify}</Button>{" "}
        {proof && (
          <span role="status" className={isWhole ? "tone-proved" : "tone-destroy"}>
            {differing.length > 0
              ? closeText.differs(
                  differing.length,
                  differing
                    .slice(0, shown)
                    .map((each) => each.archivalCode)
                    .join("、"),
                )
              : isWhole
                ? closeText.verified(proof.checkedCount)
                : closeText.yearBroken}
          </span>
        )}
      </p>
    </div>
  );
}
