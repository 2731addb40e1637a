import type { ReactNode } from "react";
import type { ItemId } from "#contract/item";
import type { VolumeProblem } from "#contract/volume";
import { volumeText } from "#text/volume";

type Props = { readonly problems: readonly VolumeProblem[]; readonly onItem: (id: ItemId) => void };

/** What the check saw in a volume; each finding about an item is one click from it. */
export function VolumeFindings({ problems, onItem }: Props): ReactNode {
  return (
    <section className="volume-findings" aria-label={volumeText.findings}>
      <h3>{volumeText.findings}</h3>
      {problems.length === 0 && <p className="quiet">{volumeText.findingsNone}</p>}
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.code}${problem.itemId ?? ""}`}>
            <span className={`mark ${problem.isBlocking ? "mark-destroy" : "mark-look"}`}>
              {problem.isBlocking ? volumeText.blocking : volumeText.look}
            </span>{" "}
            {problem.itemId ? (
              <button type="button" className="link" onClick={() => problem.itemId && onItem(problem.itemId)}>
                {problem.message} {problem.title && `「${problem.title}」`}
              </button>
            ) : (
              problem.message
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
