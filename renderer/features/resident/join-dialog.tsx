import { Button, Modal, Select } from "antd";
import { type ReactNode, useState } from "react";
import { residentSecret, type Resident, type ResidentId, type SamePerson } from "#contract/resident";
import { wordsOf } from "#bridge/notices";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { residentText } from "#text/resident";
import { FactList } from "#ui/fact-list";
import { Problem } from "#ui/problem";

type Props = {
  readonly resident: Resident;
  readonly same: readonly SamePerson[];
  readonly onJoined: (id: ResidentId) => void;
  readonly onCancel: () => void;
};
const words = residentText.fields;

function Side({ title, of }: { readonly title: string; readonly of: Resident }): ReactNode {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <FactList
        facts={[
          [words.name, of.name],
          [words.sex, of.sex || residentText.blank],
          [words.bornOn, of.bornOn || residentText.blank],
          [words.phone, of.phone || residentText.blank],
          [words.number, of.household?.number ?? residentText.blank],
          [words.address, of.household?.address ?? residentText.blank],
          ...residentSecret.options.map((each): [string, string] => [
            words[each],
            of.masked.includes(each) ? residentText.masked : residentText.blank,
          ]),
        ]}
      />
    </section>
  );
}

/** Two records side by side: whether they are one person is the clerk's decision (issue: never automatic). */
export function JoinDialog({ resident, same, onJoined, onCancel }: Props): ReactNode {
  const [otherId, setOther] = useState(same[0]?.hit.id ?? resident.id);
  const [isSwapped, setSwapped] = useState(false);
  const [problem, setProblem] = useState<ReturnType<typeof wordsOf>>();
  const [write, isBusy] = useWrite();
  const other = useRead("resident.read", { id: otherId }).value;
  const because = same.find(({ hit }) => hit.id === otherId)?.because;
  const [from, into] = isSwapped ? [resident, other] : [other, resident];
  const join = async (): Promise<void> => {
    if (!from || !into) return;
    const done = await write(
      "resident.join",
      { id: from.id, revision: from.revision, into: into.id, intoRevision: into.revision },
      {
        hasUndo: true,
        said: ({ name }) => residentText.joined(name),
        refused: (thrown) => setProblem(wordsOf(thrown)),
      },
    );
    if (!done) return;
    onCancel();
    onJoined(done.id);
  };
  return (
    <Modal
      open
      title={residentText.joinTitle}
      width="min(820px, 94vw)"
      okText={residentText.join}
      cancelText={residentText.cancel}
      okButtonProps={{ loading: isBusy, disabled: !other }}
      onOk={() => void join()}
      onCancel={onCancel}
    >
      <div className="stack wide">
        {problem && <Problem {...problem} />}
        <p>{residentText.joinLine}</p>
        <div className="secret-line">
          {same.length > 1 && (
            <Select
              aria-label={residentText.joinFrom}
              value={otherId}
              options={same.map(({ hit }) => ({ value: hit.id, label: `${hit.name} ${hit.bornOn} ${hit.address}` }))}
              onChange={setOther}
            />
          )}
          {because && <span className="tone-look">{residentText.because[because]}</span>}
          <span className="grow" />
          <Button onClick={() => setSwapped((now) => !now)}>{residentText.swap}</Button>
        </div>
        <div className="join-pair">
          {from && <Side title={residentText.joinFrom} of={from} />}
          {into && <Side title={residentText.joinInto} of={into} />}
        </div>
      </div>
    </Modal>
  );
}
