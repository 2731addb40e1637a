import type { ReactNode } from "react";
import type { Output } from "#contract/contract";
import { retentionLabel } from "#contract/retention";
import { boxText } from "#text/box";

/** The boxes of a preview, line by line: what is on each spine and how full it is. */
export function PlanTable({ plan }: { readonly plan: Output<"box.plan"> }): ReactNode {
  const words = boxText.planColumns;
  return (
    <div className="box-plan-table">
      <table className="plain">
        <thead>
          <tr>
            <th>{words.box}</th>
            <th>{words.unit}</th>
            <th>{words.first}</th>
            <th>{words.last}</th>
            <th className="figures">{words.entries}</th>
            <th className="figures">{words.pages}</th>
            <th className="figures">{words.thickness}</th>
            <th className="figures">{words.spine}</th>
          </tr>
        </thead>
        <tbody>
          {plan.units.flatMap((unit) =>
            unit.boxes.map((box, at) => (
              <tr key={box.id ?? `${unit.unitId} ${at}`}>
                <td>
                  {box.boxNumber} {box.id === null && <span className="mark">{words.fresh}</span>}
                </td>
                <td>{boxText.className(retentionLabel(unit.retention), unit.matterName)}</td>
                <td className="archival-code">{box.firstCode}</td>
                <td className="archival-code">{box.lastCode}</td>
                <td className="figures">{box.entryCount}</td>
                <td className="figures">{box.pageSum}</td>
                <td className="figures">{box.thicknessMm}</td>
                <td className="figures">{box.spineMm}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
