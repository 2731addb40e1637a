import { Select } from "antd";
import { type ReactNode, useState } from "react";
import type { ResidentHit, ResidentId } from "#contract/resident";
import { ask } from "#bridge/call";
import { rightsText } from "#text/rights";
import { Field } from "#ui/field";

type Props = {
  readonly id: string;
  readonly value: ResidentId | null;
  readonly onResident: (id: ResidentId | null, name: string) => void;
};
const words = rightsText.request;

/** The record of the person concerned, looked up by name, pinyin or 户号; what is typed is kept nowhere. */
export function ResidentChoice({ id, value, onResident }: Props): ReactNode {
  const [hits, setHits] = useState<readonly ResidentHit[]>([]);
  const look = (typed: string): void => {
    // Too few words are refused by the engine; nothing is offered then.
    ask("resident.lookup", { words: typed }).then(setHits, () => setHits([]));
  };
  return (
    <Field label={words.resident} forId={id} note={words.residentLater}>
      <Select<ResidentId>
        id={id}
        className="full"
        allowClear
        showSearch={{ filterOption: false, onSearch: look }}
        placeholder={words.residentHint}
        notFoundContent={words.residentNone}
        value={value}
        options={hits.map((hit) => ({
          value: hit.id,
          label: [hit.name, hit.bornOn, hit.householdNumber].filter(Boolean).join(" · "),
        }))}
        onChange={(next: ResidentId | undefined) =>
          onResident(next ?? null, hits.find((hit) => hit.id === next)?.name ?? "")
        }
      />
    </Field>
  );
}
