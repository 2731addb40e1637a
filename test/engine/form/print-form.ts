// Prints a form from a store, reads it again and counts it, as the engine does.
import { formOptions } from "#contract/form";
import { formId, plainAdjustment, type FormAdjustment } from "#contract/form-adjustment";
import type { FormScope } from "#contract/form-scope";
import type { Desk } from "#engine/desk";
import { gatherForm } from "#engine/form/gather-form";
import { findForm } from "#engine/form/list-forms";
import { recountForm } from "#engine/form/recount-form";
import { drawForm, type DrawnForm } from "#engine/form/write-form-pdf";
import { startTurns } from "#engine/paper/take-turn";
import type { FiledStore } from "#test/fixtures/filed-store";

/** A desk whose day never changes; forms ask it for nothing else. */
export const stillDesk = { clock: { now: () => "2026-11-21T08:00:00.000Z" } } as unknown as Desk;

/** Draws a form and recounts it; refuses what the engine refuses. */
export async function printForm(
  store: FiledStore,
  id: string,
  scope: FormScope,
  given: { options?: Parameters<typeof formOptions.parse>[0]; adjustment?: FormAdjustment } = {},
): Promise<DrawnForm> {
  const form = findForm(formId.parse(id), ["clerk"]);
  const sheets = gatherForm(form, store.connection.read, scope, stillDesk);
  const turn = startTurns(1, undefined, undefined);
  const options = formOptions.parse(given.options ?? {});
  const hand = { adjustment: given.adjustment ?? plainAdjustment, pictures: new Map(), options };
  const drawn = await drawForm(form, sheets, hand, "2026-11-21", turn);
  await recountForm(drawn.content, drawn.pages, turn);
  return drawn;
}
