import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { CustodyRules } from "#contract/custody";
import type { SafetyCheck } from "#contract/safety-check";
import { useRead } from "#bridge/use-read";
import { custodyText } from "#text/custody";
import { today } from "#text/today";
import { Empty } from "#ui/empty";
import { Problem } from "#ui/problem";
import { monthStart } from "./day-field.tsx";
import { SafetyForm } from "./safety-form.tsx";
import { TwoPanes } from "./two-panes.tsx";

const words = custodyText.safety;

/** 八防: rounds of the last two years, the newest first. */
export function SafetyTab({ rules }: { readonly rules: CustodyRules }): ReactNode {
  const [chosen, setChosen] = useState<SafetyCheck>();
  const list = useRead("safety-check.list", { from: monthStart(24), to: today() });
  const rows = (list.value ?? []).toReversed();
  return (
    <TwoPanes
      formLabel={words.form}
      form={
        <SafetyForm
          key={chosen?.id ?? `new ${rows[0]?.id ?? ""}`}
          rules={rules}
          chosen={chosen}
          onDone={() => setChosen(undefined)}
        />
      }
      list={
        <>
          {list.problem && <Problem {...list.problem} />}
          {list.value && rows.length === 0 ? (
            <Empty title={words.emptyTitle} next={words.emptyNext} />
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th>{words.day}</th>
                  <th>{custodyText.room}</th>
                  <th>{custodyText.state}</th>
                  <th>{words.what}</th>
                  <th>{custodyText.measure}</th>
                  <th>{words.checker}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => {
                  const problems = row.lines.filter((line) => !line.isFine);
                  const open = problems.filter((line) => line.solvedOn === "");
                  return (
                    <tr key={row.id} className={row.id === chosen?.id ? "is-active" : ""}>
                      <td>
                        <Button type="link" size="small" onClick={() => setChosen(row)}>
                          {row.checkedOn}
                        </Button>
                      </td>
                      <td>{row.room}</td>
                      <td>
                        <span className={`mark ${open.length > 0 ? "mark-look" : "mark-proved"}`}>
                          {problems.length === 0 ? words.allFine : words.problems(problems.length, open.length)}
                        </span>
                      </td>
                      <td>{problems.map((line) => `${line.guard}：${line.problem}`).join("；")}</td>
                      <td>
                        {problems
                          .map((line) => line.measure)
                          .filter(Boolean)
                          .join("；")}
                      </td>
                      <td>{row.checker}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )}
        </>
      }
    />
  );
}
