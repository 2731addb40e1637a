// An archive in the middle of May 2026 with the shipped duties taken and ledgers made of the shipped templates.
import type { Asked, Output } from "#contract/contract";
import { archivalDate } from "#contract/archival-date";
import type { DutyLine } from "#contract/duty";
import { assessmentQuestion } from "#contract/impact-assessment";
import { ledgerCode, type Ledger } from "#contract/ledger";
import type { LedgerRow } from "#contract/ledger-row";
import { freshArchive, type TestArchive } from "./archive.ts";

export type DutyDesk = TestArchive & {
  /** Moves the clock to noon of a day. */
  setDay(day: string): void;
  /** Makes and opens a ledger of a shipped template. */
  open(code: string): Promise<Ledger>;
  write(ledger: Ledger, ...rows: readonly Readonly<Record<string, string>>[]): Promise<readonly LedgerRow[]>;
  line(code: string, year?: number): Promise<DutyLine>;
};

export async function dutyDesk(): Promise<DutyDesk> {
  let now = Date.parse("2026-05-20T04:00:00.000Z");
  const archive = await freshArchive({ clock: { now: () => new Date(now).toISOString(), monotonicMs: () => 0 } });
  const { engine, fondsId } = archive;
  const templates: Output<"ledger.templates"> = await engine.ask("ledger.templates", { fondsId });
  await engine.ask("duty.take", { fondsId, beginsOn: archivalDate.parse("2026-01-01") as never });
  return {
    ...archive,
    setDay: (day) => void (now = Date.parse(`${day}T04:00:00.000Z`)),
    async open(code) {
      const template = templates.find((each) => each.template.code === ledgerCode.parse(code))?.template;
      if (!template) throw new Error(`${code} is shipped`);
      const made = await engine.ask("ledger.make", { fondsId, origin: "shipped", template });
      if (made.columns.some(({ personal }) => personal === "sensitive"))
        await engine.ask("impact-assessment.keep", {
          ...{ ledgerId: made.id, assessedOn: archivalDate.parse("2026-01-05"), assessorPost: "档案员" },
          conclusion: "may-open",
          answers: Object.fromEntries(
            assessmentQuestion.options.map((question) => [question, "已核对，符合要求"]),
          ) as Asked<"impact-assessment.keep">["answers"],
        });
      const { revision } = await engine.ask("ledger.read", { id: made.id });
      return engine.ask("ledger.open", { id: made.id, revision });
    },
    async write(ledger, ...rows) {
      const written = await engine.ask("ledger.write-rows", {
        ...{ ledgerId: ledger.id, kind: "paste" },
        rows: rows.map((cells) => ({ cells: cells as LedgerRow["cells"] })),
      });
      return written.rows;
    },
    async line(code, year = 2026) {
      const { lines } = await engine.ask("duty.calendar", { fondsId, year });
      const found = lines.find(({ duty }) => duty.code === code);
      if (!found) throw new Error(`${code} is in the calendar`);
      return found;
    },
  };
}
