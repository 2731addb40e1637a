import { Button } from "antd";
import type { ReactNode } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import type { LedgerRow } from "#contract/ledger-row";
import type { Ledger } from "#contract/ledger";
import { ledgerText } from "#text/ledger";
import { LayoutMenu } from "./layout-menu.tsx";
import { LedgerFacts } from "./ledger-facts.tsx";
import { PersonLookup } from "./person-lookup.tsx";
import { RowsOut } from "./rows-out.tsx";
import type { SheetActs } from "./sheet-keys.ts";
import type { KeptLayout } from "./sheet-layout.ts";

type Props = {
  readonly ledger: Ledger;
  readonly columns: readonly LedgerColumn[];
  readonly kept: KeptLayout;
  readonly acts: SheetActs;
  readonly filterCount: number;
  readonly seqs: readonly number[] | undefined;
  readonly hasForm: boolean;
  readonly hasRemoved: boolean;
  readonly upToHere: number;
  readonly onRow: (row: LedgerRow) => void;
};

/** Above the sheet: what it is kept for, and everything the keys do, for the mouse. */
export function SheetTools(props: Props): ReactNode {
  const { ledger, kept, acts, filterCount, seqs, hasForm, hasRemoved, upToHere, onRow } = props;
  const hasPersons = ledger.columns.some(({ personal }) => personal !== "none");
  return (
    <div className="ledger-tools">
      <div className="row wrap">
        <span className="quiet figures">{seqs === undefined ? "" : ledgerText.total(seqs.length)}</span>
        <span className="grow tone-look small">{ledgerText.notOpen[ledger.state]}</span>
        {hasPersons && <PersonLookup ledger={ledger} onRow={onRow} />}
        <Button onClick={acts.find}>{ledgerText.find}</Button>
        <Button onClick={acts.filter} type={filterCount > 0 ? "primary" : "default"} ghost={filterCount > 0}>
          {filterCount > 0 ? ledgerText.filterOn(filterCount) : ledgerText.filter}
        </Button>
        <LayoutMenu columns={ledger.columns} kept={kept} upToHere={upToHere} />
        <RowsOut ledger={ledger} seqs={hasRemoved ? [] : seqs} isNarrowed={filterCount > 0} />
        <Button aria-pressed={hasForm} onClick={acts.form}>
          {ledgerText.form}
        </Button>
        <Button disabled={ledger.state !== "open"} onClick={acts.removeRows}>
          {hasRemoved ? ledgerText.restore : ledgerText.remove}
        </Button>
        <Button type="primary" disabled={ledger.state !== "open"} onClick={acts.newRow}>
          {ledgerText.addRow}
        </Button>
      </div>
      <LedgerFacts ledger={ledger} />
    </div>
  );
}
