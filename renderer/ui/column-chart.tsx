import type { ReactNode } from "react";

export type ChartColumn = { readonly name: string; readonly count: number | null; readonly before: number | null };
type Props = { readonly label: string; readonly columns: readonly ChartColumn[]; readonly notGiven: string };

const [left, top, height, step] = [8, 20, 150, 56];

/** Bars of this year, a dashed line of the year before; every figure is printed, so that nothing hangs on a colour. */
export function ColumnChart({ label, columns, notGiven }: Props): ReactNode {
  const most = Math.max(1, ...columns.flatMap(({ count, before }) => [count ?? 0, before ?? 0]));
  const y = (count: number): number => top + height - (count / most) * height;
  /** The figure stands over its bar, and over the point of the year before where that would cover it. */
  const yOfFigure = (count: number, before: number | null): number => {
    const [bar, point] = [y(count), y(before ?? -1)];
    return (before !== null && point <= bar + 4 && bar - point < 14 ? point - 3 : bar) - 5;
  };
  const x = (at: number): number => left + at * step + step / 2;
  const width = left * 2 + columns.length * step;
  const points = columns.flatMap(({ before }, at) => (before === null ? [] : [`${x(at)},${y(before)}`]));
  return (
    <svg className="chart" role="img" aria-label={label} viewBox={`0 0 ${width} ${top + height + 40}`}>
      <line className="chart-axis" x1={left} x2={width - left} y1={top + height} y2={top + height} />
      {columns.map(({ name, count, before }, at) => (
        <g key={name}>
          <rect
            className="chart-bar"
            x={x(at) - 14}
            width={28}
            y={y(count ?? 0)}
            height={top + height - y(count ?? 0)}
          />
          <text x={x(at)} y={yOfFigure(count ?? 0, before)} textAnchor="middle">
            {count ?? notGiven}
          </text>
          <text className="chart-name" x={x(at)} y={top + height + (at % 2 === 0 ? 16 : 32)} textAnchor="middle">
            {name.length > 7 ? `${name.slice(0, 6)}…` : name}
          </text>
        </g>
      ))}
      {points.length > 1 && <polyline className="chart-line" points={points.join(" ")} />}
      {columns.map(
        ({ name, before }, at) =>
          before !== null && <circle key={name} className="chart-point" cx={x(at)} cy={y(before)} r={3.5} />,
      )}
    </svg>
  );
}
