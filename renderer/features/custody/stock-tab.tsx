import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useRead } from "#bridge/use-read";
import { custodyText } from "#text/custody";
import { Empty } from "#ui/empty";
import { Problem } from "#ui/problem";
import { StockBegin } from "./stock-begin.tsx";
import { StockLines } from "./stock-lines.tsx";
import { TwoPanes } from "./two-panes.tsx";

const words = custodyText.stock;

/** 清点: the stock-takes, and the list of the one that is open. */
export function StockTab(): ReactNode {
  const [openId, setOpenId] = useState<string>();
  const list = useRead("stock-take.list", {});
  const rows = list.value ?? [];
  if (openId !== undefined) return <StockLines id={openId} onBack={() => setOpenId(undefined)} />;
  return (
    <TwoPanes
      formLabel={words.begin}
      form={<StockBegin onBegun={setOpenId} />}
      list={
        <>
          {list.problem && <Problem {...list.problem} />}
          {list.value && rows.length === 0 ? (
            <Empty title={words.emptyTitle} next={words.emptyNext} />
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th>{words.startedOn}</th>
                  <th>{words.scope}</th>
                  <th />
                  <th>{words.result}</th>
                  <th>{custodyText.state}</th>
                  <th>{words.takenBy}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td>
                      <Button type="link" size="small" onClick={() => setOpenId(row.id)}>
                        {row.startedOn}
                      </Button>
                    </td>
                    <td>{row.scope}</td>
                    <td>{words[row.kind]}</td>
                    <td>{words.counts(row.foundCount, row.missingCount, row.misplacedCount)}</td>
                    <td>
                      <span className={`mark ${row.state === "frozen" ? "mark-proved" : "mark-look"}`}>
                        {row.state === "frozen" ? words.frozen : words.running}
                      </span>
                    </td>
                    <td>{row.takenBy}</td>
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
