import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import { passphraseLeast } from "#contract/archive";
import { firstRunText } from "#text/first-run";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";
import { StepFrame } from "./step-frame.tsx";

type Props = {
  readonly isBusy: boolean;
  readonly problem: { readonly sentence: string; readonly code: string } | undefined;
  readonly onMake: (passphrase: string) => void;
  readonly onBack: () => void;
};

/** 口令: cannot be skipped; the archive is made at its end. */
export function PassphraseStep({ isBusy, problem, onMake, onBack }: Props): ReactNode {
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const isLong = [...passphrase].length >= passphraseLeast;
  const isSame = again !== "" && passphrase === again;
  const mayGo = isLong && isSame;
  return (
    <StepFrame
      step={1}
      foot={
        <>
          <Button onClick={onBack} disabled={isBusy}>
            {firstRunText.back}
          </Button>
          <span className="grow quiet" role="status">
            {isBusy ? firstRunText.making : ""}
          </span>
          <Button type="primary" disabled={!mayGo} loading={isBusy} onClick={() => onMake(passphrase)}>
            {firstRunText.make}
          </Button>
        </>
      }
    >
      <h2>{firstRunText.steps[1]}</h2>
      <p className="quiet">{firstRunText.passphraseLine}</p>
      <Field
        label={firstRunText.passphrase}
        forId="passphrase"
        tone={passphrase !== "" && !isLong ? "look" : "quiet"}
        note={
          passphrase === ""
            ? firstRunText.passphraseNote(passphraseLeast)
            : isLong
              ? firstRunText.longEnough
              : firstRunText.tooShort(passphraseLeast, [...passphrase].length)
        }
      >
        <Input.Password
          id="passphrase"
          autoFocus
          value={passphrase}
          autoComplete="off"
          onChange={(event) => setPassphrase(event.target.value)}
        />
      </Field>
      <Field
        label={firstRunText.passphraseAgain}
        forId="passphrase-again"
        tone={isSame ? "quiet" : "look"}
        note={again === "" ? "" : isSame ? firstRunText.same : firstRunText.notSame}
      >
        <Input.Password
          id="passphrase-again"
          value={again}
          autoComplete="off"
          onChange={(event) => setAgain(event.target.value)}
          onPressEnter={() => mayGo && !isBusy && onMake(passphrase)}
        />
      </Field>
      {problem && <Problem {...problem} />}
    </StepFrame>
  );
}
