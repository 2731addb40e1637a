import type { ReactNode } from "react";
import type { BoxFinding } from "#contract/box";
import type { BoxId } from "#contract/place-of-item";
import { boxText } from "#text/box";

type Props = {
  readonly findings: readonly BoxFinding[];
  readonly onBox: (id: BoxId) => void;
  readonly onEntry: (id: string) => void;
};

/** What is worth a look, each one click from its box or item. */
export function FindingList({ findings, onBox, onEntry }: Props): ReactNode {
  if (findings.length === 0) return null;
  const open = ({ boxId, entryId }: BoxFinding): void => {
    if (boxId) onBox(boxId);
    else if (entryId) onEntry(entryId);
  };
  return (
    <section className="box-findings" aria-label={boxText.findings}>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.boxId ?? ""} ${finding.entryId ?? ""} ${finding.message}`}>
            <button type="button" className="link-line" onClick={() => open(finding)}>
              {finding.message}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
