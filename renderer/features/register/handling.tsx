import { Button, Input, Select } from "antd";
import { type ReactNode, useState } from "react";
import { parseClerkDate } from "#contract/archival-date";
import { type RegisterEntryId, type RegisterState, registerState, registerStateLabel } from "#contract/register";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { sayDay, sayMinute } from "#text/format";
import { registerText } from "#text/register";
import { TypedField } from "#ui/typed-field";

type Props = {
  readonly id: RegisterEntryId;
  readonly onItem: (itemId: string) => void;
  readonly onGone: () => void;
};

const states = registerState.options.map((value) => ({ value, label: registerStateLabel[value] }));
function readDay(typed: string): string | null {
  const date = parseClerkDate(typed);
  return date !== null && date.length === 10 ? date : null;
}

/** 办理情况 of one entry, and the item made of it. */
export function Handling({ id, onItem, onGone }: Props): ReactNode {
  const { value } = useRead("register.read", { id });
  const [write, isBusy] = useWrite();
  const [state, setState] = useState<RegisterState>("in-hand");
  const [day, setDay] = useState(() => sayDay(new Date().toISOString()));
  const [note, setNote] = useState("");
  if (!value) return null;
  const { entry, steps } = value;
  const { revision } = entry;
  const step = async (): Promise<void> => {
    const done = await write(
      "register.handle",
      { id, revision, state, happenedOn: day, note },
      { hasUndo: true, said: () => registerText.stepSaved },
    );
    if (done) setNote("");
  };
  const makeItem = (): Promise<unknown> =>
    write(
      "register.to-items",
      { ids: [id] },
      { hasUndo: true, said: ({ itemIds }) => registerText.madeItems(itemIds.length) },
    );
  const takeBack = async (): Promise<void> => {
    const back = await write(
      "register.take-back",
      { id, revision },
      { said: ({ number }) => registerText.takenBack(number) },
    );
    if (back) onGone();
  };
  return (
    <section className="register-handling stack" aria-label={registerText.handling}>
      <div className="row wide">
        <h2 className="grow">{registerText.handling}</h2>
        {entry.itemId !== null ? (
          <>
            <span className="quiet">{registerText.hasItem(entry.archivalCode)}</span>
            <Button size="small" onClick={() => onItem(entry.itemId ?? "")}>
              {registerText.openItem}
            </Button>
          </>
        ) : (
          entry.state !== "cancelled" && (
            <>
              <Button size="small" type="text" onClick={() => void takeBack()}>
                {registerText.takeBack}
              </Button>
              <Button size="small" loading={isBusy} onClick={() => void makeItem()}>
                {registerText.toItem}
              </Button>
            </>
          )
        )}
      </div>
      <ol className="register-steps">
        {steps.map((each) => (
          <li key={each.number}>
            <span>{registerStateLabel[each.state]}</span>
            <span className="grow">{[each.handler, each.note].filter(Boolean).join("：")}</span>
            <span className="quiet small figures">
              {registerText.happenedAt(each.happenedOn)} · {registerText.enteredAt(sayMinute(each.enteredAt))}
            </span>
          </li>
        ))}
      </ol>
      {entry.state !== "cancelled" && (
        <div className="register-step-new">
          <Select aria-label={registerText.state} value={state} options={states.slice(1)} onChange={setState} />
          <TypedField
            id="stepDay"
            label={registerText.stepDay}
            value={day}
            read={readDay}
            onValue={setDay}
            hint={registerText.dayHint}
            unreadable={registerText.dayUnreadable}
          />
          <Input
            aria-label={registerText.stepNote}
            placeholder={registerText.stepNote}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            onPressEnter={() => void step()}
          />
          <Button loading={isBusy} onClick={() => void step()}>
            {registerText.step}
          </Button>
        </div>
      )}
    </section>
  );
}
