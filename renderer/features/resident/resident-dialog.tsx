import { Checkbox, Input, Modal, Segmented } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { parseClerkDate, unknownDate } from "#contract/archival-date";
import { type Resident, type ResidentId, type ResidentSecret, residentSecret, sex } from "#contract/resident";
import { wordsOf } from "#bridge/notices";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { residentText } from "#text/resident";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";
import { TypedField } from "#ui/typed-field";
import { HouseholdChoice } from "./household-choice.tsx";
import { SameList } from "./same-list.tsx";

type Props = {
  /** The record to change; without one a new one is entered. */
  readonly before?: Resident;
  readonly onDone: (resident: Resident) => void;
  /** Opens a record that is there already instead. */
  readonly onOpen: (id: ResidentId) => void;
  readonly onCancel: () => void;
};
const words = residentText.fields;
const readDate = (typed: string): string | null => parseClerkDate(typed);
const compareAfter = 300;

/** A resident's record as it is typed; what may be the same person is said before it is saved twice. */
export function ResidentDialog({ before, onDone, onOpen, onCancel }: Props): ReactNode {
  const [fields, setFields] = useState({
    ...{ name: before?.name ?? "", sex: before?.sex ?? ("" as Resident["sex"]) },
    ...{ bornOn: before?.bornOn ?? unknownDate, phone: before?.phone ?? "" },
  });
  const [household, setHousehold] = useState(before?.household ?? null);
  const [secrets, setSecrets] = useState<{ [S in ResidentSecret]: string }>({ idNumber: "", account: "" });
  const [emptied, setEmptied] = useState<readonly ResidentSecret[]>([]);
  const [problem, setProblem] = useState<ReturnType<typeof wordsOf>>();
  const refused = (thrown: unknown): void => setProblem(wordsOf(thrown));
  const [write, isBusy] = useWrite();
  const change = (part: Partial<typeof fields>): void => setFields((now) => ({ ...now, ...part }));

  const typed = { name: fields.name.trim(), bornOn: fields.bornOn, idNumber: secrets.idNumber.trim() };
  const typedKey = JSON.stringify(typed);
  const [compared, setCompared] = useState(typed);
  useEffect(() => {
    const due = setTimeout(() => setCompared(JSON.parse(typedKey) as typeof typed), compareAfter);
    return () => clearTimeout(due);
  }, [typedKey]);
  const isWorthIt = compared.idNumber.length >= 15 || (compared.name !== "" && compared.bornOn.length === 10);
  const found = useRead("resident.same-person", isWorthIt ? compared : null).value ?? [];
  const same = found.filter(({ hit }) => hit.id !== before?.id);

  const save = async (): Promise<void> => {
    if (typed.name === "") return;
    const own = { ...fields, name: typed.name, householdId: household?.id ?? null };
    if (!before) {
      const said = ({ name }: Resident): string => residentText.saved(name);
      const done = await write("resident.add", { ...own, ...secrets }, { hasUndo: true, said, refused });
      if (done) onDone(done);
      return;
    }
    const changed = Object.fromEntries(
      residentSecret.options.flatMap((each) =>
        emptied.includes(each) ? [[each, ""]] : secrets[each].trim() === "" ? [] : [[each, secrets[each]]],
      ),
    );
    const { id, revision } = before;
    const said = ({ name }: Resident): string => residentText.changed(name);
    const done = await write(
      "resident.describe",
      { ...own, ...changed, id, revision },
      { hasUndo: true, said, refused },
    );
    if (done) onDone(done);
  };
  return (
    <Modal
      open
      title={before ? residentText.edit : residentText.add}
      width="min(640px, 94vw)"
      okText={residentText.save}
      cancelText={residentText.cancel}
      okButtonProps={{ loading: isBusy, disabled: typed.name === "" }}
      onOk={() => void save()}
      onCancel={onCancel}
    >
      <div className="stack wide resident-dialog">
        {problem && <Problem {...problem} />}
        <Field label={words.name} forId="resident-name">
          <Input
            id="resident-name"
            autoFocus
            maxLength={80}
            value={fields.name}
            onChange={(event) => change({ name: event.target.value })}
            onPressEnter={() => void save()}
          />
        </Field>
        <Field label={words.sex}>
          <Segmented
            aria-label={words.sex}
            value={fields.sex}
            options={sex.options.map((value) => ({ value, label: residentText.sexes[value] }))}
            onChange={(value) => change({ sex: value })}
          />
        </Field>
        <TypedField
          id="resident-born"
          label={words.bornOn}
          value={fields.bornOn}
          read={readDate}
          onValue={(date) => change({ bornOn: date as Resident["bornOn"] })}
          hint={residentText.dateHint}
          unreadable={residentText.dateUnreadable}
        />
        <Field label={words.phone} forId="resident-phone">
          <Input
            id="resident-phone"
            maxLength={40}
            value={fields.phone}
            onChange={(event) => change({ phone: event.target.value })}
          />
        </Field>
        <HouseholdChoice value={household} onHousehold={setHousehold} />
        {residentSecret.options.map((each) => (
          <Field key={each} label={words[each]} forId={`resident-${each}`}>
            <Input
              id={`resident-${each}`}
              autoComplete="off"
              maxLength={60}
              disabled={emptied.includes(each)}
              placeholder={before?.masked.includes(each) ? residentText.keepSecret : ""}
              value={secrets[each]}
              onChange={(event) => setSecrets((now) => ({ ...now, [each]: event.target.value }))}
            />
            {before?.masked.includes(each) && (
              <Checkbox
                checked={emptied.includes(each)}
                onChange={({ target }) =>
                  setEmptied((now) => (target.checked ? [...now, each] : now.filter((other) => other !== each)))
                }
              >
                {residentText.emptySecret}
              </Checkbox>
            )}
          </Field>
        ))}
        {same.length > 0 && <SameList same={same} onOpen={onOpen} />}
      </div>
    </Modal>
  );
}
