import { Button, InputNumber } from "antd";
import { type ReactNode, useState } from "react";
import type { FondsId } from "#contract/fonds";
import { type TypedTotal, typedTotalLabel } from "#contract/typed-total";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { dutyText } from "#text/duty";
import { sayCount } from "#text/format";

type Props = { readonly fondsId: FondsId; readonly year: number };

function TotalLine({ total }: { readonly total: TypedTotal }): ReactNode {
  const [value, setValue] = useState<number | null>(null);
  const [write, isBusy] = useWrite();
  const { id, revision, source, itemId } = total;
  const save = async (): Promise<void> => {
    if (value === null) return;
    const done = await write(
      "typed-total.revise",
      { id, revision, value, source, itemId },
      { said: () => dutyText.typed, hasUndo: true },
    );
    if (done) setValue(null);
  };
  return (
    <li>
      <span>{total.label || typedTotalLabel[total.code]}</span>
      {value === null ? (
        <b className="figures">{sayCount(total.value)}</b>
      ) : (
        <InputNumber aria-label={dutyText.value} min={0} precision={0} value={value} onChange={setValue} />
      )}
      <Button size="small" disabled={isBusy} onClick={() => (value === null ? setValue(total.value) : void save())}>
        {value === null ? dutyText.correct : dutyText.save}
      </Button>
      <small className="quiet">
        {dutyText.source}：{total.item || total.source}
      </small>
    </li>
  );
}

/** The totals typed for a year, each with where it stands. */
export function TotalList({ fondsId, year }: Props): ReactNode {
  const totals = useRead("typed-total.list", { fondsId, year }).value ?? [];
  return (
    <section aria-label={dutyText.totals}>
      <h3>{dutyText.totals}</h3>
      {totals.length === 0 && <p className="quiet">{dutyText.noTotals}</p>}
      <ul className="duty-totals">
        {totals.map((total) => (
          <TotalLine key={total.id} total={total} />
        ))}
      </ul>
    </section>
  );
}
