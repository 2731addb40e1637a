import type { ReactNode } from "react";
import type { Volume } from "#contract/volume";
import { useUnfile } from "#bridge/use-unfile";
import { volumeText } from "#text/volume";
import { ChangeDialog } from "#ui/change-dialog";

type Props = { readonly volume: Volume; readonly onClose: () => void };

/** 撤回 of a volume: every number that changes, the reason, and only then the act. */
export function UnfileDialog({ volume, onClose }: Props): ReactNode {
  const { changes, problem, isReady, isBusy, unfile } = useUnfile(volume.id, volumeText.unfiled);
  return (
    <ChangeDialog
      title={volumeText.unfileTitle}
      line={volumeText.unfileLine}
      head={volumeText.changeHead}
      rows={changes.map((change) => ({
        key: change.volumeId,
        cells: [
          { words: change.title },
          { words: change.oldCode, className: "archival-code" },
          { words: change.newCode || volumeText.noNumber, className: "archival-code" },
          { words: change.itemCount, className: "figures" },
        ],
      }))}
      reasonLabel={volumeText.unfileReason}
      verb={volumeText.unfileVerb(Math.max(0, changes.length - 1))}
      cancel={volumeText.cancel}
      problem={problem}
      isReady={isReady}
      isBusy={isBusy}
      onVerb={(reason) => void unfile(reason).then((isDone) => isDone && onClose())}
      onCancel={onClose}
    />
  );
}
