import { Button } from "antd";
import type { ReactNode } from "react";
import type { Form } from "#contract/form";
import { catalogueText } from "#text/catalogue";

type Props = { readonly form: Form; readonly onAdjust: () => void };

/** By which rule the form is, and how sure its layout: said on the screen, never on the paper. */
export function AboutForm({ form, onAdjust }: Props): ReactNode {
  return (
    <section className="stack small" aria-label={catalogueText.about}>
      <h2>{catalogueText.about}</h2>
      <p>
        <span className="quiet">{catalogueText.standard}　</span>
        {form.standard}
      </p>
      <p className="quiet">
        {!form.layout.isVerified && <span className="mark mark-look">{catalogueText.notVerified}</span>}{" "}
        {form.layout.note}
      </p>
      {form.isAdjusted && <p>{catalogueText.adjusted}</p>}
      <Button onClick={onAdjust}>{catalogueText.adjust}</Button>
    </section>
  );
}
