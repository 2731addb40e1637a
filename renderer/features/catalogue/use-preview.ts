import { useEffect, useState } from "react";
import type { FormOptions } from "#contract/form";
import type { FormId } from "#contract/form-adjustment";
import type { FormProof } from "#contract/form-proof";
import type { FormScope } from "#contract/form-scope";
import type { Output } from "#contract/contract";
import { ask } from "#bridge/call";
import { wordsOf } from "#bridge/notices";
import { onChangeOf } from "#bridge/on-change-of";
import { runTask } from "#bridge/tasks";
import { catalogueText } from "#text/catalogue";

/** What is shown: a form for a scope, on labels from a place on; never a range of pages, the eye wants the whole. */
export type Shown = {
  readonly formId: FormId;
  readonly scope: FormScope;
  readonly options: Pick<FormOptions, "skipLabels" | "sheet" | "isTestStrip">;
};
export type Preview = {
  readonly document: Output<"form.preview"> | undefined;
  /** The proof over what the archive holds, to be compared with that of the PDF. */
  readonly screen: FormProof | undefined;
  readonly problem: { readonly sentence: string; readonly code: string } | undefined;
};
const nothing: Preview = { document: undefined, screen: undefined, problem: undefined };
/** One look for all announcements of a moment. */
const refreshAfter = 150;

/** The true PDF of one form, made anew when what it says, or how it is set, has changed. */
export function usePreview(shown: Shown | undefined): Preview {
  const [preview, setPreview] = useState(nothing);
  const [turn, setTurn] = useState(0);
  const key = shown && JSON.stringify(shown);
  useEffect(() => onChangeOf("form.prove", () => setTurn((now) => now + 1), refreshAfter), []);
  useEffect(() => {
    setPreview(nothing);
    if (!key) return;
    let isWanted = true;
    const asked = JSON.parse(key) as Shown;
    const add = (part: Partial<Preview>): void => {
      if (isWanted) setPreview((now) => ({ ...now, ...part }));
    };
    const refused = (thrown: unknown): void => add({ problem: wordsOf(thrown) });
    void runTask("form.preview", asked, { label: catalogueText.previewTask, refused }).then((document) =>
      add({ document }),
    );
    ask("form.prove", { formId: asked.formId, scope: asked.scope }).then((screen) => add({ screen }), refused);
    return () => {
      isWanted = false;
    };
  }, [key, turn]);
  return preview;
}
