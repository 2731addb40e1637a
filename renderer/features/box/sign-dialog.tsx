import { type ReactNode, useState } from "react";
import { unknownDate } from "#contract/archival-date";
import type { FilingUnitId } from "#contract/filing-unit";
import type { FondsId } from "#contract/fonds";
import { session } from "#bridge/session";
import { useWrite } from "#bridge/use-write";
import { boxText } from "#text/box";
import { today } from "#text/today";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { SignFields, type Signing } from "./sign-fields.tsx";

type Scope = { fondsId: FondsId; category: string; year: number; unitIds?: FilingUnitId[] };
type Props = { readonly scope: Scope; readonly isOpen: boolean; readonly onClose: () => void };

/** The 备考表 of all boxes at once: only what is blank is filled. */
export function SignDialog({ scope, isOpen, onClose }: Props): ReactNode {
  const person = session.use()?.person.name ?? "";
  const [signing, setSigning] = useState<Signing>(() => ({
    arrangedBy: person,
    arrangedOn: today(),
    checkedBy: "",
    checkedOn: unknownDate,
  }));
  const [write, isBusy] = useWrite();
  const sign = async (): Promise<void> => {
    const done = await write(
      "box.sign",
      { ...scope, ...signing },
      { said: ({ boxCount }) => boxText.signed(boxCount), hasUndo: true },
    );
    if (done) onClose();
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={boxText.signTitle}
      verb={boxText.sign}
      cancel={boxText.cancel}
      isBusy={isBusy}
      onVerb={() => void sign()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="quiet">{boxText.signLine}</p>
        <SignFields id="sign" value={signing} onChange={(change) => setSigning((now) => ({ ...now, ...change }))} />
      </div>
    </ConfirmDialog>
  );
}
