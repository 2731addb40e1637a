import { Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import type { Household } from "#contract/resident";
import { wordsOf } from "#bridge/notices";
import { useWrite } from "#bridge/use-write";
import { residentText } from "#text/resident";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";

type Props = {
  readonly before?: Household;
  readonly onDone: (household: Household) => void;
  readonly onCancel: () => void;
};
const names = ["number", "address", "grid"] as const;
const longest = { number: 40, address: 200, grid: 60 } as const;

/** 户号, 住址, 网格 of one household, new or changed. */
export function HouseholdDialog({ before, onDone, onCancel }: Props): ReactNode {
  const [fields, setFields] = useState({
    number: before?.number ?? "",
    address: before?.address ?? "",
    grid: before?.grid ?? "",
  });
  const [problem, setProblem] = useState<ReturnType<typeof wordsOf>>();
  const [write, isBusy] = useWrite();
  const save = async (): Promise<void> => {
    const options = {
      hasUndo: true,
      refused: (thrown: unknown) => setProblem(wordsOf(thrown)),
      said: ({ number, address }: Household) =>
        (before ? residentText.householdChanged : residentText.householdSaved)(number || address),
    };
    const done = before
      ? await write("household.describe", { ...fields, id: before.id, revision: before.revision }, options)
      : await write("household.add", fields, options);
    if (done) onDone(done);
  };
  return (
    <Modal
      open
      title={residentText.householdTitle}
      okText={residentText.save}
      cancelText={residentText.cancel}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void save()}
      onCancel={onCancel}
    >
      <div className="stack wide resident-dialog">
        {problem && <Problem {...problem} />}
        {names.map((name) => (
          <Field key={name} label={residentText.fields[name]} forId={`household-${name}`}>
            <Input
              id={`household-${name}`}
              autoFocus={name === "number"}
              maxLength={longest[name]}
              value={fields[name]}
              onChange={(event) => setFields((now) => ({ ...now, [name]: event.target.value }))}
              onPressEnter={() => void save()}
            />
          </Field>
        ))}
      </div>
    </Modal>
  );
}
