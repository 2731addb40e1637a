import { Input } from "antd";
import type { ReactNode } from "react";
import { firstRunText } from "#text/first-run";
import { Field } from "#ui/field";

export type FondsWords = { readonly code: string; readonly name: string; readonly unit: string };

type Props = {
  readonly id: "fonds" | "party";
  readonly words: FondsWords;
  readonly labels: FondsWords;
  readonly placeholder: string;
  readonly onWords: (words: FondsWords) => void;
  readonly onEnter: () => void;
};

export const isFondsCode = (code: string): boolean => /^[A-Z0-9]{0,10}$/.test(code.trim().toUpperCase());

/** 全宗号, 全宗名称, 立档单位 of one fonds. */
export function FondsFields({ id, words, labels, placeholder, onWords, onEnter }: Props): ReactNode {
  const isCode = isFondsCode(words.code);
  return (
    <>
      <Field
        label={labels.code}
        forId={`${id}-code`}
        tone={isCode ? "quiet" : "look"}
        note={isCode ? firstRunText.fondsCodeNote : firstRunText.fondsCodeWrong}
      >
        <Input
          id={`${id}-code`}
          autoFocus
          value={words.code}
          maxLength={10}
          onChange={(event) => onWords({ ...words, code: event.target.value })}
        />
      </Field>
      <Field label={labels.name} forId={`${id}-name`}>
        <Input
          id={`${id}-name`}
          value={words.name}
          maxLength={80}
          onChange={(event) => onWords({ ...words, name: event.target.value })}
        />
      </Field>
      <Field label={labels.unit} forId={`${id}-unit`}>
        <Input
          id={`${id}-unit`}
          value={words.unit}
          maxLength={80}
          placeholder={placeholder}
          onChange={(event) => onWords({ ...words, unit: event.target.value })}
          onPressEnter={onEnter}
        />
      </Field>
    </>
  );
}
