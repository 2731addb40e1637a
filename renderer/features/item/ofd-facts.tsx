import { type ReactNode, useEffect, useState } from "react";
import type { Output } from "#contract/contract";
import type { DigitalFileId } from "#contract/digital-file";
import { ask } from "#bridge/call";
import { doubleLayerText } from "#text/double-layer";
import { FactList } from "#ui/fact-list";

/** What a foreign OFD says of itself, and that its pages are not shown here. */
export function OfdFacts({ id }: { readonly id: DigitalFileId }): ReactNode {
  const [facts, setFacts] = useState<Output<"source.describe-ofd">>();
  useEffect(() => {
    let isWanted = true;
    setFacts(undefined);
    ask("source.describe-ofd", { digitalFileId: id })
      .then((answer) => isWanted && setFacts(answer))
      // What it says of itself is a courtesy; the file and its note stand without it.
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [id]);
  return (
    <>
      {facts && <FactList facts={doubleLayerText.ofdFacts(facts)} />}
      <p className="quiet small">{doubleLayerText.ofdNote}</p>
    </>
  );
}
