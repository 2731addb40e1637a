import { Button } from "antd";
import type { ReactNode } from "react";
import type { RestoreReport } from "#contract/restore";
import { sayMinute } from "#text/format";
import { restoreText as words } from "#text/restore";

type Props = { readonly report: RestoreReport; readonly onOpen: () => void };

/** What was opened again and counted, and what is kept beside it. */
export function DoneStep({ report, onOpen }: Props): ReactNode {
  const { counts, deletions, takenAway, folder, keptAs, backupAt } = report;
  return (
    <>
      <h1>{words.doneTitle}</h1>
      <p>{words.done(counts.items, counts.pages, counts.files)}</p>
      {deletions > 0 && <p>{words.doneDeletions(deletions)}</p>}
      {takenAway > 0 && <p>{words.takenAway}</p>}
      <dl className="facts">
        <dt>{words.backupAt}</dt>
        <dd>{sayMinute(backupAt)}</dd>
        <dt>{words.target}</dt>
        <dd className="path">{folder}</dd>
        {keptAs && (
          <>
            <dt>{words.kept}</dt>
            <dd className="path">{keptAs}</dd>
          </>
        )}
      </dl>
      {keptAs && <p className="quiet">{words.keptNote}</p>}
      <div className="row">
        <span className="grow" />
        <Button type="primary" autoFocus onClick={onOpen}>
          {words.open}
        </Button>
      </div>
    </>
  );
}
