import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { ClimateReading } from "#contract/climate-reading";
import type { CustodyRules } from "#contract/custody";
import { useRead } from "#bridge/use-read";
import { custodyText } from "#text/custody";
import { today } from "#text/today";
import { Empty } from "#ui/empty";
import { Problem } from "#ui/problem";
import { ClimateForm } from "./climate-form.tsx";
import { DayField, monthStart } from "./day-field.tsx";
import { TwoPanes } from "./two-panes.tsx";

const words = custodyText.climate;

/** 温湿度: readings of some months, the newest first; those out of range say so. */
export function ClimateTab({ rules }: { readonly rules: CustodyRules }): ReactNode {
  const [from, setFrom] = useState(() => monthStart(2));
  const [to, setTo] = useState(today);
  const [chosen, setChosen] = useState<ClimateReading>();
  const list = useRead("climate-reading.list", { from, to });
  const rows = (list.value ?? []).toReversed();
  return (
    <TwoPanes
      formLabel={words.form}
      form={
        <ClimateForm
          key={chosen?.id ?? `new ${rows[0]?.id ?? ""}`}
          rules={rules}
          chosen={chosen}
          last={rows[0]}
          onDone={() => setChosen(undefined)}
        />
      }
      list={
        <>
          <div className="custody-bar row">
            <DayField id="climate-from" label={custodyText.from} value={from} onDay={setFrom} />
            <DayField id="climate-to" label={custodyText.to} value={to} onDay={setTo} />
            <span className="quiet small">{words.limits(rules.temperature, rules.humidity)}</span>
          </div>
          {list.problem && <Problem {...list.problem} />}
          {list.value && rows.length === 0 ? (
            <Empty title={words.emptyTitle} next={words.emptyNext} />
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th>{words.day}</th>
                  <th>{words.time}</th>
                  <th>{custodyText.room}</th>
                  <th className="figures">{words.temperature}</th>
                  <th className="figures">{words.humidity}</th>
                  <th>{custodyText.state}</th>
                  <th>{custodyText.measure}</th>
                  <th>{custodyText.person}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id} className={row.id === chosen?.id ? "is-active" : ""}>
                    <td>
                      <Button type="link" size="small" onClick={() => setChosen(row)}>
                        {row.readOn}
                      </Button>
                    </td>
                    <td>{row.readTime}</td>
                    <td>{row.room}</td>
                    <td className="figures">{row.temperature}</td>
                    <td className="figures">{row.humidity}</td>
                    <td>
                      <span className={`mark ${row.isOut ? "mark-look" : "mark-proved"}`}>
                        {row.isOut ? words.out : words.fine}
                      </span>
                    </td>
                    <td>{row.measure}</td>
                    <td>{row.recorder}</td>
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
