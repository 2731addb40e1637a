import { Button, Radio } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { Fonds } from "#contract/fonds";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { firstRunText } from "#text/first-run";
import { Field } from "#ui/field";
import { FondsFields, type FondsWords, isFondsCode } from "./fonds-fields.tsx";
import { StepFrame } from "./step-frame.tsx";

type Props = { readonly archiveName: string; readonly onDone: (name: string) => void };
type Composition = "shared" | "apart";

/** 全宗与立档单位: the first fonds, or the one the archive was made with, and whether the Party organisation has its own. */
export function FondsStep({ archiveName, onDone }: Props): ReactNode {
  const list = useRead("fonds.list", {});
  const party = list.value?.find((each) => each.composition === "party");
  const first = list.value?.find((each) => each !== party);
  const [form, setForm] = useState<FondsWords>({ code: "", name: archiveName, unit: "" });
  const [partyForm, setPartyForm] = useState<FondsWords>({ code: "", name: "", unit: "" });
  const [composition, setComposition] = useState<Composition>("shared");
  const [write, isBusy] = useWrite();
  useEffect(() => {
    if (first) setForm({ code: first.code, name: first.name, unit: first.unit });
  }, [first]);
  useEffect(() => {
    if (!party) return;
    setPartyForm({ code: party.code, name: party.name, unit: party.unit });
    setComposition("apart");
  }, [party]);
  const isApart = composition === "apart";
  const isFit = (words: FondsWords): boolean => isFondsCode(words.code) && words.name.trim() !== "";
  const mayGo = list.value !== undefined && isFit(form) && (!isApart || isFit(partyForm));

  /** Revises the fonds there is, or founds it. */
  const keep = async (
    known: Fonds | undefined,
    words: FondsWords,
    part: Fonds["composition"],
  ): Promise<Fonds | undefined> => {
    const given = { ...words, code: words.code.trim().toUpperCase(), composition: part };
    return known
      ? await write("fonds.revise", { ...known, ...given })
      : await write("fonds.found", { ...given, codeStandard: first?.codeStandard ?? "DA/T 22-2015" });
  };
  const save = async (): Promise<void> => {
    if (!mayGo) return;
    const saved = await keep(first, form, isApart ? "committee" : "shared");
    const beside = saved && isApart ? await keep(party, partyForm, "party") : undefined;
    if (!saved || (isApart && !beside)) return;
    onDone(
      [saved, beside].flatMap((each) => (each ? [[each.code, each.name].filter(Boolean).join(" ")] : [])).join("、"),
    );
  };
  return (
    <StepFrame
      step={4}
      foot={
        <>
          <Button onClick={() => onDone("")}>{firstRunText.skip}</Button>
          <span className="grow" />
          <Button type="primary" disabled={!mayGo} loading={isBusy} onClick={() => void save()}>
            {firstRunText.next}
          </Button>
        </>
      }
    >
      <h2>{firstRunText.fondsTitle}</h2>
      <p className="quiet">{firstRunText.fondsLine}</p>
      <FondsFields
        id="fonds"
        words={form}
        labels={{ code: firstRunText.fondsCode, name: firstRunText.fondsName, unit: firstRunText.fondsUnit }}
        placeholder={firstRunText.fondsUnitPlaceholder}
        onWords={setForm}
        onEnter={() => void save()}
      />
      <Field label={firstRunText.party} note={firstRunText.partyNote}>
        <Radio.Group
          className="stack"
          aria-label={firstRunText.party}
          value={composition}
          onChange={(event) => setComposition(event.target.value as Composition)}
          options={[
            { value: "shared", label: firstRunText.partyShared },
            { value: "apart", label: firstRunText.partyApart },
          ]}
        />
      </Field>
      {isApart && (
        <FondsFields
          id="party"
          words={partyForm}
          labels={{ code: firstRunText.partyCode, name: firstRunText.partyName, unit: firstRunText.partyUnit }}
          placeholder={firstRunText.partyUnitPlaceholder}
          onWords={setPartyForm}
          onEnter={() => void save()}
        />
      )}
    </StepFrame>
  );
}
