import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Fonds, FondsId } from "#contract/fonds";
import type { FondsActKind } from "#contract/fonds-act";
import { useRead } from "#bridge/use-read";
import { bridgeText } from "#text/bridge";
import { fondsText } from "#text/fonds";
import { Problem } from "#ui/problem";
import { Waiting } from "#ui/waiting";
import { ActDialog } from "./act-dialog.tsx";
import { FondsCard } from "./fonds-card.tsx";
import { FondsForm } from "./fonds-form.tsx";

/** 单位与全宗: the fonds with their 立档单位, what can be done with them, and what became of them. */
export function FondsSection(): ReactNode {
  const list = useRead("fonds.list", {});
  const matters = useRead("matter.list", {});
  const [editing, setEditing] = useState<FondsId | "new">();
  const [act, setAct] = useState<{ fonds: Fonds; kind: FondsActKind }>();
  const done = (): void => setEditing(undefined);
  const firstMatter = (each: Fonds): string =>
    matters.value?.find((matter) => matter.fondsId === each.id && matter.category === "WS")?.code ?? "";
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
          <FondsCard
            key={each.id}
            fonds={each}
            matterCode={firstMatter(each)}
            onEdit={() => setEditing(each.id)}
            onAct={(kind) => setAct({ fonds: each, kind })}
          />
        ),
      )}
      {act && (
        <ActDialog
          fonds={act.fonds}
          kind={act.kind}
          others={(list.value ?? []).filter((each) => each.id !== act.fonds.id && each.closedOn === "")}
          onDone={() => setAct(undefined)}
        />
      )}
    </section>
  );
}
