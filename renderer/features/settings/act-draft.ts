import type { ArchivalDate } from "#contract/archival-date";
import type { Fonds, FondsId, MatterId } from "#contract/fonds";
import { fondsAct, type FondsAct, type FondsActKind, type NewFonds } from "#contract/fonds-act";
import { actText } from "#text/fonds";

/** An act as far as it is filled in. */
export type ActDraft = {
  readonly name: string;
  readonly unit: string;
  readonly withIds: readonly FondsId[];
  /** "new", or the fonds merged into. */
  readonly into: FondsId | "new";
  readonly founded: NewFonds;
  readonly successors: readonly NewFonds[];
  /** Class key → place of its successor; a class not named goes to the first. */
  readonly places: Readonly<Record<string, number>>;
  readonly heirId: FondsId | null;
  readonly effectiveOn: ArchivalDate | "";
  readonly reason: string;
};

export const classKey = (category: string, matterId: MatterId | null): string => `${category} ${matterId ?? ""}`;

const foundedLike = ({ codeStandard, composition }: Fonds): NewFonds => ({
  code: "",
  name: "",
  unit: "",
  codeStandard,
  composition,
});

export const startDraft = (fonds: Fonds): ActDraft => ({
  name: fonds.name,
  unit: fonds.unit,
  withIds: [],
  into: "new",
  founded: foundedLike(fonds),
  successors: [foundedLike(fonds), foundedLike(fonds)],
  places: {},
  heirId: null,
  effectiveOn: "",
  reason: "",
});

/** 全宗号 as it will be kept: capitals, no blanks around. */
const tidied = (of: NewFonds): NewFonds => ({ ...of, code: of.code.trim().toUpperCase() });

/** The act, or null while something of it is missing or has not the right shape. */
export function actOf(kind: FondsActKind, fonds: Fonds, draft: ActDraft, classes: readonly string[]): FondsAct | null {
  const parsed = fondsAct.safeParse(givenAct(kind, fonds, draft, classes));
  return parsed.success ? parsed.data : null;
}

function givenAct(kind: FondsActKind, fonds: Fonds, draft: ActDraft, classes: readonly string[]): object {
  switch (kind) {
    case "rename":
      return { kind, fondsId: fonds.id, name: draft.name, unit: draft.unit };
    case "merge": {
      const isNew = draft.into === "new";
      const fondsIds = [fonds.id, ...draft.withIds].filter((id) => id !== draft.into);
      // A new fonds is made of two at least.
      if (isNew && fondsIds.length < 2) return {};
      return { kind, fondsIds, into: isNew ? { found: tidied(draft.founded) } : { fondsId: draft.into } };
    }
    case "divide":
      return {
        kind,
        fondsId: fonds.id,
        successors: draft.successors.map(tidied),
        assignments: classes.map((key) => {
          const [category, matterId] = key.split(" ");
          return { category, matterId: matterId || null, successor: placeOf(draft, key) };
        }),
      };
    case "close":
      return { kind, fondsId: fonds.id, successorId: draft.heirId };
  }
}

/** Where a class goes; one that pointed at a successor taken out again goes to the first. */
export const placeOf = (draft: ActDraft, key: string): number => {
  const place = draft.places[key] ?? 0;
  return place < draft.successors.length ? place : 0;
};

/** The same division with words where names are still blank, so that its classes can be looked at before they are named. */
export function namedForLooking(draft: ActDraft): ActDraft {
  const successors = draft.successors.map((each, at) => ({
    ...each,
    code: "",
    name: each.name.trim() || actText.successor(at + 1),
  }));
  return { ...draft, successors };
}
