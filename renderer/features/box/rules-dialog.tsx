import { Checkbox, InputNumber, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import type { BoxingRules, SpineMm } from "#contract/boxing-rules";
import { useWrite } from "#bridge/use-write";
import { boxText } from "#text/box";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Field } from "#ui/field";

type Props = { readonly rules: BoxingRules; readonly isOpen: boolean; readonly onClose: () => void };
const spines: readonly SpineMm[] = [20, 30, 40, 50];

/** What thickness is reckoned from, to be corrected with a ruler. */
export function RulesDialog({ rules, isOpen, onClose }: Props): ReactNode {
  const [typed, setTyped] = useState<Partial<BoxingRules>>({});
  const [write, isBusy] = useWrite();
  const now: BoxingRules = { ...rules, ...typed };
  const change = (more: Partial<BoxingRules>): void => setTyped((before) => ({ ...before, ...more }));
  const save = async (): Promise<void> => {
    if (await write("box.set-rules", now, { said: () => boxText.rulesSaved, hasUndo: true })) onClose();
  };
  const millimetres = (name: "wallMm" | "itemExtraMm" | "volumeExtraMm", label: string): ReactNode => (
    <Field label={label} forId={name}>
      <InputNumber
        id={name}
        min={0}
        max={10}
        step={0.1}
        suffix={boxText.mm(0).replace("0 ", "")}
        value={now[name]}
        onChange={(value) => value !== null && change({ [name]: value })}
      />
    </Field>
  );
  const setPaper = (at: number, more: Partial<BoxingRules["papers"][number]>): void =>
    change({ papers: now.papers.map((paper, index) => (index === at ? { ...paper, ...more } : paper)) });
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={boxText.rulesTitle}
      verb={boxText.saveRules}
      cancel={boxText.cancel}
      isBusy={isBusy}
      onVerb={() => void save()}
      onCancel={onClose}
    >
      <div className="stack box-rules">
        <p className="quiet">{boxText.rulesLine}</p>
        <Field label={boxText.sizes}>
          <Checkbox.Group<SpineMm>
            value={[...now.sizes]}
            options={spines.map((value) => ({ value, label: boxText.mm(value) }))}
            onChange={(sizes) => sizes.length > 0 && change({ sizes })}
          />
        </Field>
        {now.papers.map((paper, at) => (
          <Field key={paper.code} label={paper.name} forId={`sheet-${paper.code}`}>
            <div className="row wrap">
              <span className="quiet">{boxText.sheet}</span>
              <InputNumber
                id={`sheet-${paper.code}`}
                min={0.02}
                max={5}
                step={0.01}
                value={paper.sheetMm}
                onChange={(sheetMm) => sheetMm !== null && setPaper(at, { sheetMm })}
              />
              <span className="quiet">{boxText.sides}</span>
              <Segmented<1 | 2>
                size="small"
                value={paper.sidesPerSheet}
                options={[1, 2]}
                onChange={(sidesPerSheet) => setPaper(at, { sidesPerSheet })}
              />
            </div>
          </Field>
        ))}
        {millimetres("itemExtraMm", boxText.itemExtra)}
        {millimetres("volumeExtraMm", boxText.volumeExtra)}
        {millimetres("wallMm", boxText.wall)}
        <Field label={boxText.leastFill} forId="least-fill">
          <InputNumber
            id="least-fill"
            min={0}
            max={10}
            precision={0}
            value={Math.round(now.leastFill * 10)}
            onChange={(tenths) => tenths !== null && change({ leastFill: tenths / 10 })}
          />
        </Field>
        <Field label={boxText.numbering}>
          <Segmented<BoxingRules["numbering"]>
            value={now.numbering}
            options={(["class", "year"] as const).map((value) => ({ value, label: boxText.numberings[value] }))}
            onChange={(numbering) => change({ numbering })}
          />
        </Field>
      </div>
    </ConfirmDialog>
  );
}
