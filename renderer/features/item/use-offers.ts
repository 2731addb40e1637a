// Proposals of the readings beside the fields of the form, and places on the page beside both.
import { useState } from "react";
import type { ArchivalDate } from "#contract/archival-date";
import type { ItemId } from "#contract/item";
import type { ProposedField, ReadingProposal } from "#contract/reading-proposal";
import type { PageId } from "#contract/scan";
import { useReadingProposals } from "#bridge/use-page-reading";
import type { PageRegion } from "#ui/page-regions";
import type { Edits, FormFields } from "./merge-edits.ts";

export type Offers = {
  /** What is offered for a field; undefined when nothing is, or the field says the same already. */
  of(field: string): ReadingProposal | undefined;
  /** What the form must type to take it. */
  edits(proposal: ReadingProposal): Edits;
  /** The places of all that is offered on a page. */
  regions(pageId: PageId | undefined): PageRegion[];
  /** The field whose places are looked at, as its region keys begin. */
  readonly focusOn: string | undefined;
  /** Looks at the place of a proposal; answers its page. */
  show(proposal: ReadingProposal | undefined): PageId | undefined;
};

/** All places of one field; each has its number behind it. */
const placeKey = (field: ProposedField): string => `offer ${field}`;

/** Offers for an item that may still be described; none for another. */
export function useOffers(
  itemId: ItemId,
  pageIds: readonly PageId[],
  fields: FormFields | undefined,
  isOpen: boolean,
): Offers {
  const found = useReadingProposals(isOpen ? pageIds : [], itemId);
  const [looked, setLooked] = useState<string>();
  const open = found.filter(({ field, value }) => fields !== undefined && fields[field] !== value);
  return {
    of: (field) => open.find((each) => each.field === field),
    edits: ({ field, value }) =>
      field === "documentDate"
        ? { documentDate: value as ArchivalDate, ...(fields?.year === null && { year: Number(value.slice(0, 4)) }) }
        : { [field]: value },
    regions: (pageId) =>
      found.flatMap(({ field, places }) =>
        places.flatMap((place, at) =>
          place.pageId === pageId && (open.some((each) => each.field === field) || placeKey(field) === looked)
            ? [{ key: `${placeKey(field)} ${at}`, corners: place.corners, kind: "proposal" as const }]
            : [],
        ),
      ),
    focusOn: looked,
    show: (proposal) => {
      setLooked(proposal && placeKey(proposal.field));
      return proposal?.places[0]?.pageId;
    },
  };
}
