// Over whatever page stands on the desk: exports that were wished for, the original that is being looked at.
import { type ReactNode, useEffect } from "react";
import { exportWishes, shownSource } from "#bridge/double-layer";
import { ExportDialog } from "./export-dialog.tsx";
import { SourceDialog } from "./source-dialog.tsx";

export function DoubleLayerDesk(): ReactNode {
  const wishes = exportWishes.use();
  const source = shownSource.use();
  // A closed archive leaves nothing of it over the door.
  useEffect(
    () => () => {
      exportWishes.set([]);
      shownSource.set(undefined);
    },
    [],
  );
  return (
    <>
      {wishes.map((wish) => (
        <ExportDialog key={wish.key} wish={wish} />
      ))}
      {source !== undefined && <SourceDialog pageId={source} onClose={() => shownSource.set(undefined)} />}
    </>
  );
}
