// The three panes of a table being read: columns and answers, rows as they are read, what is doubtful.
import type { ReactNode } from "react";
import { desk, rememberDesk } from "#bridge/desk";
import { Split } from "#ui/split";

type Props = { readonly columns: ReactNode; readonly rows: ReactNode; readonly findings: ReactNode };

export function ImportPanes({ columns, rows, findings }: Props): ReactNode {
  const { splitters } = desk.use();
  return (
    <Split
      widths={splitters}
      onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
      panes={[
        { key: "importColumns", least: 230, first: 280, share: 0.22, content: columns },
        { key: "importRows", least: 360, content: rows },
        { key: "importFindings", least: 230, first: 330, share: 0.25, content: findings },
      ]}
    />
  );
}
