import { Select } from "antd";
import type { ReactNode } from "react";
import {
  bindingMethod,
  type BindingMethod,
  bindingMethodLabel,
  bindingNeed,
  type CustodyRules,
} from "#contract/custody";
import { custodyText } from "#text/custody";
import { Field } from "#ui/field";

type Bindings = CustodyRules["bindings"];
type Props = { readonly bindings: Bindings; readonly onBindings: (bindings: Bindings) => void };

const words = custodyText.rules;
const methods = bindingMethod.options.map((value) => ({ value, label: bindingMethodLabel[value] }));

/** 装订方法 allowed for each length of term (DA/T 69-2018, 待核对); one at least, in the order of the standard. */
export function BindingFields({ bindings, onBindings }: Props): ReactNode {
  return (
    <>
      {bindingNeed.options.map((need) => (
        <Field key={need} label={words.bindings[need]} forId={`rule-binding-${need}`}>
          <Select<BindingMethod[]>
            id={`rule-binding-${need}`}
            mode="multiple"
            options={methods}
            optionFilterProp="label"
            value={[...bindings[need]]}
            onChange={(chosen) =>
              chosen.length > 0 &&
              onBindings({ ...bindings, [need]: bindingMethod.options.filter((each) => chosen.includes(each)) })
            }
          />
        </Field>
      ))}
    </>
  );
}
