// 可读性检测 — sealed files opened and digested anew; the result is kept.
import { z } from "zod";
import { keepers, read, task, write } from "./procedure.ts";

const id = z.string().min(1);

export const readabilityTest = z
  .object({
    id,
    testedAt: z.string(),
    tester: z.string(),
    kind: z.enum(["full", "random"]),
    /** Files in the archive, files opened, their plain bytes. */
    fileTotal: z.number().int(),
    fileCount: z.number().int(),
    byteCount: z.number().int(),
    faultCount: z.number().int(),
    note: z.string(),
  })
  .readonly();
export type ReadabilityTest = z.infer<typeof readabilityTest>;

/** A file that did not come back as it went in. */
const fault = z
  .object({
    fileId: z.string(),
    archivalCode: z.string(),
    /** differs: other bytes. unreadable: the seal does not open. missing: no file. */
    result: z.enum(["differs", "unreadable", "missing"]),
  })
  .readonly();

export const readabilityTestProcedures = {
  "readability-test.list": read({ roles: keepers, input: z.object({}), output: z.array(readabilityTest).readonly() }),
  "readability-test.faults": read({
    roles: keepers,
    input: z.object({ id }),
    output: z.array(fault).readonly(),
    refusals: ["custody-record-missing"],
  }),
  /** Opens a random sample of sealed files, or all, and compares SHA-256 and SM3. Stopped half way nothing is kept. */
  "readability-test.run": task({
    roles: keepers,
    input: z.object({
      sample: z.number().int().min(1).max(1_000_000).optional(),
      tester: z.string().trim().min(1).max(40),
    }),
    output: readabilityTest,
    refusals: ["readability-nothing", "task-cancelled"],
  }),
  "readability-test.note": write({
    roles: keepers,
    input: z.object({ id, note: z.string().trim().max(1000) }),
    output: readabilityTest,
    refusals: ["custody-record-missing"],
  }),
};
