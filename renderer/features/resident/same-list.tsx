import { Button } from "antd";
import type { ReactNode } from "react";
import type { ResidentId, SamePerson } from "#contract/resident";
import { residentText } from "#text/resident";

type Props = { readonly same: readonly SamePerson[]; readonly onOpen: (id: ResidentId) => void };

/** Records that may be of the person being typed: to be looked at before she is entered twice. */
export function SameList({ same, onOpen }: Props): ReactNode {
  return (
    <div className="problem" role="status">
      <p>{residentText.sameTyped(same.length)}</p>
      <ul className="same-list">
        {same.map(({ hit, because }) => (
          <li key={hit.id}>
            <strong>{hit.name}</strong>
            <span className="figures">{hit.bornOn}</span>
            <span className="quiet">{residentText.because[because]}</span>
            <Button size="small" onClick={() => onOpen(hit.id)}>
              {residentText.openIt}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
