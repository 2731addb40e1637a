import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { residentSecretLabel } from "#contract/resident";
import { revealReasonLabel } from "#contract/reveal";
import { useRead } from "#bridge/use-read";
import { sayMinute } from "#text/format";
import { rightsText } from "#text/rights";
import { Empty } from "#ui/empty";
import { Problem } from "#ui/problem";

const words = rightsText.reveal;
/** A sealed field of a record has its own name, a column of a ledger the heading it was looked at under. */
const sayField = (field: string): string => (residentSecretLabel as Readonly<Record<string, string>>)[field] ?? field;
const step = 100;

/** 查看记录: who looked at which masked field, when and why; never the value, never whose. */
export function RevealTab(): ReactNode {
  const [limit, setLimit] = useState(step);
  const { value, problem } = useRead("reveal.list", { offset: 0, limit });
  if (problem) return <Problem {...problem} />;
  if (!value) return null;
  if (value.total === 0) return <Empty title={words.emptyTitle} next={words.emptyNext} />;
  return (
    <div className="rights-list">
      <p className="quiet rights-count">{words.total(value.total)}</p>
      <table className="plain edge">
        <thead>
          <tr>
            {[words.at, words.person, words.what, words.reason].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.looks.map((look) => (
            <tr key={look.id}>
              <td>{sayMinute(look.at)}</td>
              <td>{look.personName}</td>
              <td>
                {look.ledgerName || words.ofResident} · {sayField(look.field)}
              </td>
              <td>{[revealReasonLabel[look.reasonCode], look.reason].filter(Boolean).join("：")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {value.total > limit && limit < 200 && (
        <Button onClick={() => setLimit((now) => Math.min(200, now + step))}>{words.more}</Button>
      )}
    </div>
  );
}
