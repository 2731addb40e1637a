import { Button, Checkbox, Select } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { unknownDate } from "#contract/archival-date";
import type { ItemId } from "#contract/item";
import { retentionLabel } from "#contract/retention";
import { ask } from "#bridge/call";
import { session } from "#bridge/session";
import { useFondsScope } from "#bridge/use-scope";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { custodyText } from "#text/custody";
import { today } from "#text/today";
import { Field } from "#ui/field";
import { DayField } from "./day-field.tsx";
import { TextField } from "./text-field.tsx";

const words = custodyText.batch;

/** A slip: which class goes out, by whom and to whom. */
export function BatchForm({ onHanded }: { readonly onHanded: (id: string) => void }): ReactNode {
  const person = session.use()?.person.name ?? "";
  const { fonds } = useFondsScope();
  const units = useRead("filing.units", fonds ? { fondsId: fonds.id } : null).value ?? [];
  const [unitId, setUnitId] = useState<string>();
  const [onlyPaper, setOnlyPaper] = useState(true);
  const [itemIds, setItemIds] = useState<readonly ItemId[]>([]);
  const [handedOn, setHandedOn] = useState(today);
  const [handedBy, setHandedBy] = useState(person);
  const [operator, setOperator] = useState("");
  const [dueOn, setDueOn] = useState(unknownDate);
  const [write, isBusy] = useWrite();
  const unit = units.find((each) => each.id === unitId);
  useEffect(() => {
    if (!unit) return setItemIds([]);
    let isWanted = true;
    const filter = {
      state: "filed" as const,
      fondsId: unit.fondsId,
      category: unit.category,
      year: unit.year,
      retention: unit.retention,
      ...(unit.matter && { matterId: unit.matter.id }),
    };
    void ask("item.list", { filter, order: "code", limit: 1000 }).then(({ rows }) => {
      const fit = rows.filter((row) => row.carrier === "paper" && (!onlyPaper || row.imageCount === 0));
      if (isWanted) setItemIds(fit.map((row) => row.id));
    });
    return () => {
      isWanted = false;
    };
  }, [unit, onlyPaper]);
  const handOut = async (): Promise<void> => {
    const done = await write(
      "digitisation-batch.hand-out",
      { itemIds: [...itemIds], handedOn, handedBy, operator, dueOn },
      { said: ({ number, itemCount }) => words.handed(number, itemCount), hasUndo: true },
    );
    if (done) onHanded(done.id);
  };
  return (
    <div className="stack">
      <h2>{words.form}</h2>
      <Field label={words.items} note={unit && (itemIds.length > 0 ? words.chosen(itemIds.length) : words.none)}>
        <Select
          aria-label={words.items}
          placeholder={words.itemHint}
          value={unitId ?? null}
          options={units.map((each) => ({
            value: each.id as string,
            label: [each.year, retentionLabel(each.retention), each.matter?.name].filter(Boolean).join(" "),
          }))}
          onChange={(value) => setUnitId(value ?? undefined)}
        />
      </Field>
      <Field label="">
        <Checkbox checked={onlyPaper} onChange={(event) => setOnlyPaper(event.target.checked)}>
          {words.onlyPaper}
        </Checkbox>
      </Field>
      <DayField id="batch-day" label={words.handedOn} value={handedOn} onDay={setHandedOn} />
      <TextField id="batch-by" label={words.handedBy} value={handedBy} maxLength={40} onText={setHandedBy} />
      <TextField id="batch-operator" label={words.operator} value={operator} maxLength={80} onText={setOperator} />
      <DayField id="batch-due" label={words.dueOn} mayBeBlank value={dueOn} onDay={setDueOn} />
      <Button
        type="primary"
        disabled={itemIds.length === 0 || handedBy.trim() === "" || operator.trim() === "" || isBusy}
        onClick={() => void handOut()}
      >
        {words.handOut}
      </Button>
    </div>
  );
}
