// A design kept: with a long ledger a job that may be stopped, and its way back offered as after any change.
import type { Asked, Output } from "#contract/contract";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { offerUndo } from "#bridge/undo";
import { ledgerDesignText } from "#text/ledger-design";

/** Answers the ledger as it is then, or undefined when it was refused or stopped. */
export async function redesign(
  asked: Asked<"ledger.design">,
  refused: (thrown: unknown) => void = sayThrown,
): Promise<Output<"ledger.design"> | undefined> {
  const { design } = asked;
  const saved = await runTask("ledger.design", asked, { label: ledgerDesignText.saving(design.name), refused });
  if (saved) void offerUndo(ledgerDesignText.saved(saved.name));
  return saved;
}
