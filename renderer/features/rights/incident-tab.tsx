import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { incidentKindLabel } from "#contract/incident";
import { useRead } from "#bridge/use-read";
import { sayDay } from "#text/format";
import { rightsText } from "#text/rights";
import { Empty } from "#ui/empty";
import { Problem } from "#ui/problem";
import { IncidentForm } from "./incident-form.tsx";

const words = rightsText.incident;

/** Incidents of a year on the left, the one being written on the right. */
export function IncidentTab({ year }: { readonly year: number }): ReactNode {
  const [chosenId, setChosen] = useState<string>();
  const list = useRead("incident.list", { year });
  const rows = (list.value ?? []).toReversed();
  const chosen = rows.find(({ id }) => id === chosenId);
  return (
    <div className="rights-panes">
      <div className="rights-list">
        {list.problem && <Problem {...list.problem} />}
        {list.value && rows.length === 0 && <Empty title={words.emptyTitle} next={words.emptyNext} />}
        {rows.length > 0 && (
          <table className="plain edge rights-days">
            <thead>
              <tr>
                {[words.number, words.kind, words.happened, words.found, words.entered, words.data, words.state].map(
                  (head) => (
                    <th key={head}>{head}</th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id} className={row.id === chosenId ? "is-active" : ""}>
                  <td>
                    <Button type="link" size="small" onClick={() => setChosen(row.id)}>
                      {row.year}-{row.number}
                    </Button>
                  </td>
                  <td>{incidentKindLabel[row.kind]}</td>
                  <td>{row.happenedOn}</td>
                  <td>{row.foundOn}</td>
                  <td>{sayDay(row.enteredAt)}</td>
                  <td>{row.facts.data}</td>
                  <td>
                    <span className={`mark ${row.state === "open" ? "mark-look" : "mark-proved"}`}>
                      {row.state === "open" ? words.open : words.closed}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      <aside className="rights-form stack" aria-label={words.form}>
        <IncidentForm
          key={chosen ? `${chosen.id} ${chosen.revision}` : `new ${rows.length}`}
          chosen={chosen}
          onNew={() => setChosen(undefined)}
        />
      </aside>
    </div>
  );
}
