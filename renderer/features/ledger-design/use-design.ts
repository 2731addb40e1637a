// What the clerk has changed of each ledger and not saved yet; it stays while she looks at another one, or at another page.
import type { Ledger, LedgerId } from "#contract/ledger";
import type { LedgerDesign } from "#contract/ledger-design";
import { makeStore } from "#bridge/store";

type Edit = { readonly revision: number; readonly design: LedgerDesign };

export type Editing = {
  readonly design: LedgerDesign;
  readonly revision: number;
  readonly isChanged: boolean;
  readonly change: (part: Partial<LedgerDesign>) => void;
  readonly discard: () => void;
};

const edits = makeStore<ReadonlyMap<LedgerId, Edit>>(new Map());

/** What of a ledger is its design. */
export const designOf = (ledger: Ledger): LedgerDesign => {
  const { name, purpose, basis, basisWords, retention, period, keepsIdentified, lateDays } = ledger;
  const { columns, matterId, scheduleRowId } = ledger;
  return {
    name,
    purpose,
    basis,
    basisWords,
    retention,
    period,
    keepsIdentified,
    lateDays,
    columns,
    matterId,
    scheduleRowId,
  };
};

/** The design of a ledger as it is being edited, held against the revision it was begun at. */
export function useDesign(ledger: Ledger | undefined): Editing | undefined {
  const all = edits.use();
  if (!ledger) return undefined;
  const { id, revision } = ledger;
  const edit = all.get(id);
  return {
    design: edit?.design ?? designOf(ledger),
    revision: edit?.revision ?? revision,
    isChanged: edit !== undefined,
    change: (part) =>
      edits.set((now) => {
        const begun = now.get(id) ?? { revision, design: designOf(ledger) };
        return new Map(now).set(id, { ...begun, design: { ...begun.design, ...part } });
      }),
    discard: () => edits.set((now) => new Map([...now].filter(([other]) => other !== id))),
  };
}
