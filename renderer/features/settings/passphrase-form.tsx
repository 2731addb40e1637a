import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import { passphraseLeast } from "#contract/archive";
import { wordsOf } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { keysText } from "#text/settings";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";

/** 更换口令: the old one once more, the new one twice. */
export function PassphraseForm(): ReactNode {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ sentence: string; code: string }>();
  const isLong = [...next].length >= passphraseLeast;
  const mayGo = current !== "" && isLong && next === again;
  const change = async (): Promise<void> => {
    if (!mayGo || isBusy) return;
    setBusy(true);
    setProblem(undefined);
    const changed = await runTask(
      "archive.change-passphrase",
      { current, next },
      {
        label: keysText.changeTask,
        said: () => keysText.changed,
        refused: (thrown) => setProblem(wordsOf(thrown)),
      },
    );
    setBusy(false);
    if (!changed) return;
    setCurrent("");
    setNext("");
    setAgain("");
  };
  return (
    <form
      className="fonds-card stack wide"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <h3>{keysText.change}</h3>
      <Field label={keysText.current} forId="current-passphrase">
        <Input.Password
          id="current-passphrase"
          autoComplete="off"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </Field>
      <Field label={keysText.next} forId="next-passphrase" note={keysText.least(passphraseLeast)}>
        <Input.Password
          id="next-passphrase"
          autoComplete="off"
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
      </Field>
      <Field
        label={keysText.again}
        forId="again-passphrase"
        note={again !== "" && next !== again ? keysText.notSame : ""}
        tone="look"
      >
        <Input.Password
          id="again-passphrase"
          autoComplete="off"
          value={again}
          onChange={(event) => setAgain(event.target.value)}
        />
      </Field>
      {problem && <Problem {...problem} />}
      <div className="row">
        <span className="grow" />
        <Button htmlType="submit" disabled={!mayGo} loading={isBusy}>
          {keysText.changeVerb}
        </Button>
      </div>
    </form>
  );
}
