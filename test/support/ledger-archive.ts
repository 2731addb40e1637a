// A fresh archive with an open ledger that has a column of every kind, made, assessed and opened as the clerk does it.
import { archivalDate } from "#contract/archival-date";
import { columnKey, ledgerColumn, type ColumnKey, type LedgerColumn } from "#contract/ledger-column";
import { assessmentQuestion } from "#contract/impact-assessment";
import type { Asked } from "#contract/contract";
import { ledgerCode, type Ledger } from "#contract/ledger";
import type { LedgerRow } from "#contract/ledger-row";
import type { EngineOptions } from "#engine/engine";
import { freshArchive, type TestArchive } from "./archive.ts";
import type { z } from "zod";

/** Short for tests: columns as JSON would have them. */
export const column = (given: z.input<typeof ledgerColumn>): LedgerColumn => ledgerColumn.parse(given);
export const key = (name: string): ColumnKey => columnKey.parse(name);

/** 困难帮扶, with whatever a column can be. */
export const aidColumns: readonly LedgerColumn[] = [
  column({ key: "happenedOn", heading: "发生日期", kind: "date", part: "occurred", isRequired: true }),
  column({ key: "kind", heading: "类别", kind: "choice", part: "kind", rules: { choices: ["就业", "就学", "就医"] } }),
  column({ key: "name", heading: "姓名", kind: "text", personal: "personal" }),
  column({ key: "phone", heading: "电话", kind: "text", personal: "personal", rules: { format: "phone" } }),
  column({ key: "idNumber", heading: "身份证号", kind: "text", personal: "sensitive", rules: { format: "idNumber" } }),
  column({ key: "account", heading: "银行账号", kind: "text", personal: "sensitive", rules: { format: "account" } }),
  column({ key: "address", heading: "住址", kind: "address", personal: "personal" }),
  column({ key: "caseNumber", heading: "编号", kind: "text", rules: { format: "digits" } }),
  column({ key: "amount", heading: "金额", kind: "money" }),
  column({ key: "count", heading: "次数", kind: "number", rules: { decimals: 0, least: 0, most: 1000 } }),
  column({ key: "sum", heading: "合计", kind: "formula", rules: { formula: "amount*count", decimals: 2 } }),
  column({
    key: "needs",
    heading: "需求",
    kind: "tags",
    rules: { choices: ["低保", "助残", "助老"], isOpenChoice: true },
  }),
  column({ key: "isDone", heading: "办结", kind: "yesNo" }),
  column({ key: "matter", heading: "事项", kind: "text" }),
  column({ key: "note", heading: "备注", kind: "longText" }),
];

export type LedgerArchive = TestArchive & {
  readonly ledger: Ledger;
  /** Writes rows as they are typed and returns them. */
  write(
    rows: Asked<"ledger.write-rows">["rows"],
    kind?: Asked<"ledger.write-rows">["kind"],
  ): Promise<readonly LedgerRow[]>;
  /** All standing rows as they were entered. */
  rows(): Promise<readonly LedgerRow[]>;
};

/** Makes and opens a ledger of these columns. */
export async function openLedgerOf(
  archive: TestArchive,
  columns: readonly LedgerColumn[],
  code = "aid",
  basis: Ledger["basis"] = "duty",
): Promise<Ledger> {
  const made = await archive.engine.ask("ledger.make", {
    fondsId: archive.fondsId,
    origin: "own",
    template: {
      ...{
        code: ledgerCode.parse(code),
        name: `困难帮扶${code}`,
        purpose: "办理困难帮扶",
        basis,
        columns: [...columns],
      },
      basisWords: basis === "none" ? "" : "《社会救助暂行办法》",
    },
  });
  if (columns.some(({ personal }) => personal === "sensitive"))
    await archive.engine.ask("impact-assessment.keep", {
      ...{
        ledgerId: made.id,
        assessedOn: archivalDate.parse("2024-01-05"),
        assessorPost: "档案员",
        conclusion: "may-open",
      },
      answers: Object.fromEntries(
        assessmentQuestion.options.map((question) => [question, "已核对，符合要求"]),
      ) as never,
    });
  const { revision } = await archive.engine.ask("ledger.read", { id: made.id });
  return archive.engine.ask("ledger.open", { id: made.id, revision });
}

/** Opens a fresh archive with the ledger of `aidColumns`. */
export async function ledgerArchive(options: EngineOptions = {}): Promise<LedgerArchive> {
  const archive = await freshArchive(options);
  const ledger = await openLedgerOf(archive, aidColumns);
  return {
    ...archive,
    ledger,
    async write(rows, kind = "paste") {
      return (await archive.engine.ask("ledger.write-rows", { ledgerId: ledger.id, kind, rows })).rows;
    },
    async rows() {
      const { seqs } = await archive.engine.ask("ledger.order", { ledgerId: ledger.id });
      const rows: LedgerRow[] = [];
      for (let at = 0; at < seqs.length; at += 500)
        rows.push(
          ...(await archive.engine.ask("ledger.rows", { ledgerId: ledger.id, seqs: seqs.slice(at, at + 500) })),
        );
      return rows;
    },
  };
}
