// 移交数据包 — a BagIt bag around the DA/T 93-2022 tree (待核对), and its check.
import { z } from "zod";
import { categoryCode, fondsId } from "./fonds.ts";
import { packageReport } from "./package-report.ts";
import { door, keepers, read, task } from "./procedure.ts";

export const packageProcedures = {
  /** What a package of this year would hold, before it is written. */
  "package.preview": read({
    roles: keepers,
    input: z.object({ fondsId, category: categoryCode.default("WS"), year: z.number().int() }),
    output: z.object({
      packageId: z.string(),
      itemCount: z.number().int(),
      fileCount: z.number().int(),
      bytes: z.number().int(),
      /** Items left out because they hold personal information (P6, P12), and because they are paper alone. */
      restrictedCount: z.number().int(),
      paperCount: z.number().int(),
    }),
    refusals: ["package-empty", "fonds-not-found"],
  }),
  "package.write": task({
    roles: keepers,
    input: z.object({
      fondsId,
      category: categoryCode.default("WS"),
      year: z.number().int(),
      /** The folder in which the package folder is made. */
      into: z.string().min(1),
      packageId: z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9-]{2,39}$/)
        .optional(),
      baggingDate: z.iso.date().optional(),
      /** Journal head to state instead of today's, for byte-for-byte reproduction. */
      anchor: z.string().max(200).optional(),
    }),
    output: z.object({
      path: z.string(),
      packageId: z.string(),
      itemCount: z.number().int(),
      /** Items left out because they hold personal information (P6, P12), and because they are paper alone. */
      restrictedCount: z.number().int(),
      paperCount: z.number().int(),
      fileCount: z.number().int(),
      bytes: z.number().int(),
      fingerprint: z.string(),
      report: packageReport,
    }),
    refusals: [
      "package-empty",
      "package-name-unsafe",
      "package-source-damaged",
      "package-invalid",
      "target-exists",
      "target-not-writable",
      "target-lost",
      "target-file-limit",
      "disk-full",
      "source-changed",
      "task-cancelled",
    ],
  }),
  "package.verify": door({
    roles: "anyone",
    input: z.object({ path: z.string().min(1) }),
    output: packageReport,
    refusals: ["package-not-found", "helper-limit", "task-cancelled"],
  }),
};
