import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { rightsAskedByLabel, rightsRequestKindLabel, rightsRequestStateLabel } from "#contract/rights-request";
import type { RightsRequestId } from "#contract/rights-request";
import { useRead } from "#bridge/use-read";
import { sayDay } from "#text/format";
import { rightsText } from "#text/rights";
import { today } from "#text/today";
import { Empty } from "#ui/empty";
import { Problem } from "#ui/problem";
import { MediaList } from "./media-list.tsx";
import { RequestForm } from "./request-form.tsx";
import { RequestRoom } from "./request-room.tsx";

const words = rightsText.request;

/** Requests of a year; one is opened to be worked through, a new one is written down. */
export function RequestTab({ year }: { readonly year: number }): ReactNode {
  const [opened, setOpened] = useState<RightsRequestId>();
  const [isNew, setNew] = useState(false);
  const list = useRead("rights-request.list", { year });
  const open = (id: RightsRequestId): void => {
    setNew(false);
    setOpened(id);
  };
  if (opened) return <RequestRoom key={opened} id={opened} onBack={() => setOpened(undefined)} />;
  if (isNew) return <RequestForm onDone={open} onBack={() => setNew(false)} />;
  const rows = (list.value ?? []).toReversed();
  const isLate = (dueOn: string, endedAt: string): boolean => endedAt === "" && dueOn < today();
  return (
    <div className="rights-list">
      <div className="rights-bar row">
        <Button type="primary" onClick={() => setNew(true)}>
          {words.new}
        </Button>
      </div>
      {list.problem && <Problem {...list.problem} />}
      {list.value && rows.length === 0 && <Empty title={words.emptyTitle} next={words.emptyNext} />}
      {rows.length > 0 && (
        <table className="plain edge rights-days">
          <thead>
            <tr>
              {[words.number, words.kind, words.by, words.received, words.entered, words.due, words.state].map(
                (head) => (
                  <th key={head}>{head}</th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Button type="link" size="small" onClick={() => open(row.id)}>
                    {row.year}-{row.number}
                  </Button>
                </td>
                <td>{rightsRequestKindLabel[row.kind]}</td>
                <td>{rightsAskedByLabel[row.askedBy]}</td>
                <td>{row.receivedOn}</td>
                <td>{sayDay(row.enteredAt)}</td>
                <td>
                  {row.dueOn}{" "}
                  {isLate(row.dueOn, row.endedAt) && <span className="mark mark-destroy">{words.overdue}</span>}
                </td>
                <td>{rightsRequestStateLabel[row.state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MediaList />
    </div>
  );
}
