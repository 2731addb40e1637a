import type { ReactNode } from "react";
import type { Form } from "#contract/form";
import type { FormId } from "#contract/form-adjustment";
import type { FormScopeLine } from "#contract/form-scope";
import { catalogueText } from "#text/catalogue";

type Props = {
  readonly forms: readonly Form[];
  readonly lines: readonly FormScopeLine[];
  readonly formId: FormId | undefined;
  readonly lineKey: string | undefined;
  readonly onForm: (id: FormId) => void;
  readonly onLine: (key: string) => void;
};

/** Forms by kind; the one that is open shows below it what it can be printed for. */
export function FormList({ forms, lines, formId, lineKey, onForm, onLine }: Props): ReactNode {
  const kinds = [...new Set(forms.map((form) => form.kind))];
  return (
    <nav className="scope-list" aria-label={catalogueText.forms}>
      {kinds.map((kind) => (
        <section key={kind}>
          <h2>{catalogueText.kinds[kind]}</h2>
          <ul>
            {forms
              .filter((form) => form.kind === kind)
              .map((form) => (
                <li key={form.id}>
                  <button
                    type="button"
                    className={`scope-line form-line ${form.id === formId ? "is-open" : ""}`}
                    aria-expanded={form.id === formId}
                    onClick={() => onForm(form.id)}
                  >
                    <span className="grow cut">{form.name}</span>
                    {form.isAdjusted && <span className="quiet small">*</span>}
                  </button>
                  {form.id === formId && (
                    <ul>
                      {lines.map((line) => (
                        <li key={line.key}>
                          <button
                            type="button"
                            className={`scope-line depth-${line.depth + 1}`}
                            aria-current={line.key === lineKey ? "true" : undefined}
                            onClick={() => onLine(line.key)}
                          >
                            <span className="grow cut" title={line.label}>
                              {line.label}
                            </span>
                            <span className="quiet figures">{catalogueText.scopeCount(line.count, line.unit)}</span>
                          </button>
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
