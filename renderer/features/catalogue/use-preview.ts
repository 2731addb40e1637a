import { useEffect, useState } from "react";
import type { CatalogueProof } from "#contract/catalogue-proof";
import type { CatalogueScope } from "#contract/catalogue";
import type { Output } from "#contract/contract";
import { ask } from "#bridge/call";
import { onEngineEvent } from "#bridge/engine-events";
import { wordsOf } from "#bridge/notices";
import { mustLookAgain } from "#bridge/refresh";
import { runTask } from "#bridge/tasks";
import { catalogueText } from "#text/catalogue";

export type Preview = {
  readonly document: Output<"catalogue.preview"> | undefined;
  /** The proof over the rows as the screen reads them, to be compared with that of the PDF. */
  readonly screen: CatalogueProof | undefined;
  readonly problem: { readonly sentence: string; readonly code: string } | undefined;
};
const nothing: Preview = { document: undefined, screen: undefined, problem: undefined };

/** The true PDF of one scope, made anew when what it lists has changed. */
export function usePreview(scope: CatalogueScope | undefined): Preview {
  const [preview, setPreview] = useState(nothing);
  const [turn, setTurn] = useState(0);
  const key = scope && JSON.stringify(scope);
  useEffect(
    () =>
      onEngineEvent((event) => {
        if (event.kind === "changed" && mustLookAgain("catalogue.show", event.nouns)) setTurn((now) => now + 1);
      }),
    [],
  );
  useEffect(() => {
    setPreview(nothing);
    if (!key) return;
    let isWanted = true;
    const asked = JSON.parse(key) as CatalogueScope;
    const add = (part: Partial<Preview>): void => {
      if (isWanted) setPreview((now) => ({ ...now, ...part }));
    };
    const refused = (thrown: unknown): void => add({ problem: wordsOf(thrown) });
    void runTask("catalogue.preview", { scope: asked }, { label: catalogueText.previewTask, refused }).then(
      (document) => add({ document }),
    );
    ask("catalogue.show", { scope: asked, limit: 1 }).then(({ proof }) => add({ screen: proof }), refused);
    return () => {
      isWanted = false;
    };
  }, [key, turn]);
  return preview;
}
