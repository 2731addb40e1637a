// 查看 — a masked value is answered once, for a reason that is kept; the value itself is kept nowhere (personal-data P7).
import { z } from "zod";
import { columnKey } from "./ledger-column.ts";
import { ledgerRowId } from "./ledger-row.ts";
import { keepers, read, write } from "./procedure.ts";
import { residentId, residentSecret } from "./resident.ts";

export const revealReason = z.enum(["own-matter", "check-entry", "print-form", "asked-by-person", "other"]);
export type RevealReason = z.infer<typeof revealReason>;
export const revealReasonLabel: Record<RevealReason, string> = {
  "own-matter": "办理本人事项",
  "check-entry": "核对填报",
  "print-form": "打印申请表",
  "asked-by-person": "本人查询",
  other: "其他",
};

/** Looks of one person at the desk within so many minutes, after which the next is asked for again. */
export const revealPace = { looks: 5, minutes: 10 } as const;

const why = {
  reasonCode: revealReason,
  /** Needed for 其他; no names or numbers of persons. */
  reason: z.string().trim().max(100).default(""),
  /** Said again after several looks in a short time. */
  isSure: z.boolean().default(false),
};
const whyRefusals = ["reveal-reason-missing", "reveal-reason-personal", "reveal-pace", "value-not-kept"] as const;

/** One look: who, when, at which field of which record, why. */
export const reveal = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    personName: z.string(),
    of: z.enum(["resident", "row"]),
    /** Id of the record looked at; no name (P4). */
    subjectId: z.string(),
    ledgerName: z.string(),
    field: z.string(),
    reasonCode: revealReason,
    reason: z.string(),
  })
  .readonly();
export type Reveal = z.infer<typeof reveal>;

export const revealProcedures = {
  "resident.reveal": write({
    roles: keepers,
    input: z.object({ id: residentId, field: residentSecret, ...why }),
    output: z.object({ value: z.string() }),
    refusals: ["resident-not-found", "resident-restricted", ...whyRefusals],
  }),
  "ledger.reveal": write({
    roles: keepers,
    input: z.object({ rowId: ledgerRowId, column: columnKey, ...why }),
    output: z.object({ value: z.string() }),
    refusals: ["ledger-row-not-found", "resident-restricted", ...whyRefusals],
  }),
  /** The register of looks, newest first; never by the person looked at. */
  "reveal.list": read({
    roles: keepers,
    input: z.object({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ looks: z.array(reveal).readonly(), total: z.number().int() }),
  }),
};
