// Designing ledgers in a fresh archive, as the clerk does it: made, designed, assessed, opened, written.
import { archivalDate } from "#contract/archival-date";
import type { Asked, Output } from "#contract/contract";
import { assessmentQuestion, type ImpactAssessment } from "#contract/impact-assessment";
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import { type Ledger, ledgerCode } from "#contract/ledger";
import { designOf } from "#engine/ledger/design-ledger";
import { freshArchive, type TestArchive } from "./archive.ts";
import { column } from "./ledger-archive.ts";

type Template = Asked<"ledger.make">["template"];

/** Columns that most designs of a test are made of. */
export const sampleColumns = {
  date: column({ key: "happenedOn", heading: "日期", kind: "date", part: "occurred", isRequired: true }),
  matter: column({ key: "matter", heading: "事项", kind: "text" }),
  idNumber: column({
    ...{ key: "idNumber", heading: "身份证号码", kind: "text", personal: "sensitive" },
    rules: { format: "idNumber" },
  }),
  price: column({ key: "price", heading: "单价", kind: "money" }),
  count: column({ key: "count", heading: "数量", kind: "number", rules: { decimals: 0 } }),
};

export const goodAnswers = Object.fromEntries(
  assessmentQuestion.options.map((each) => [each, "已核对，符合要求"]),
) as ImpactAssessment["answers"];

export type LedgerDesk = TestArchive & {
  make(columns: readonly LedgerColumn[], more?: Partial<Template>): Promise<Ledger>;
  design(
    ledger: Ledger,
    change: Partial<Omit<Asked<"ledger.design">["design"], "columns">> & { columns?: readonly LedgerColumn[] },
  ): Promise<Ledger>;
  open(ledger: Ledger): Promise<Ledger>;
  close(ledger: Ledger): Promise<Ledger>;
  assess(ledger: Ledger, more?: Partial<Asked<"impact-assessment.keep">>): Promise<ImpactAssessment>;
  write(ledger: Ledger, cells: Readonly<Record<string, string>>): Promise<Output<"ledger.write-rows">>;
  cellsOf(ledger: Ledger): Promise<Record<string, string>[]>;
  undo(): Promise<unknown>;
};

/** A fresh archive with what a test of designs does again and again. */
export async function ledgerDesk(): Promise<LedgerDesk> {
  const archive = await freshArchive();
  const { engine, fondsId } = archive;
  let made = 0;
  return {
    ...archive,
    make: (columns, more = {}) =>
      engine.ask("ledger.make", {
        ...{ fondsId, origin: "own" },
        template: {
          ...{ code: ledgerCode.parse(`own-${++made}`), name: `登记${made}`, purpose: "办理便民事项" },
          ...{ basis: "duty", basisWords: "履行法定职责", columns: [...columns], ...more },
        },
      }),
    design: (ledger, { columns = ledger.columns, ...change }) =>
      engine.ask("ledger.design", {
        ...{ id: ledger.id, revision: ledger.revision },
        design: { ...designOf(ledger), ...change, columns: [...columns] },
      }),
    open: ({ id, revision }) => engine.ask("ledger.open", { id, revision }),
    close: ({ id, revision }) => engine.ask("ledger.close", { id, revision }),
    assess: (ledger, more = {}) =>
      engine.ask("impact-assessment.keep", {
        ...{ ledgerId: ledger.id, assessedOn: archivalDate.parse("2024-01-05"), assessorPost: "档案员" },
        ...{ conclusion: "may-open", answers: goodAnswers, ...more },
      }),
    write: ({ id }, cells) =>
      engine.ask("ledger.write-rows", {
        ...{ ledgerId: id, kind: "paste" },
        rows: [{ cells: cells as Record<ColumnKey, string> }],
      }),
    cellsOf: async ({ id }) => {
      const { seqs } = await engine.ask("ledger.order", { ledgerId: id });
      return (await engine.ask("ledger.rows", { ledgerId: id, seqs: [...seqs] })).map(({ cells }) => cells);
    },
    undo: async () => engine.ask("undo.apply", { sequence: (await engine.ask("undo.next", {}))!.sequence }),
  };
}
