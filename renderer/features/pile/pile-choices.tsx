import { InputNumber, Select } from "antd";
import type { ReactNode } from "react";
import { type PileScope, type SeparationMethod, separationMethod } from "#contract/pile";
import { useRead } from "#bridge/use-read";
import { sayMinute } from "#text/format";
import { pileText } from "#text/pile";

type Props = {
  readonly scope: PileScope;
  readonly onScope: (next: PileScope) => void;
  readonly method: SeparationMethod | undefined;
  readonly onMethod: (next: SeparationMethod) => void;
  readonly every: number;
  readonly onEvery: (next: number) => void;
};

/** Which pages, and how they are told apart. */
export function PileChoices({ scope, onScope, method, onMethod, every, onEvery }: Props): ReactNode {
  const piles = useRead("pile.list", {}).value ?? [];
  const scopes = [
    { value: "tray", label: pileText.scopeTray, scope: { by: "tray" } as PileScope },
    ...(scope.by === "pages"
      ? [{ value: "pages", label: pileText.scopePages(scope.pageIds.length), scope: scope as PileScope }]
      : []),
    ...piles.map(({ pileId, device, firstAt, pageCount }) => ({
      value: `pile-${pileId}`,
      label: pileText.scopePile(device, sayMinute(firstAt), pageCount),
      scope: { by: "pile", pileId } as PileScope,
    })),
  ];
  return (
    <span className="pile-choices">
      <Select
        className="pile-scope"
        aria-label={pileText.pile}
        popupMatchSelectWidth={false}
        value={scope.by === "pile" ? `pile-${scope.pileId}` : scope.by}
        options={scopes.map(({ value, label }) => ({ value, label }))}
        onChange={(value) => {
          const chosen = scopes.find((each) => each.value === value);
          if (chosen) onScope(chosen.scope);
        }}
      />
      <Select
        className="pile-method"
        aria-label={pileText.method}
        popupMatchSelectWidth={false}
        value={method ?? null}
        options={separationMethod.options.map((value) => ({ value, label: pileText.methods[value] }))}
        onChange={onMethod}
      />
      {method === "count" && (
        <InputNumber
          aria-label={pileText.every}
          className="pile-every"
          min={1}
          max={500}
          precision={0}
          value={every}
          onChange={(value) => value && onEvery(value)}
        />
      )}
    </span>
  );
}
