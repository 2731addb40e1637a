import { AutoComplete, Button } from "antd";
import { type ReactNode, useState } from "react";
import { unknownDate } from "#contract/archival-date";
import { type Damage, damageKinds } from "#contract/damage";
import { session } from "#bridge/session";
import { useWrite } from "#bridge/use-write";
import { custodyText } from "#text/custody";
import { today } from "#text/today";
import { Field } from "#ui/field";
import { DayField } from "./day-field.tsx";
import { ItemChoice, type ChosenItem } from "./item-choice.tsx";
import { TextField } from "./text-field.tsx";

const words = custodyText.damage;

/** One damage, and later its repair. */
export function DamageForm({
  chosen,
  onDone,
}: {
  readonly chosen: Damage | undefined;
  readonly onDone: () => void;
}): ReactNode {
  const person = session.use()?.person.name ?? "";
  const [item, setItem] = useState<ChosenItem | undefined>(
    chosen && { id: chosen.itemId, archivalCode: chosen.archivalCode, title: chosen.title },
  );
  const [kind, setKind] = useState(chosen?.kind ?? "");
  const [foundOn, setFoundOn] = useState(chosen?.foundOn ?? today());
  const [foundBy, setFoundBy] = useState(chosen?.foundBy ?? person);
  const [extent, setExtent] = useState(chosen?.extent ?? "");
  const [measure, setMeasure] = useState(chosen?.measure ?? "");
  const [repairedOn, setRepairedOn] = useState(chosen?.repairedOn ?? unknownDate);
  const [repairedBy, setRepairedBy] = useState(chosen?.repairedBy ?? "");
  const [remark, setRemark] = useState(chosen?.remark ?? "");
  const [write, isBusy] = useWrite();
  const save = async (): Promise<void> => {
    if (!item) return;
    const entered = { kind, foundOn, foundBy, extent, measure, repairedOn, repairedBy, remark };
    const done = await write(
      "damage.keep",
      { ...(chosen && { id: chosen.id }), itemId: item.id, ...entered },
      { said: () => custodyText.saved, hasUndo: true },
    );
    if (done) onDone();
  };
  return (
    <div className="stack">
      <h2>{chosen ? words.correct : words.form}</h2>
      <ItemChoice value={item} isFixed={chosen !== undefined} onItem={setItem} />
      <Field label={words.kind} forId="damage-kind">
        <AutoComplete
          id="damage-kind"
          value={kind}
          options={damageKinds.map((value) => ({ value }))}
          onChange={(text) => setKind(text)}
        />
      </Field>
      <TextField id="damage-extent" label={words.extent} value={extent} onText={setExtent} />
      <DayField id="damage-found" label={words.foundOn} value={foundOn} onDay={setFoundOn} />
      <TextField id="damage-by" label={words.foundBy} value={foundBy} maxLength={40} onText={setFoundBy} />
      <TextField id="damage-measure" label={custodyText.measure} value={measure} onText={setMeasure} />
      <DayField id="damage-repaired" label={words.repairedOn} mayBeBlank value={repairedOn} onDay={setRepairedOn} />
      <TextField
        id="damage-repairer"
        label={words.repairedBy}
        value={repairedBy}
        maxLength={40}
        onText={setRepairedBy}
      />
      <TextField id="damage-remark" label={custodyText.remark} value={remark} onText={setRemark} />
      <div className="row">
        <Button
          type="primary"
          disabled={!item || kind.trim() === "" || foundBy.trim() === "" || isBusy}
          onClick={() => void save()}
        >
          {chosen ? custodyText.saveChange : custodyText.save}
        </Button>
        {chosen && <Button onClick={onDone}>{custodyText.fresh}</Button>}
        {chosen && (
          <Button
            disabled={isBusy}
            onClick={() =>
              void write("damage.remove", { id: chosen.id }, { said: () => custodyText.removed, hasUndo: true }).then(
                (done) => done && onDone(),
              )
            }
          >
            {custodyText.remove}
          </Button>
        )}
      </div>
    </div>
  );
}
