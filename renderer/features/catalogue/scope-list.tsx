import type { ReactNode } from "react";
import { catalogueText } from "#text/catalogue";
import type { ScopeLine } from "./catalogue-scopes.ts";

type Props = {
  readonly lines: readonly ScopeLine[];
  readonly current: string | undefined;
  readonly onChoose: (key: string) => void;
};

/** The catalogues by year, term and matter. */
export function ScopeList({ lines, current, onChoose }: Props): ReactNode {
  return (
    <nav className="scope-list" aria-label={catalogueText.scopes}>
      <h2>{catalogueText.form}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.key}>
            <button
              type="button"
              className={`scope-line depth-${line.depth}`}
              aria-current={line.key === current ? "true" : undefined}
              onClick={() => onChoose(line.key)}
            >
              <span className="grow cut">{line.label}</span>
              <span className="quiet figures">{catalogueText.scopeCount(line.itemCount)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
