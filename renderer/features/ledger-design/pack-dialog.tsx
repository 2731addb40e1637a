import { Button, Modal } from "antd";
import { type ReactNode, useState } from "react";
import type { FondsId } from "#contract/fonds";
import type { LedgerCode, LedgerId } from "#contract/ledger";
import type { DesignDifference, TemplatePack } from "#contract/ledger-design";
import { write } from "#bridge/use-write";
import { ledgerDesignText } from "#text/ledger-design";
import { redesign } from "./redesign.ts";

const { pack: words, maker } = ledgerDesignText;

/** What would become otherwise; columns the pack does not have stay as they are. */
const isChange = ({ kind }: DesignDifference): boolean => kind !== "column-absent";

type Props = {
  readonly fondsId: FondsId;
  readonly pack: TemplatePack;
  readonly onTaken: (id: LedgerId) => void;
  readonly onClose: () => void;
};

/** A template pack with what it would change; nothing is taken over but what the clerk presses. */
export function PackDialog({ fondsId, pack, onTaken, onClose }: Props): ReactNode {
  const [taken, setTaken] = useState<ReadonlySet<LedgerCode>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const take = async ({ template, ledger, proposal }: TemplatePack["templates"][number]): Promise<void> => {
    setBusy(true);
    const done = ledger
      ? await redesign({ id: ledger.id, revision: ledger.revision, design: proposal })
      : await write(
          "ledger.make",
          { fondsId, origin: "pack", packName: pack.name, template },
          { hasUndo: true, said: ({ name }) => maker.made(name) },
        );
    setBusy(false);
    if (!done) return;
    setTaken(new Set([...taken, template.code]));
    onTaken(done.id);
  };
  return (
    <Modal
      open
      title={words.title(pack.name)}
      width="min(820px, 94vw)"
      footer={<Button onClick={onClose}>{words.close}</Button>}
      onCancel={onClose}
    >
      <div className="design-pack stack wide">
        <p className="quiet">{pack.templates.length > 0 ? words.line : words.none}</p>
        <ul className="stack wide">
          {pack.templates.map((each) => (
            <li key={each.template.code} className="stack">
              <div className="row">
                <strong className="grow">{each.template.name}</strong>
                <span className="small quiet">
                  {each.ledger === null ? words.isNew : !each.differences.some(isChange) ? words.same : ""}
                </span>
                <Button
                  size="small"
                  disabled={
                    isBusy ||
                    taken.has(each.template.code) ||
                    (each.ledger !== null && !each.differences.some(isChange))
                  }
                  onClick={() => void take(each)}
                >
                  {taken.has(each.template.code) ? words.taken : words.take}
                </Button>
              </div>
              <ul className="small">
                {each.differences.filter(isChange).map(({ kind, what, how }) => (
                  <li key={`${kind} ${what}`}>
                    <span className="quiet">{words.differences[kind]}</span> {what} {how}
                  </li>
                ))}
                {!each.differences.every(isChange) && (
                  <li className="quiet">
                    {words.stays(each.differences.filter((one) => !isChange(one)).map(({ what }) => what))}
                  </li>
                )}
              </ul>
            </li>
          ))}
        </ul>
        {pack.dropped.length > 0 && (
          <section className="stack tone-look">
            <p>{words.dropped}</p>
            <ul className="small">
              {pack.dropped.map((each) => (
                <li key={`${each.template} ${each.column}`}>
                  {each.column === 0
                    ? words.droppedTemplate(each)
                    : words.droppedColumn(each.template, each.column, each.why)}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Modal>
  );
}
