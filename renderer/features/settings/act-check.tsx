import type { ReactNode } from "react";
import type { Fonds } from "#contract/fonds";
import type { FondsActKind } from "#contract/fonds-act";
import type { Reading } from "#bridge/use-read";
import { bridgeText } from "#text/bridge";
import { actText } from "#text/fonds";
import { Problem } from "#ui/problem";
import { Waiting } from "#ui/waiting";
import type { ActDraft } from "./act-draft.ts";

type Props = {
  readonly kind: FondsActKind;
  readonly fonds: Fonds;
  readonly draft: ActDraft;
  readonly check: Reading<"fonds.preview-act">;
};

/** The third step: what closes, what is founded, what goes over, and that what is filed stays. */
export function ActCheck({ kind, fonds, draft, check }: Props): ReactNode {
  const { value, problem, isSlow, lookAgain } = check;
  if (problem) return <Problem {...problem} again={{ words: bridgeText.again, run: lookAgain }} />;
  if (!value) return isSlow ? <Waiting label={bridgeText.waiting} rows={4} /> : null;
  const going = value.moves.filter((move) => move.draftCount + move.volumeCount > 0);
  return (
    <div className="stack wide">
      <dl className="facts">
        <dt>{actText.on}</dt>
        <dd>{draft.effectiveOn}</dd>
        <dt>{actText.reason}</dt>
        <dd>{draft.reason}</dd>
      </dl>
      {kind === "rename" && <p>{actText.rename(fonds.name, draft.name.trim())}</p>}
      {value.closes.length > 0 && <p>{actText.checkCloses(value.closes)}</p>}
      {value.founds.length > 0 && <p>{actText.checkFounds(value.founds)}</p>}
      {value.stays.map((each) => (
        <p key={each.fondsId}>{actText.checkStays(each.name, each.filedCount, each.pageSum)}</p>
      ))}
      {kind !== "rename" && going.length === 0 && <p className="quiet">{actText.checkMovesNone}</p>}
      {going.length > 0 && (
        <>
          <h4>{actText.checkMoves}</h4>
          <div className="act-scroll">
            <table className="plain">
              <thead>
                <tr>
                  <th>{actText.moveColumns.from}</th>
                  <th>{actText.moveColumns.drafts}</th>
                  <th>{actText.moveColumns.to}</th>
                  <th>{actText.moveColumns.matter}</th>
                </tr>
              </thead>
              <tbody>
                {going.map((move) => (
                  <tr key={`${move.fromFondsId} ${move.category} ${move.matterId ?? ""}`}>
                    <td>
                      <span className="archival-code">
                        {move.category}
                        {move.matterCode && `·${move.matterCode}`}
                      </span>{" "}
                      {move.matterName || actText.matterNone}
                    </td>
                    <td>{actText.drafts(move.draftCount, move.volumeCount)}</td>
                    <td>{move.toName || "—"}</td>
                    <td>
                      {move.toMatterName || actText.matterNone}{" "}
                      {move.isNewMatter && <span className="mark">{actText.matterNew}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {value.unassigned.length > 0 && <p className="tone-look">{actText.unassigned(value.unassigned)}</p>}
    </div>
  );
}
