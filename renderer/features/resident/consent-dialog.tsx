import { Input, Modal, Segmented, Select } from "antd";
import { type ReactNode, useState } from "react";
import { consentScopeLabel } from "#contract/consent";
import type { ItemId } from "#contract/item";
import type { LedgerId } from "#contract/ledger";
import type { Resident } from "#contract/resident";
import { wordsOf } from "#bridge/notices";
import { useRead } from "#bridge/use-read";
import { useFondsScope } from "#bridge/use-scope";
import { useWrite } from "#bridge/use-write";
import { consentText } from "#text/resident";
import { today } from "#text/today";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";
import { DayInput } from "./day-input.tsx";
import { PaperChoice } from "./paper-choice.tsx";

type Props = { readonly resident: Resident; readonly onEnd: () => void };
const scopes = (["ordinary", "sensitive"] as const).map((value) => ({ value, label: consentScopeLabel[value] }));

/** One consent for one ledger; ordinary and sensitive are given apart. */
export function ConsentDialog({ resident, onEnd }: Props): ReactNode {
  const { fonds } = useFondsScope();
  const ledgers = useRead("ledger.list", fonds ? { fondsId: fonds.id } : null).value ?? [];
  const asked = ledgers.filter(({ basis }) => basis === "consent");
  const [chosen, setChosen] = useState<LedgerId>();
  const [scope, setScope] = useState<"ordinary" | "sensitive">("ordinary");
  const [givenOn, setGivenOn] = useState(today);
  const [guardian, setGuardian] = useState("");
  const [paperItemId, setPaper] = useState<ItemId | null>(null);
  const [problem, setProblem] = useState<ReturnType<typeof wordsOf>>();
  const [write, isBusy] = useWrite();
  const ledgerId = chosen ?? asked[0]?.id;
  const save = async (): Promise<void> => {
    if (!ledgerId) return;
    const done = await write(
      "consent.give",
      { residentId: resident.id, ledgerId, scope, givenOn, guardian, paperItemId },
      { hasUndo: true, said: () => consentText.saved, refused: (thrown) => setProblem(wordsOf(thrown)) },
    );
    if (done) onEnd();
  };
  return (
    <Modal
      open
      title={consentText.giveTitle}
      okText={consentText.save}
      cancelText={consentText.cancel}
      okButtonProps={{ loading: isBusy, disabled: !ledgerId }}
      onOk={() => void save()}
      onCancel={onEnd}
    >
      <div className="stack wide resident-dialog">
        {problem && <Problem {...problem} />}
        <Field label={consentText.ledger} forId="consent-ledger">
          <Select
            id="consent-ledger"
            className="full"
            autoFocus
            placeholder={asked.length === 0 ? consentText.noLedger : ""}
            disabled={asked.length === 0}
            value={ledgerId}
            options={asked.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        </Field>
        <Field label={consentText.scope} note={consentText.scopeNote}>
          <Segmented aria-label={consentText.scope} value={scope} options={scopes} onChange={setScope} />
        </Field>
        <DayInput id="consent-given" label={consentText.givenOn} value={givenOn} onDay={setGivenOn} />
        <Field label={consentText.guardian} forId="consent-guardian">
          <Input
            id="consent-guardian"
            maxLength={80}
            placeholder={consentText.guardianHint}
            value={guardian}
            onChange={(event) => setGuardian(event.target.value)}
          />
        </Field>
        <PaperChoice onItem={setPaper} />
      </div>
    </Modal>
  );
}
