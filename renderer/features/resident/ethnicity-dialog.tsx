import { Button, Checkbox, Input, Modal, Popconfirm, Select } from "antd";
import { type ReactNode, useState } from "react";
import { ethnicityName } from "#contract/ethnicity";
import type { Resident } from "#contract/resident";
import { wordsOf } from "#bridge/notices";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { consentText, ethnicityText } from "#text/resident";
import { today } from "#text/today";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";
import { DayInput } from "./day-input.tsx";

type Props = { readonly resident: Resident; readonly onClose: () => void };

/** The one place where 民族 is read, stated and withdrawn: asked for when it is opened, gone when it is closed (P3). */
export function EthnicityDialog({ resident, onClose }: Props): ReactNode {
  const residentId = resident.id;
  const { value: statement } = useRead("ethnicity.read", { residentId });
  const [name, setName] = useState<string>();
  const [statedOn, setStatedOn] = useState(today);
  const [givenOn, setGivenOn] = useState(today);
  const [guardian, setGuardian] = useState("");
  const [isAgreed, setAgreed] = useState(false);
  const [problem, setProblem] = useState<ReturnType<typeof wordsOf>>();
  const [write, isBusy] = useWrite();
  const refused = (thrown: unknown): void => setProblem(wordsOf(thrown));
  const save = async (): Promise<void> => {
    if (!name || !isAgreed) return;
    const done = await write(
      "ethnicity.state",
      { residentId, ethnicity: name, statedOn, consent: { givenOn, guardian } },
      { said: () => ethnicityText.saved, refused },
    );
    if (done) onClose();
  };
  const withdraw = async (): Promise<void> => {
    const input = { residentId, withdrawnOn: today() };
    if (await write("ethnicity.withdraw", input, { said: () => ethnicityText.withdrawnSaved, refused })) onClose();
  };
  return (
    <Modal
      open
      title={`${resident.name}　${ethnicityText.dialog}`}
      okText={ethnicityText.save}
      cancelText={ethnicityText.close}
      okButtonProps={{ loading: isBusy, disabled: !name || !isAgreed || resident.isRestricted }}
      onOk={() => void save()}
      onCancel={onClose}
      destroyOnHidden
    >
      <div className="stack wide resident-dialog">
        {problem && <Problem {...problem} />}
        <p>{ethnicityText.consent}</p>
        {statement === null && <p className="quiet">{ethnicityText.none}</p>}
        {statement && (
          <div className="secret-line">
            <strong>{ethnicityText.stated(statement.ethnicity, statement.statedOn)}</strong>
            <span className="quiet">{ethnicityText.consentLine(statement.consentGivenOn)}</span>
            <span className="grow" />
            <Popconfirm
              title={ethnicityText.withdrawSure}
              okText={ethnicityText.withdraw}
              cancelText={consentText.cancel}
              onConfirm={() => void withdraw()}
            >
              <Button danger>{ethnicityText.withdraw}</Button>
            </Popconfirm>
          </div>
        )}
        <Field label={ethnicityText.name} forId="ethnicity-name">
          <Select
            id="ethnicity-name"
            className="full"
            value={name}
            options={ethnicityName.options.map((value) => ({ value, label: value }))}
            onChange={setName}
          />
        </Field>
        <DayInput id="ethnicity-stated" label={ethnicityText.statedOn} value={statedOn} onDay={setStatedOn} />
        <DayInput id="ethnicity-given" label={ethnicityText.givenOn} value={givenOn} onDay={setGivenOn} />
        <Field label={consentText.guardian} forId="ethnicity-guardian">
          <Input
            id="ethnicity-guardian"
            maxLength={80}
            placeholder={consentText.guardianHint}
            value={guardian}
            onChange={(event) => setGuardian(event.target.value)}
          />
        </Field>
        <Checkbox checked={isAgreed} onChange={(event) => setAgreed(event.target.checked)}>
          {ethnicityText.agreed}
        </Checkbox>
      </div>
    </Modal>
  );
}
