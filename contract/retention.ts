// 保管期限 — 永久 or a number of years (DA/T 22-2015, 5.4; DA/T 13-2022: Y, D + years).
import { z } from "zod";

export type Retention = "Y" | `D${number}`;
export const retention = z
  .string()
  .regex(/^(Y|D[1-9]\d?)$/)
  .pipe(z.custom<Retention>());

/** The three terms of 文书 (DA/T 22-2015, 5.4); other 门类 and the schedule know more. */
export const documentRetentions: readonly Retention[] = ["Y", "D30", "D10"];

/** Years of a term; undefined for 永久. */
export const retentionYears = (term: Retention): number | undefined =>
  term === "Y" ? undefined : Number(term.slice(1));

/** The words the form carries: 永久, 30年. */
export const retentionLabel = (term: Retention): string => (term === "Y" ? "永久" : `${term.slice(1)}年`);

/** For sorting: 永久 first, then the longer term before the shorter. */
export const retentionRank = (term: Retention): number => 100 - (retentionYears(term) ?? 100);
