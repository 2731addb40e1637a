import { Segmented } from "antd";
import { type ReactNode, useState } from "react";
import type { FondsId } from "#contract/fonds";
import { useRead } from "#bridge/use-read";
import { bridgeText } from "#text/bridge";
import { matterText } from "#text/scheme";
import { Problem } from "#ui/problem";
import { MatterTable } from "./matter-table.tsx";

type Props = { readonly fondsId: FondsId; readonly categories: readonly string[]; readonly isFixed: boolean };

/** The classes of one 门类 at a time. */
export function MatterRoom({ fondsId, categories, isFixed }: Props): ReactNode {
  const [chosen, setChosen] = useState<string>();
  const names = useRead("category.list", {});
  const matters = useRead("matter.list", {});
  const category = chosen !== undefined && categories.includes(chosen) ? chosen : (categories[0] ?? "WS");
  const problem = names.problem ?? matters.problem;
  return (
    <div className="stack">
      <h3>{matterText.title}</h3>
      <p className="quiet small">{matterText.line}</p>
      {problem && <Problem {...problem} again={{ words: bridgeText.again, run: matters.lookAgain }} />}
      <Segmented<string>
        aria-label={matterText.category}
        value={category}
        options={categories.map((code) => ({
          value: code,
          label: names.value?.find((each) => each.code === code)?.name ?? code,
        }))}
        onChange={setChosen}
      />
      <MatterTable
        key={category}
        fondsId={fondsId}
        category={category}
        matters={(matters.value ?? []).filter((each) => each.fondsId === fondsId && each.category === category)}
        isFixed={isFixed}
      />
    </div>
  );
}
