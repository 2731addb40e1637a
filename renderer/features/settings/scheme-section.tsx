import { Select } from "antd";
import { type ReactNode, useState } from "react";
import type { FondsId } from "#contract/fonds";
import { useRead } from "#bridge/use-read";
import { bridgeText } from "#text/bridge";
import { schemeText } from "#text/scheme";
import { Problem } from "#ui/problem";
import { Waiting } from "#ui/waiting";
import { CategoryTable } from "./category-table.tsx";
import { MatterRoom } from "./matter-room.tsx";
import { SchemeCard } from "./scheme-card.tsx";

/** 分类方案: the order of levels, the 门类 in use with their 档号, and the classes of each. */
export function SchemeSection(): ReactNode {
  const fonds = useRead("fonds.list", {});
  const [chosen, setChosen] = useState<FondsId>();
  const open = fonds.value?.find((each) => each.id === chosen) ?? fonds.value?.[0];
  const schemes = useRead("scheme.list", open ? { fondsId: open.id } : null);
  const [newest] = schemes.value ?? [];
  const problem = fonds.problem ?? schemes.problem;
  const isFixed = (open?.closedOn ?? "") !== "";
  return (
    <section className="stack wide" aria-label={schemeText.title}>
      <div className="row">
        <h2 className="grow">{schemeText.title}</h2>
        {open && (fonds.value?.length ?? 0) > 1 && (
          <Select<FondsId>
            aria-label={schemeText.fonds}
            value={open.id}
            popupMatchSelectWidth={false}
            options={(fonds.value ?? []).map(({ id, code, name }) => ({
              value: id,
              label: [code, name].filter(Boolean).join(" "),
            }))}
            onChange={setChosen}
          />
        )}
      </div>
      <p className="quiet">{schemeText.line}</p>
      {isFixed && <p className="tone-look">{schemeText.closed}</p>}
      {problem && <Problem {...problem} again={{ words: bridgeText.again, run: schemes.lookAgain }} />}
      {schemes.isSlow && <Waiting label={bridgeText.waiting} rows={6} />}
      {open && newest && (
        <>
          <SchemeCard key={open.id} schemes={schemes.value ?? []} newest={newest} isFixed={isFixed} />
          <CategoryTable fonds={open} scheme={newest} isFixed={isFixed} />
          <MatterRoom key={`matters ${open.id}`} fondsId={open.id} categories={newest.categories} isFixed={isFixed} />
        </>
      )}
    </section>
  );
}
