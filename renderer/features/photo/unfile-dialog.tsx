import type { ReactNode } from "react";
import type { Group } from "#contract/group";
import { useUnfile } from "#bridge/use-unfile";
import { photoText } from "#text/photo";
import { ChangeDialog } from "#ui/change-dialog";

type Props = { readonly group: Group; readonly onClose: () => void };

/** 撤回 of a group: every number that changes, the reason, and only then the act. */
export function UnfileDialog({ group, onClose }: Props): ReactNode {
  const { changes, problem, isReady, isBusy, unfile } = useUnfile(group.id, photoText.unfiled);
  return (
    <ChangeDialog
      title={photoText.unfileTitle}
      line={photoText.unfileLine}
      head={photoText.changeHead}
      rows={changes.map((change) => ({
        key: change.volumeId,
        cells: [
          { words: change.title || photoText.untitled },
          { words: change.oldCode, className: "archival-code" },
          { words: change.newCode || photoText.noNumber, className: "archival-code" },
          { words: change.itemCount, className: "figures" },
        ],
      }))}
      reasonLabel={photoText.unfileReason}
      verb={photoText.unfileVerb(Math.max(0, changes.length - 1))}
      cancel={photoText.cancel}
      problem={problem}
      isReady={isReady}
      isBusy={isBusy}
      onVerb={(reason) => void unfile(reason).then((isDone) => isDone && onClose())}
      onCancel={onClose}
    />
  );
}
