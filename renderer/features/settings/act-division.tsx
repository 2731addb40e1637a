import { Button, Select } from "antd";
import type { ReactNode } from "react";
import type { FondsMove, NewFonds } from "#contract/fonds-act";
import { actText } from "#text/fonds";
import { type ActDraft, classKey, placeOf } from "./act-draft.ts";
import { NewFondsFields } from "./new-fonds-fields.tsx";

type Props = {
  readonly draft: ActDraft;
  readonly moves: readonly FondsMove[];
  readonly onDraft: (change: Partial<ActDraft>) => void;
};

const most = 10;
/** Classes with something waiting first. */
const byWaiting = (one: FondsMove, other: FondsMove): number =>
  Math.sign(other.draftCount + other.volumeCount) - Math.sign(one.draftCount + one.volumeCount);

/** The successors of a division, and which of them each open class goes to. */
export function ActDivision({ draft, moves, onDraft }: Props): ReactNode {
  const { successors } = draft;
  const set = (at: number, value: NewFonds): void =>
    onDraft({ successors: successors.map((each, place) => (place === at ? value : each)) });
  const options = successors.map((each, at) => ({ value: at, label: each.name.trim() || actText.successor(at + 1) }));
  return (
    <div className="stack wide">
      {successors.map((each, at) => (
        <div key={at} className="row">
          <span className="quiet">{actText.successor(at + 1)}</span>
          <div className="grow">
            <NewFondsFields id={`successor-${at + 1}`} value={each} onValue={(value) => set(at, value)} />
          </div>
          {successors.length > 2 && (
            <Button
              type="link"
              onClick={() => onDraft({ successors: successors.filter((_, place) => place !== at), places: {} })}
            >
              {actText.successorRemove}
            </Button>
          )}
        </div>
      ))}
      <div className="row">
        <Button
          disabled={successors.length >= most}
          onClick={() => onDraft({ successors: [...successors, { ...successors[0]!, code: "", name: "", unit: "" }] })}
        >
          {actText.successorAdd}
        </Button>
      </div>
      <h4>{actText.assign}</h4>
      <div className="act-scroll">
        <table className="plain">
          <tbody>
            {moves.toSorted(byWaiting).map((move) => {
              const key = classKey(move.category, move.matterId);
              const name = move.matterId === null ? actText.assignNone(move.category) : move.matterName;
              return (
                <tr key={key}>
                  <td>
                    <span className="archival-code">
                      {move.category}
                      {move.matterCode && `·${move.matterCode}`}
                    </span>{" "}
                    {name}
                  </td>
                  <td className="quiet">{actText.drafts(move.draftCount, move.volumeCount)}</td>
                  <td>
                    <Select<number>
                      aria-label={name}
                      className="act-choice"
                      value={placeOf(draft, key)}
                      options={options}
                      onChange={(place) => onDraft({ places: { ...draft.places, [key]: place } })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
