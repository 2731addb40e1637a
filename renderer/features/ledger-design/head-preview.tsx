import { LockOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import { ledgerDesignText } from "#text/ledger-design";

const words = ledgerDesignText.columns;

type Props = {
  readonly columns: readonly LedgerColumn[];
  readonly active: number;
  readonly onActive: (at: number) => void;
};

/** How the head of the grid will look: widths, what must be filled, what is masked. */
export function HeadPreview({ columns, active, onActive }: Props): ReactNode {
  return (
    <section className="design-preview" aria-label={words.preview}>
      <div role="row">
        {columns.map((column, at) => (
          <button
            key={column.key}
            type="button"
            tabIndex={-1}
            aria-current={at === active ? "true" : undefined}
            style={{ width: column.rules.width }}
            onClick={() => onActive(at)}
          >
            <span className="cut">
              {column.heading}
              {column.isRequired && <span className="tone-look"> *</span>}
            </span>
            {column.personal === "sensitive" && <LockOutlined className="tone-look" />}
          </button>
        ))}
      </div>
    </section>
  );
}
