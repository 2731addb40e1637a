import { Input, Radio, Select } from "antd";
import type { ReactNode } from "react";
import type { Fonds, FondsId } from "#contract/fonds";
import type { FondsActKind, FondsMove } from "#contract/fonds-act";
import { actText } from "#text/fonds";
import { Field } from "#ui/field";
import type { ActDraft } from "./act-draft.ts";
import { ActDivision } from "./act-division.tsx";
import { NewFondsFields } from "./new-fonds-fields.tsx";

type Props = {
  readonly kind: FondsActKind;
  readonly fonds: Fonds;
  readonly others: readonly Fonds[];
  readonly draft: ActDraft;
  /** Open classes of the fonds, for a division. */
  readonly moves: readonly FondsMove[];
  readonly onDraft: (change: Partial<ActDraft>) => void;
};

/** The first step of an act: what it is to do. */
export function ActWhat(props: Props): ReactNode {
  return (
    <div className="stack wide">
      <p className="quiet">{actText.lines[props.kind]}</p>
      <WhatFields {...props} />
    </div>
  );
}

function WhatFields({ kind, others, draft, moves, onDraft }: Props): ReactNode {
  switch (kind) {
    case "rename":
      return (
        <>
          <Field label={actText.newName} forId="new-name">
            <Input
              id="new-name"
              autoFocus
              maxLength={80}
              value={draft.name}
              onChange={(event) => onDraft({ name: event.target.value })}
            />
          </Field>
          <Field label={actText.newUnit} forId="new-unit">
            <Input
              id="new-unit"
              maxLength={80}
              value={draft.unit}
              onChange={(event) => onDraft({ unit: event.target.value })}
            />
          </Field>
        </>
      );
    case "merge":
      return <MergeFields others={others} draft={draft} onDraft={onDraft} />;
    case "divide":
      return <ActDivision draft={draft} moves={moves} onDraft={onDraft} />;
    case "close":
      return (
        <Field label={actText.heir} forId="heir">
          <Select<FondsId | "">
            id="heir"
            value={draft.heirId ?? ""}
            options={[{ value: "" as const, label: actText.heirNone }, ...choices(others)]}
            onChange={(id) => onDraft({ heirId: id === "" ? null : id })}
          />
        </Field>
      );
  }
}

const choices = (fonds: readonly Fonds[]): { value: FondsId; label: string }[] =>
  fonds.map(({ id, code, name }) => ({ value: id, label: [code, name].filter(Boolean).join(" ") }));

function MergeFields({ others, draft, onDraft }: Pick<Props, "others" | "draft" | "onDraft">): ReactNode {
  if (others.length === 0) return <p className="tone-look">{actText.withNone}</p>;
  const isNew = draft.into === "new";
  return (
    <>
      <Field label={actText.into}>
        <Radio.Group
          aria-label={actText.into}
          value={isNew ? "new" : "known"}
          onChange={(event) =>
            onDraft({ into: event.target.value === "new" ? "new" : (others[0]?.id ?? "new"), withIds: [] })
          }
          options={[
            { value: "new", label: actText.intoNew },
            { value: "known", label: actText.intoKnown },
          ]}
        />
      </Field>
      {isNew ? (
        <>
          <Field label={actText.with} forId="with">
            <Select<FondsId[]>
              id="with"
              mode="multiple"
              value={[...draft.withIds]}
              options={choices(others)}
              onChange={(withIds) => onDraft({ withIds })}
            />
          </Field>
          <NewFondsFields id="founded" value={draft.founded} onValue={(founded) => onDraft({ founded })} />
        </>
      ) : (
        <Field label={actText.intoKnown} forId="into">
          <Select<FondsId>
            id="into"
            value={draft.into as FondsId}
            options={choices(others)}
            onChange={(into) => onDraft({ into })}
          />
        </Field>
      )}
    </>
  );
}
