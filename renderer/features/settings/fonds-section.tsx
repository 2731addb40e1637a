import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Fonds, FondsId } from "#contract/fonds";
import { useRead } from "#bridge/use-read";
import { bridgeText } from "#text/bridge";
import { fondsText } from "#text/settings";
import { Problem } from "#ui/problem";
import { Waiting } from "#ui/waiting";
import { FondsForm } from "./fonds-form.tsx";
import { MatterTable } from "./matter-table.tsx";
import { sampleCode } from "./sample-code.ts";

/** 单位与全宗: the fonds with their 立档单位, the shape of their 档号, their matters. */
export function FondsSection(): ReactNode {
  const list = useRead("fonds.list", {});
  const matters = useRead("matter.list", {});
  const [editing, setEditing] = useState<FondsId | "new">();
  const year = new Date().getFullYear();
  const done = (): void => setEditing(undefined);
  const firstMatter = (each: Fonds): string => matters.value?.find((matter) => matter.fondsId === each.id)?.code ?? "";
  return (
    <section className="stack wide" aria-label={fondsText.title}>
      <div className="row">
        <h2 className="grow">{fondsText.title}</h2>
        <Button onClick={() => setEditing("new")}>{fondsText.add}</Button>
      </div>
      <p className="quiet">{fondsText.line}</p>
      {list.problem && <Problem {...list.problem} again={{ words: bridgeText.again, run: list.lookAgain }} />}
      {list.isSlow && <Waiting label={bridgeText.waiting} rows={3} />}
      {editing === "new" && <FondsForm fonds={undefined} matterCode="" onDone={done} />}
      {list.value?.map((each) =>
        editing === each.id ? (
          <FondsForm key={each.id} fonds={each} matterCode={firstMatter(each)} onDone={done} />
        ) : (
          <article key={each.id} className="fonds-card stack wide">
            <div className="row">
              <h3 className="grow">
                <span className="archival-code">{each.code || fondsText.noCode}</span> {each.name}
              </h3>
              <Button onClick={() => setEditing(each.id)}>{fondsText.edit}</Button>
            </div>
            <dl className="facts">
              <dt>{fondsText.unit}</dt>
              <dd>{each.unit || "—"}</dd>
              <dt>{fondsText.standard}</dt>
              <dd>
                {each.codeStandard}{" "}
                <span className="archival-code">
                  {sampleCode(each.codeStandard, { fondsCode: each.code, year, matterCode: firstMatter(each) })}
                </span>
              </dd>
            </dl>
            <MatterTable
              fondsId={each.id}
              matters={(matters.value ?? []).filter((matter) => matter.fondsId === each.id)}
            />
          </article>
        ),
      )}
    </section>
  );
}
