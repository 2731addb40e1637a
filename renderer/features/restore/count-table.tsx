import type { ReactNode } from "react";
import type { RestoreCounts } from "#contract/restore";
import { sayCount } from "#text/format";
import { restoreText as words } from "#text/restore";

type Props = { readonly counts: RestoreCounts; readonly present: RestoreCounts | null };

/** The backup beside what is there now; a number that would fall is marked. */
export function CountTable({ counts, present }: Props): ReactNode {
  const rows = Object.entries(words.rows) as [keyof typeof words.rows, string][];
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{words.of}</th>
          <th className="figures">{words.inBackup}</th>
          {present && <th className="figures">{words.now}</th>}
          {present && <th className="figures">{words.lost}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, label]) => {
          const fewer = present ? Math.max(0, present[name] - counts[name]) : 0;
          return (
            <tr key={name}>
              <td>{label}</td>
              <td className="figures">{sayCount(counts[name])}</td>
              {present && <td className="figures">{sayCount(present[name])}</td>}
              {present && <td className={`figures ${fewer > 0 ? "tone-look" : "quiet"}`}>{sayCount(fewer)}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
