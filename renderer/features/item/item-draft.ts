// One item while it is being described: what is typed is never lost, what is typed is saved soon.
import { Refusal } from "#contract/refusal";
import type { Item, ItemId, ItemWarning } from "#contract/item";
import { ask } from "#bridge/call";
import { wordsOf } from "#bridge/notices";
import { makeStore, type Store } from "#bridge/store";
import {
  conflictingFields,
  describeInput,
  type Edits,
  type FieldName,
  fieldsOf,
  type FormFields,
  pick,
} from "./merge-edits.ts";

export type DraftState = {
  readonly item: Item | undefined;
  readonly typed: Edits;
  /** Fields whose typed value the engine does not have yet. */
  readonly dirty: ReadonlySet<FieldName>;
  readonly status: "saved" | "waiting" | "saving" | "stopped";
  readonly problem: { readonly sentence: string; readonly code: string } | undefined;
  readonly conflict: { readonly kept: Item; readonly fields: readonly FieldName[] } | undefined;
  readonly warnings: readonly ItemWarning[];
  readonly isSecret: boolean;
};

export type ItemDraft = {
  readonly id: ItemId;
  readonly state: Store<DraftState>;
  readonly load: () => Promise<void>;
  readonly type: (edits: Edits) => void;
  /** The field is left: its text becomes what is kept, and what waits is saved now. */
  readonly leave: (name: FieldName) => void;
  readonly hold: (isComposing: boolean) => void;
  readonly save: () => Promise<boolean>;
  readonly settle: (choices: Edits) => Promise<boolean>;
  /** Another change of the same item (its pages) has come back from the engine. */
  readonly adopt: (item: Item) => void;
};

const saveAfter = 900;
const bare: DraftState = {
  item: undefined,
  typed: {},
  dirty: new Set(),
  status: "saved",
  problem: undefined,
  conflict: undefined,
  warnings: [],
  isSecret: false,
};

export function openDraft(id: ItemId): ItemDraft {
  const state = makeStore<DraftState>(bare);
  const set = (change: Partial<DraftState>): void => state.set((now) => ({ ...now, ...change }));
  let due: ReturnType<typeof setTimeout> | undefined;
  let isHeld = false;
  let running: Promise<boolean> | undefined;

  const load = async (): Promise<void> => {
    try {
      const item = await ask("item.read", { id });
      const { item: known, dirty } = state.get();
      // While something waits to be saved, its base stays: the engine's revision check finds what changed elsewhere.
      if (!known || (dirty.size === 0 && item.revision >= known.revision)) set({ item, problem: undefined });
    } catch (thrown) {
      if (!state.get().isSecret) set({ problem: wordsOf(thrown) });
    }
  };

  const schedule = (): void => {
    clearTimeout(due);
    due = setTimeout(() => {
      if (isHeld) schedule();
      else void save();
    }, saveAfter);
  };

  const type = (edits: Edits): void => {
    const now = state.get();
    set({
      typed: { ...now.typed, ...edits },
      dirty: new Set([...now.dirty, ...(Object.keys(edits) as FieldName[])]),
      status: "waiting",
    });
    schedule();
  };

  const forgetClean = (names: readonly FieldName[]): void => {
    const { typed, dirty } = state.get();
    const rest = Object.keys(typed).filter(
      (name) => dirty.has(name as FieldName) || !names.includes(name as FieldName),
    ) as FieldName[];
    set({ typed: pick(typed, rest) });
  };

  const sendOnce = async (item: Item, sent: Edits): Promise<boolean> => {
    try {
      const answer = await ask("item.describe", { id, revision: item.revision, ...describeInput(sent) });
      const { typed, dirty } = state.get();
      const still = [...dirty].filter((name) => !(name in sent) || typed[name] !== sent[name]);
      set({
        item: answer.item,
        warnings: answer.warnings,
        dirty: new Set(still),
        status: still.length > 0 ? "waiting" : "saved",
        problem: undefined,
      });
      return true;
    } catch (thrown) {
      return refuse(thrown, item, sent);
    }
  };

  const refuse = async (thrown: unknown, item: Item, sent: Edits): Promise<boolean> => {
    if (thrown instanceof Refusal && thrown.code === "state-secret") {
      set({ isSecret: true, typed: {}, dirty: new Set(), status: "saved" });
      return false;
    }
    if (thrown instanceof Refusal && thrown.code === "item-changed-meanwhile") {
      const kept = await ask("item.read", { id }).catch(() => undefined);
      if (kept && kept.revision !== item.revision) {
        const fields = conflictingFields(fieldsOf(item), fieldsOf(kept), sent);
        set({ item: kept });
        if (fields.length === 0) return sendOnce(kept, sent);
        set({ conflict: { kept, fields }, status: "stopped" });
        return false;
      }
    }
    set({ status: "stopped", problem: wordsOf(thrown) });
    return false;
  };

  const run = async (): Promise<boolean> => {
    for (;;) {
      const { item, typed, dirty, conflict, isSecret } = state.get();
      if (!item || conflict || isSecret) return dirty.size === 0;
      const sent = pick(typed, dirty);
      if (Object.keys(sent).length === 0) return true;
      set({ status: "saving" });
      if (!(await sendOnce(item, sent))) return false;
    }
  };
  const save = (): Promise<boolean> => {
    clearTimeout(due);
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    id,
    state,
    load,
    type,
    leave: (name) => {
      if (isHeld) return;
      void save().then(() => forgetClean([name]));
    },
    hold: (isComposing) => {
      isHeld = isComposing;
    },
    save,
    settle: (choices) => {
      const { typed, dirty } = state.get();
      set({ conflict: undefined, typed: { ...typed, ...choices }, dirty: new Set(dirty) });
      return save();
    },
    adopt: (item) => set({ item }),
  };
}

/** What the form shows: the kept item under what has been typed. */
export const shownFields = ({ item, typed }: DraftState): FormFields | undefined =>
  item && { ...fieldsOf(item), ...typed };
