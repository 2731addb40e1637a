import { Button, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import type { Damage } from "#contract/damage";
import type { ItemId } from "#contract/item";
import { useRead } from "#bridge/use-read";
import { custodyText } from "#text/custody";
import { Empty } from "#ui/empty";
import { Problem } from "#ui/problem";
import { DamageForm } from "./damage-form.tsx";
import { TwoPanes } from "./two-panes.tsx";

type State = "all" | "open" | "repaired";
const words = custodyText.damage;

/** 破损与修复: the register, newest found first. */
export function DamageTab({ onItem }: { readonly onItem: (id: ItemId) => void }): ReactNode {
  const [state, setState] = useState<State>("all");
  const [chosen, setChosen] = useState<Damage>();
  const list = useRead("damage.list", { state });
  const rows = list.value ?? [];
  return (
    <TwoPanes
      formLabel={words.form}
      form={
        <DamageForm
          key={chosen?.id ?? `new ${rows[0]?.id ?? ""}`}
          chosen={chosen}
          onDone={() => setChosen(undefined)}
        />
      }
      list={
        <>
          <div className="custody-bar row">
            <Segmented<State>
              value={state}
              options={(["all", "open", "repaired"] as const).map((value) => ({ value, label: words[value] }))}
              onChange={setState}
            />
          </div>
          {list.problem && <Problem {...list.problem} />}
          {list.value && rows.length === 0 ? (
            <Empty title={words.emptyTitle} next={words.emptyNext} />
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th>{words.foundOn}</th>
                  <th>{custodyText.code}</th>
                  <th>{custodyText.name}</th>
                  <th>{words.kind}</th>
                  <th>{custodyText.measure}</th>
                  <th>{custodyText.state}</th>
                  <th>{words.shelf}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id} className={row.id === chosen?.id ? "is-active" : ""}>
                    <td>
                      <Button type="link" size="small" onClick={() => setChosen(row)}>
                        {row.foundOn}
                      </Button>
                    </td>
                    <td className="archival-code">
                      <Button type="link" size="small" onClick={() => onItem(row.itemId)}>
                        {row.archivalCode}
                      </Button>
                    </td>
                    <td>{row.title}</td>
                    <td>{[row.kind, row.extent].filter(Boolean).join("，")}</td>
                    <td>{row.measure}</td>
                    <td>
                      <span className={`mark ${row.repairedOn === "" ? "mark-look" : "mark-proved"}`}>
                        {row.repairedOn === "" ? words.open : `${words.repaired} ${row.repairedOn}`}
                      </span>
                    </td>
                    <td>{row.shelf}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      }
    />
  );
}
