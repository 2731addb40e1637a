import { useEffect, useState } from "react";
import type { ItemId } from "#contract/item";
import { onEngineEvent } from "#bridge/engine-events";
import { sayRefused } from "#bridge/notices";
import { beforeLock, session } from "#bridge/session";
import { itemText } from "#text/item";
import { type ItemDraft, openDraft, shownFields } from "./item-draft.ts";
import type { FormFields } from "./merge-edits.ts";

/** Drafts that hold something the engine does not have yet, by item; gone with the key of the archive. */
const unsaved = new Map<ItemId, ItemDraft>();
/** The values of the item described before, for Ctrl+D. */
let lastValues: { readonly unlockedAt: string; readonly fields: FormFields } | undefined;

/** Values to repeat, never those of another unlocking. */
export const repeatable = (): FormFields | undefined =>
  lastValues?.unlockedAt === session.get()?.unlockedAt ? lastValues?.fields : undefined;

/** What an item leaves behind: its values to be repeated, and what could not be saved for coming back. */
function leaveDraft(draft: ItemDraft): void {
  const fields = shownFields(draft.state.get());
  const opened = session.get();
  if (fields && opened) lastValues = { unlockedAt: opened.unlockedAt, fields };
  if (draft.state.get().dirty.size > 0) unsaved.set(draft.id, draft);
  void draft.save().then((isSaved) => {
    const { isSecret, problem } = draft.state.get();
    if (isSaved || isSecret || !session.get()) unsaved.delete(draft.id);
    if (!session.get() || isSaved) return;
    if (isSecret) sayRefused(itemText.secretLine, "state-secret");
    else
      sayRefused(itemText.leftUnsaved(fields?.title || itemText.untitled), problem?.code ?? "item-changed-meanwhile");
  });
}

/**
 * The draft of one item. The item before stays on the desk, whole and usable, until the next has been read:
 * the form never stands empty between two items.
 */
export function useDraft(id: ItemId): ItemDraft {
  const [draft, setDraft] = useState(() => unsaved.get(id) ?? openDraft(id));

  useEffect(() => {
    if (draft.id === id) return;
    let isWanted = true;
    const next = unsaved.get(id) ?? openDraft(id);
    void next.load().then(() => isWanted && setDraft(next));
    return () => {
      isWanted = false;
    };
  }, [id, draft]);

  useEffect(() => {
    void draft.load();
    const deaf = onEngineEvent((event) => {
      if (event.kind === "changed" && event.nouns.some((noun) => noun !== "journal")) void draft.load();
    });
    const forget = beforeLock(async () => {
      await draft.save();
      unsaved.clear();
    });
    return () => {
      deaf();
      forget();
      leaveDraft(draft);
    };
  }, [draft]);
  return draft;
}
