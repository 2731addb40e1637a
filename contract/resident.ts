// 居民 and 户 — what is needed to fill a form, entered once. No way leads from a person back to rows but her own request (P4, P9).
import { z } from "zod";
import { archivalDate } from "./archival-date.ts";

export const residentId = z.string().min(1).max(64).brand<"ResidentId">();
export type ResidentId = z.infer<typeof residentId>;
export const householdId = z.string().min(1).max(64).brand<"HouseholdId">();
export type HouseholdId = z.infer<typeof householdId>;

export const sex = z.enum(["", "男", "女"]);

/** Sealed fields of a resident: shown as ●●●● until revealed with a reason (P7). */
export const residentSecret = z.enum(["idNumber", "account"]);
export type ResidentSecret = z.infer<typeof residentSecret>;

export const household = z
  .object({
    id: householdId,
    /** 户号, as the office numbers its households. */
    number: z.string().max(40),
    address: z.string().max(200),
    grid: z.string().max(60),
    revision: z.number().int(),
  })
  .readonly();
export type Household = z.infer<typeof household>;

export const resident = z
  .object({
    id: residentId,
    name: z.string().min(1).max(80),
    sex,
    bornOn: archivalDate,
    phone: z.string().max(40),
    household: household.nullable(),
    masked: z.array(residentSecret).readonly(),
    revision: z.number().int(),
    isRestricted: z.boolean(),
  })
  .readonly();
export type Resident = z.infer<typeof resident>;
