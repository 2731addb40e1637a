import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useRead } from "#bridge/use-read";
import { custodyText } from "#text/custody";
import { Empty } from "#ui/empty";
import { Problem } from "#ui/problem";
import { BatchForm } from "./batch-form.tsx";
import { BatchLines } from "./batch-lines.tsx";
import { TwoPanes } from "./two-panes.tsx";

const words = custodyText.batch;

/** 数字化批次: the slips, and the lines of the one that is open. */
export function BatchTab(): ReactNode {
  const [openId, setOpenId] = useState<string>();
  const list = useRead("digitisation-batch.list", {});
  const rows = list.value ?? [];
  if (openId !== undefined) return <BatchLines id={openId} onBack={() => setOpenId(undefined)} />;
  return (
    <TwoPanes
      formLabel={words.form}
      form={<BatchForm key={rows[0]?.id ?? "new"} onHanded={setOpenId} />}
      list={
        <>
          {list.problem && <Problem {...list.problem} />}
          {list.value && rows.length === 0 ? (
            <Empty title={words.emptyTitle} next={words.emptyNext} />
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th />
                  <th>{words.handedOn}</th>
                  <th>{words.operator}</th>
                  <th className="figures">{words.items}</th>
                  <th className="figures">{words.counted}</th>
                  <th className="figures">{words.scanned}</th>
                  <th>{custodyText.state}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td>
                      <Button type="link" size="small" onClick={() => setOpenId(row.id)}>
                        {words.number(row.number)}
                      </Button>
                    </td>
                    <td>{row.handedOn}</td>
                    <td>{row.operator}</td>
                    <td className="figures">{row.itemCount}</td>
                    <td className="figures">{row.countedPages}</td>
                    <td className="figures">{row.scannedPages}</td>
                    <td>
                      {row.state === "closed" ? (
                        <span className="mark mark-proved">{`${words.closed} ${row.returnedOn}`}</span>
                      ) : (
                        <span className="mark mark-look">{words.progress(row.checkedCount, row.itemCount)}</span>
                      )}{" "}
                      {row.differenceCount > 0 && <span className="mark">{words.difference(row.differenceCount)}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      }
    />
  );
}
