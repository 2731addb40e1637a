import { Button } from "antd";
import type { ReactNode } from "react";
import type { FilingUnit } from "#contract/filing-unit";
import { closeText } from "#text/filing";
import { sayCount } from "#text/format";
import { Empty } from "#ui/empty";
import { unitName } from "./plan-lines.ts";

type Props = { readonly units: readonly FilingUnit[]; readonly onForms: () => void };

/** 打印: one catalogue per lowest class, with its first and last 档号. */
export function PrintStage({ units, onForms }: Props): ReactNode {
  if (units.length === 0) return <Empty title={closeText.noUnits} next={closeText.noUnitsNext} />;
  return (
    <section className="stage-table" aria-label={closeText.toForms}>
      <header className="stage-bar">
        <span className="quiet grow">{closeText.printLine}</span>
        <Button onClick={onForms}>{closeText.toForms}</Button>
      </header>
      <div className="stage-scroll">
        <table className="plain">
          <thead>
            <tr>
              <th>{closeText.unit}</th>
              <th className="figures">{closeText.count}</th>
              <th className="figures">{closeText.pages}</th>
              <th>{closeText.first}</th>
              <th>{closeText.last}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.id}>
                <td>{unitName(unit.retention, unit.matter)}</td>
                <td className="figures">{sayCount(unit.itemCount)}</td>
                <td className="figures">{sayCount(unit.pageSum)}</td>
                <td className="archival-code">{unit.firstCode}</td>
                <td className="archival-code">{unit.lastCode}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
