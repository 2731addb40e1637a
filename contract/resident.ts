// 居民 and 户 — what is needed to fill a form, entered once. No way leads from a person back to rows but her own request (P4, P9).
import { z } from "zod";
import { archivalDate, unknownDate } from "./archival-date.ts";
import { keepers, read, write } from "./procedure.ts";

export const residentId = z.string().min(1).max(64).brand<"ResidentId">();
export type ResidentId = z.infer<typeof residentId>;
export const householdId = z.string().min(1).max(64).brand<"HouseholdId">();
export type HouseholdId = z.infer<typeof householdId>;

export const sex = z.enum(["", "男", "女"]);

/** Sealed fields of a resident: shown as ●●●● until revealed with a reason (P7). */
export const residentSecret = z.enum(["idNumber", "account"]);
export type ResidentSecret = z.infer<typeof residentSecret>;
export const residentSecretLabel: Record<ResidentSecret, string> = { idNumber: "身份证件号码", account: "银行账号" };

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

/** One line of a lookup: as much as tells two persons of one name apart. */
export const residentHit = z
  .object({
    id: residentId,
    name: z.string(),
    sex,
    bornOn: archivalDate,
    householdNumber: z.string(),
    address: z.string(),
    revision: z.number().int(),
    isRestricted: z.boolean(),
  })
  .readonly();
export type ResidentHit = z.infer<typeof residentHit>;

/** A record that may be of the same person; joined by the clerk's own decision only. */
export const samePerson = z
  .object({ hit: residentHit, because: z.enum(["same-id-number", "same-name-and-birth"]) })
  .readonly();
export type SamePerson = z.infer<typeof samePerson>;

/** A lookup answers this many at most; there is no next page (P5). */
export const mostHits = 20;

const residentFields = z.object({
  name: z.string().trim().min(1).max(80),
  sex: sex.default(""),
  bornOn: archivalDate.default(unknownDate),
  phone: z.string().trim().max(40).default(""),
  householdId: householdId.nullable().default(null),
});
export type ResidentFields = z.infer<typeof residentFields>;
const secret = z.string().trim().max(60);
const householdFields = z.object({
  number: z.string().trim().max(40),
  address: z.string().trim().max(200),
  grid: z.string().trim().max(60),
});

const touched = { id: residentId, revision: z.number().int() };
/** A way back: it is walked while the record is as that change left it. `left` and `sealed` come from the engine and hold no value. */
const wayBack = { id: residentId, left: z.string().max(64) };
const touchedHousehold = { id: householdId, revision: z.number().int() };
const changeRefusals = ["resident-not-found", "resident-changed", "resident-restricted"] as const;
const secretRefusals = ["resident-id-number-wrong", "resident-account-wrong", "household-not-found"] as const;

export const residentProcedures = {
  /**
   * At most 20 persons by name, pinyin, initials, a whole 户号, or a whole ID number (by its keyed digest, never by a part). At
   * least one Chinese character or two letters. The words are neither logged nor kept (P5).
   */
  "resident.lookup": read({
    roles: keepers,
    input: z.object({ words: z.string().max(80) }),
    output: z.array(residentHit).max(mostHits).readonly(),
    refusals: ["lookup-too-short"],
  }),
  /** One record; of one that was joined to another, that other. */
  "resident.read": read({
    roles: keepers,
    input: z.object({ id: residentId }),
    output: resident,
    refusals: ["resident-not-found"],
  }),
  "resident.add": write({
    roles: keepers,
    input: residentFields.extend({ idNumber: secret.default(""), account: secret.default("") }),
    output: resident,
    refusals: [...secretRefusals],
  }),
  /** Takes a record back that nothing hangs on yet; its key goes with it. */
  "resident.take-back": write({
    roles: keepers,
    input: z.object(wayBack),
    output: z.object({}),
    refusals: [...changeRefusals, "resident-in-use"],
  }),
  /** A secret left out stays as it is; "" takes it away. */
  "resident.describe": write({
    roles: keepers,
    input: residentFields.extend({ ...touched, idNumber: secret.optional(), account: secret.optional() }),
    output: resident,
    refusals: [...changeRefusals, ...secretRefusals],
  }),
  /** The way back of a change: a former state, sealed under the person's own key, as the engine kept it. */
  "resident.put-back": write({
    roles: keepers,
    input: z.object({ ...wayBack, sealed: z.string().max(8000) }),
    output: resident,
    refusals: [...changeRefusals, "input-invalid"],
  }),
  /** Records that may be of the same person: the same ID number, or the same name and whole birth date. A proposal, never an act. */
  "resident.same-person": read({
    roles: keepers,
    input: z.object({
      /** Of a record that is there; without it, of what was typed. */
      id: residentId.nullable().default(null),
      name: z.string().trim().max(80).default(""),
      bornOn: archivalDate.default(unknownDate),
      idNumber: secret.default(""),
    }),
    output: z.array(samePerson).max(mostHits).readonly(),
    refusals: ["resident-not-found"],
  }),
  /** 合并: both records keep their ids; what `into` lacks it takes over. */
  "resident.join": write({
    roles: keepers,
    input: z.object({ ...touched, into: residentId, intoRevision: z.number().int() }),
    output: resident,
    refusals: [...changeRefusals, "resident-join-itself", "resident-join-unlike"],
  }),
  /** The way back: the record stands by itself again, the other is as it was. */
  "resident.separate": write({
    roles: keepers,
    input: z.object({ ...wayBack, into: residentId, sealed: z.string().max(8000) }),
    output: resident,
    refusals: [...changeRefusals, "input-invalid"],
  }),
  /** At most 20 households by 户号 (its beginning, two characters or more) or words of the address; no person with them. */
  "household.lookup": read({
    roles: keepers,
    input: z.object({ words: z.string().max(80) }),
    output: z.array(household).max(mostHits).readonly(),
    refusals: ["lookup-too-short"],
  }),
  "household.add": write({
    roles: keepers,
    input: householdFields,
    output: household,
    refusals: ["household-blank", "household-number-taken", "field-refused"],
  }),
  "household.take-back": write({
    roles: keepers,
    input: z.object(touchedHousehold),
    output: z.object({}),
    refusals: ["household-not-found", "household-changed", "household-in-use"],
  }),
  "household.describe": write({
    roles: keepers,
    input: householdFields.extend(touchedHousehold),
    output: household,
    refusals: [
      "household-not-found",
      "household-changed",
      "household-blank",
      "household-number-taken",
      "field-refused",
    ],
  }),
};
