import type { ReactNode } from "react";
import type { ResidentHit } from "#contract/resident";
import { residentText } from "#text/resident";

/** One person of a lookup: as much as tells two of one name apart. */
export function HitRow({ hit }: { readonly hit: ResidentHit }): ReactNode {
  return (
    <div className="resident-hit">
      <strong title={hit.name}>{hit.name}</strong>
      <span className="quiet">{hit.sex}</span>
      <span className="figures">{hit.bornOn}</span>
      <span className="quiet">
        {hit.isRestricted ? residentText.restricted : residentText.householdLine(hit.householdNumber, hit.address)}
      </span>
    </div>
  );
}
