import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { Session } from "#contract/archive";
import { sayThrown } from "#bridge/notices";
import { readSession } from "#bridge/session";
import { runTask } from "#bridge/tasks";
import { keysText } from "#text/settings";
import { Field } from "#ui/field";
import { PassphraseForm } from "./passphrase-form.tsx";

type Props = {
  readonly session: Session;
  readonly sheet: (groups: readonly string[]) => ReactNode;
  readonly typeBack: (onConfirmed: () => void) => ReactNode;
};

/** 口令与恢复单. */
export function KeysSection({ session, sheet, typeBack }: Props): ReactNode {
  const [isTyping, setTyping] = useState(session.recoveryUnconfirmed);
  const [isRenewing, setRenewing] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const [groups, setGroups] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const renew = async (): Promise<void> => {
    if (passphrase === "") return;
    setBusy(true);
    const answer = await runTask(
      "recovery.renew",
      { passphrase },
      { label: keysText.renewTask, said: () => keysText.renewed },
    );
    setBusy(false);
    setPassphrase("");
    if (!answer) return;
    await readSession().catch(sayThrown);
    setRenewing(false);
    setTyping(false);
    setGroups(answer.recoveryGroups);
  };
  return (
    <section className="stack wide" aria-label={keysText.title}>
      <h2>{keysText.title}</h2>
      <PassphraseForm />
      <div className="fonds-card stack wide">
        <h3>{keysText.sheet}</h3>
        <p className={session.recoveryUnconfirmed ? "tone-look" : "tone-proved"}>
          {session.recoveryUnconfirmed ? keysText.sheetUnconfirmed : keysText.sheetConfirmed}
        </p>
        {groups.length > 0 ? (
          <>
            <div className="sheet-room">{sheet(groups)}</div>
            <div className="row">
              <span className="grow" />
              <Button
                type="primary"
                onClick={() => {
                  setGroups([]);
                  setTyping(true);
                }}
              >
                {keysText.sheetReady}
              </Button>
            </div>
          </>
        ) : isTyping ? (
          <>
            {typeBack(() => setTyping(false))}
            <Button type="link" onClick={() => setTyping(false)}>
              {keysText.fold}
            </Button>
          </>
        ) : (
          <div className="row wrap">
            <Button onClick={() => setTyping(true)}>{keysText.typeBack}</Button>
            <Button onClick={() => setRenewing(true)}>{keysText.renew}</Button>
          </div>
        )}
        {isRenewing && groups.length === 0 && (
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              void renew();
            }}
          >
            <p className="quiet">{keysText.renewLine}</p>
            <Field label={keysText.renewPassphrase} forId="renew-passphrase">
              <Input.Password
                id="renew-passphrase"
                autoFocus
                autoComplete="off"
                value={passphrase}
                onChange={(event) => setPassphrase(event.target.value)}
              />
            </Field>
            <div className="row">
              <span className="grow" />
              <Button danger htmlType="submit" disabled={passphrase === ""} loading={isBusy}>
                {keysText.renewVerb}
              </Button>
            </div>
          </form>
        )}
      </div>
    </section>
  );
}
