import { Button, Select } from "antd";
import { type ReactNode, useState } from "react";
import type { Household } from "#contract/resident";
import { ask } from "#bridge/call";
import { useFound } from "#bridge/use-found";
import { residentText } from "#text/resident";
import { Field } from "#ui/field";
import { HouseholdDialog } from "./household-dialog.tsx";

type Props = { readonly value: Household | null; readonly onHousehold: (household: Household | null) => void };
const findHouseholds = (words: string) => ask("household.lookup", { words });
const said = ({ number, address }: Household): string => residentText.householdLine(number, address);

/** The household a resident belongs to, found by 户号 or address, or entered on the spot. */
export function HouseholdChoice({ value, onHousehold }: Props): ReactNode {
  const [typed, setTyped] = useState("");
  const words = typed.trim();
  const found = useFound(words.length < 2 ? "" : words, findHouseholds, { restMs: 100 });
  const [isNew, setNew] = useState(false);
  const options = [...(value && !found.some(({ id }) => id === value.id) ? [value] : []), ...found];
  return (
    <Field label={residentText.fields.household} forId="resident-household">
      <Select
        id="resident-household"
        className="full"
        showSearch={{ filterOption: false, onSearch: setTyped }}
        allowClear
        placeholder={residentText.chooseHousehold}
        notFoundContent={null}
        value={value?.id}
        options={options.map((each) => ({ value: each.id, label: said(each) }))}
        onChange={(id) => onHousehold(options.find((each) => each.id === id) ?? null)}
      />
      <Button type="link" size="small" onClick={() => setNew(true)}>
        {residentText.addHousehold}
      </Button>
      {isNew && (
        <HouseholdDialog
          onDone={(made) => {
            onHousehold(made);
            setNew(false);
          }}
          onCancel={() => setNew(false)}
        />
      )}
    </Field>
  );
}
