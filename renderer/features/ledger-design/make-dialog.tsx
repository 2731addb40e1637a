import { Input, Modal, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import { ledgerColumn } from "#contract/ledger-column";
import { type Ledger, ledgerBasis, type LedgerBasis, ledgerBasisLabel, type LedgerCode } from "#contract/ledger";
import type { ShippedTemplate } from "#contract/ledger-design";
import type { FondsId } from "#contract/fonds";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { ledgerDesignText } from "#text/ledger-design";
import { Field } from "#ui/field";
import { newCode } from "./column-order.ts";

const { maker: words, basis: basisWords } = ledgerDesignText;

type Props = { readonly fondsId: FondsId; readonly onMade: (ledger: Ledger) => void; readonly onCancel: () => void };

/** What a template is for, on what basis, and which columns it has, before it is taken. */
function TemplateFacts({ template }: { readonly template: ShippedTemplate }): ReactNode {
  return (
    <div className="stack wide">
      <h3>{template.name}</h3>
      <p>{template.purpose}</p>
      <p className="small">
        <span className="mark">{ledgerBasisLabel[template.basis]}</span> {template.basisWords}
      </p>
      <p>
        <span className="quiet">{words.columns}：</span>
        {template.columns.map(({ heading, isRequired }) => (isRequired ? `${heading}*` : heading)).join("、")}
      </p>
      {template.note !== "" && <p className="small tone-look">{template.note}</p>}
    </div>
  );
}

/** A new ledger of a template, or from nothing: then name, purpose and basis are asked first. */
export function MakeDialog({ fondsId, onMade, onCancel }: Props): ReactNode {
  const offered = useRead("ledger.templates", { fondsId }).value ?? [];
  const [code, setCode] = useState<LedgerCode | "blank">();
  const [name, setName] = useState("");
  const [purpose, setPurpose] = useState("");
  const [basis, setBasis] = useState<LedgerBasis>("none");
  const [law, setLaw] = useState("");
  const [write, isBusy] = useWrite();
  const chosen = offered.find(({ template }) => template.code === code)?.template;
  const isBlank = code === "blank";
  const isReady = isBlank ? name.trim() !== "" && purpose.trim() !== "" : chosen !== undefined;
  const make = async (): Promise<void> => {
    const said = (ledger: Ledger): string => words.made(ledger.name);
    const first = ledgerColumn.parse({
      ...{ key: "happenedOn", heading: words.firstColumn, kind: "date", part: "occurred", isRequired: true },
      rules: { initial: "=today" },
    });
    const { scheduleRow: _, note: __, ...shipped } = chosen ?? ({} as Partial<ShippedTemplate>);
    const made = chosen
      ? await write(
          "ledger.make",
          { fondsId, origin: "shipped", template: shipped as ShippedTemplate },
          { hasUndo: true, said },
        )
      : await write(
          "ledger.make",
          {
            ...{ fondsId, origin: "own" },
            template: { code: newCode() as LedgerCode, name, purpose, basis, basisWords: law, columns: [first] },
          },
          { hasUndo: true, said },
        );
    if (made) onMade(made);
  };
  return (
    <Modal
      open
      title={words.title}
      width="min(900px, 94vw)"
      okText={words.verb}
      cancelText={words.cancel}
      okButtonProps={{ loading: isBusy, disabled: !isReady }}
      onOk={() => void make()}
      onCancel={onCancel}
    >
      <div className="design-maker">
        <ul aria-label={words.templates}>
          <li>
            <button type="button" aria-current={isBlank ? "true" : undefined} onClick={() => setCode("blank")}>
              {words.blank}
            </button>
          </li>
          {offered.map(({ template, ledgerId }) => (
            <li key={template.code}>
              <button
                type="button"
                disabled={ledgerId !== null}
                aria-current={template.code === code ? "true" : undefined}
                onClick={() => setCode(template.code)}
              >
                {template.name} {ledgerId !== null && <span className="small quiet">{words.exists}</span>}
              </button>
            </li>
          ))}
        </ul>
        {code === undefined && <p className="quiet">{words.choose}</p>}
        {chosen && <TemplateFacts template={chosen} />}
        {isBlank && (
          <div className="stack wide">
            <p className="quiet">{words.blankNote}</p>
            <Field label={basisWords.name} forId="maker-name">
              <Input id="maker-name" maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
            </Field>
            <Field label={basisWords.purpose} forId="maker-purpose">
              <Input.TextArea
                id="maker-purpose"
                autoSize={{ minRows: 2, maxRows: 5 }}
                maxLength={300}
                placeholder={basisWords.purposeHint}
                value={purpose}
                onChange={(event) => setPurpose(event.target.value)}
              />
            </Field>
            <Field label={basisWords.basis} note={basisWords.note[basis]}>
              <Segmented
                aria-label={basisWords.basis}
                value={basis}
                options={ledgerBasis.options.map((value) => ({ value, label: ledgerBasisLabel[value] }))}
                onChange={setBasis}
              />
            </Field>
            <Field label={basisWords.words} forId="maker-law">
              <Input.TextArea
                id="maker-law"
                autoSize={{ minRows: 2, maxRows: 5 }}
                maxLength={500}
                placeholder={basisWords.wordsHint}
                value={law}
                onChange={(event) => setLaw(event.target.value)}
              />
            </Field>
          </div>
        )}
      </div>
    </Modal>
  );
}
