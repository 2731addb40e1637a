import type { ReactNode } from "react";

export type BarRow = {
  readonly key: string;
  readonly name: string;
  /** The whole bar, and the part of it drawn solid. */
  readonly whole: number;
  readonly part: number;
  readonly cells: readonly string[];
};
type Props = {
  readonly title: string;
  /** Head of the name, of the bar's own column, and of the cells. */
  readonly head: readonly string[];
  readonly rows: readonly BarRow[];
};

/** A table whose rows carry a bar: read as numbers first, seen as lengths beside them. */
export function BarTable({ title, head, rows }: Props): ReactNode {
  const longest = Math.max(1, ...rows.map((row) => row.whole));
  const width = (count: number): string => `${(count / longest) * 100}%`;
  return (
    <section className="bar-table" aria-label={title}>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            {head.map((word, at) => (
              <th key={word} scope="col" className={at === 0 ? "" : "number"}>
                {word}
              </th>
            ))}
            <th aria-hidden className="bar-room" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell, at) => (
                <td key={head[at + 1]} className="number figures">
                  {cell}
                </td>
              ))}
              <td aria-hidden className="bar-room">
                <span className="bar-whole" style={{ width: width(row.whole) }}>
                  <span
                    className="bar-part"
                    style={{ width: `${row.whole === 0 ? 0 : (row.part / row.whole) * 100}%` }}
                  />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
