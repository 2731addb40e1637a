import { Button, Select } from "antd";
import { type ReactNode, useState } from "react";
import type { ResidentId } from "#contract/resident";
import {
  rightsAskedBy,
  rightsAskedByLabel,
  rightsRequestKind,
  rightsRequestKindLabel,
  type RightsAskedBy,
  type RightsRequestId,
  type RightsRequestKind,
} from "#contract/rights-request";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { rightsText } from "#text/rights";
import { today } from "#text/today";
import { Field } from "#ui/field";
import { DayField } from "./day-field.tsx";
import { ResidentChoice } from "./resident-choice.tsx";
import { WordsField } from "./words-field.tsx";

type Props = { readonly onDone: (id: RightsRequestId) => void; readonly onBack: () => void };
const words = rightsText.request;
const blank = { subject: "", applicant: "", relation: "", contact: "", wish: "" };

/** A request written down as it came. */
export function RequestForm({ onDone, onBack }: Props): ReactNode {
  const rules = useRead("rights-request.rules", {}).value;
  const [kind, setKind] = useState<RightsRequestKind>("access");
  const [askedBy, setAskedBy] = useState<RightsAskedBy>("self");
  const [residentId, setResident] = useState<ResidentId | null>(null);
  const [said, setSaid] = useState(blank);
  const [receivedOn, setReceivedOn] = useState(today);
  const [write, isBusy] = useWrite();
  const say = (more: Partial<typeof blank>): void => setSaid((now) => ({ ...now, ...more }));
  const isOther = askedBy !== "self";
  const isReady =
    said.subject.trim() !== "" &&
    said.wish.trim() !== "" &&
    (!isOther || (said.applicant.trim() !== "" && said.relation.trim() !== ""));
  const register = async (): Promise<void> => {
    const input = { kind, askedBy, residentId, receivedOn, ...said };
    const made = await write("rights-request.register", input, {
      said: ({ year, number }) => words.registered(`${year}-${number}`),
    });
    if (made) onDone(made.id);
  };
  return (
    <div className="rights-sheet stack">
      <h2>{words.new}</h2>
      <Field label={words.kind} forId="request-kind">
        <Select
          id="request-kind"
          className="full"
          value={kind}
          options={rightsRequestKind.options.map((value) => ({ value, label: rightsRequestKindLabel[value] }))}
          onChange={setKind}
        />
      </Field>
      <Field label={words.by} forId="request-by">
        <Select
          id="request-by"
          className="full"
          value={askedBy}
          options={rightsAskedBy.options.map((value) => ({ value, label: rightsAskedByLabel[value] }))}
          onChange={setAskedBy}
        />
      </Field>
      <ResidentChoice
        id="request-resident"
        value={residentId}
        onResident={(id, name) => {
          setResident(id);
          if (name !== "") say({ subject: name });
        }}
      />
      <WordsField
        id="request-subject"
        label={words.subject}
        value={said.subject}
        most={80}
        onWords={(subject) => say({ subject })}
      />
      {isOther && (
        <>
          <WordsField
            id="request-applicant"
            label={words.applicant}
            value={said.applicant}
            most={80}
            onWords={(applicant) => say({ applicant })}
          />
          <WordsField
            id="request-relation"
            label={words.relation}
            value={said.relation}
            most={80}
            onWords={(relation) => say({ relation })}
          />
        </>
      )}
      <WordsField
        id="request-contact"
        label={words.contact}
        value={said.contact}
        most={120}
        onWords={(contact) => say({ contact })}
      />
      <WordsField
        id="request-wish"
        label={words.wish}
        value={said.wish}
        most={500}
        rows={3}
        onWords={(wish) => say({ wish })}
      />
      <DayField id="request-day" label={words.received} value={receivedOn} onDay={setReceivedOn} />
      {rules && (
        <p className="quiet">
          {words.term(rules.replyDays, rules.source)}
          {!rules.isVerified && <span className="mark mark-look">{rightsText.toVerify}</span>}
        </p>
      )}
      <div className="row">
        <Button type="primary" disabled={!isReady || isBusy} onClick={() => void register()}>
          {words.register}
        </Button>
        <Button onClick={onBack}>{rightsText.cancel}</Button>
      </div>
    </div>
  );
}
