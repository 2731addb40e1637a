import { useEffect, useState } from "react";
import type { ItemId } from "#contract/item";
import { onEngineEvent } from "#bridge/engine-events";
import { beforeLock, session } from "#bridge/session";
import { type ItemDraft, openDraft, shownFields } from "./item-draft.ts";
import type { FormFields } from "./merge-edits.ts";

/** Drafts that hold something the engine does not have yet, by item; gone with the key of the archive. */
const unsaved = new Map<ItemId, ItemDraft>();
/** The values of the item described before, for Ctrl+D. */
let lastValues: { readonly unlockedAt: string; readonly fields: FormFields } | undefined;

/** Values to repeat, never those of another unlocking. */
export const repeatable = (): FormFields | undefined =>
  lastValues?.unlockedAt === session.get()?.unlockedAt ? lastValues?.fields : undefined;

/** The draft of one item; leaving the item saves it and keeps what could not be saved for coming back. */
export function useDraft(id: ItemId): ItemDraft {
  const [held, setHeld] = useState(() => unsaved.get(id) ?? openDraft(id));
  const draft = held.id === id ? held : (unsaved.get(id) ?? openDraft(id));
  if (draft !== held) setHeld(draft);

  useEffect(() => {
    void draft.load();
    const notDeaf = onEngineEvent((event) => {
      if (event.kind === "changed" && event.nouns.some((noun) => noun !== "journal")) void draft.load();
    });
    const notLost = beforeLock(async () => {
      await draft.save();
      unsaved.clear();
    });
    return () => {
      notDeaf();
      notLost();
      const fields = shownFields(draft.state.get());
      const opened = session.get();
      if (fields && opened) lastValues = { unlockedAt: opened.unlockedAt, fields };
      if (draft.state.get().dirty.size > 0) unsaved.set(draft.id, draft);
      void draft.save().then((isSaved) => {
        if (isSaved || draft.state.get().isSecret || !session.get()) unsaved.delete(draft.id);
      });
    };
  }, [draft]);
  return draft;
}
