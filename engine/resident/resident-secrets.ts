// ID number and account of a resident, sealed under her own key; the keyed digest beside them finds one number twice (P7).
import { z } from "zod";
import { Refusal } from "#contract/refusal";
import type { ResidentSecret } from "#contract/resident";
import type { ReadDb } from "#db/open";
import type { ResidentRecord } from "#db/resident";
import { isIdNumber } from "#engine/reading/judge-personal";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openRecord, personalDigest, recordKeyOf, sealRecord } from "#engine/vault/seal-record";

const residentSecrets = z.object({ idNumber: z.string().optional(), account: z.string().optional() });
export type ResidentSecrets = { readonly [S in ResidentSecret]?: string | undefined };

const use = "resident secrets";

/** The sealed values of a record; none of one that has none. For the engine's own use: a person gets them by resident.reveal. */
export function openSecrets(
  db: ReadDb,
  archive: OpenArchive,
  record: Pick<ResidentRecord, "id" | "sealed">,
): ResidentSecrets {
  if (!record.sealed) return {};
  return residentSecrets.parse(openRecord(recordKeyOf(db, archive, record.id), use, record.sealed));
}

/** Columns of a record that keep these values; blank ones are not kept. */
export function sealSecrets(
  archive: OpenArchive,
  key: Buffer,
  { idNumber = "", account = "" }: ResidentSecrets,
): Pick<ResidentRecord, "sealed" | "masked" | "idNumberDigest"> {
  const kept = { ...(idNumber && { idNumber }), ...(account && { account }) };
  const masked = (["idNumber", "account"] as const).filter((each) => kept[each] !== undefined);
  return {
    sealed: masked.length > 0 ? sealRecord(key, use, kept) : null,
    masked,
    idNumberDigest: idNumber === "" ? "" : idNumberDigest(archive, idNumber),
  };
}

/** An ID number as it is kept and compared: full-width digits and blanks put right, X large. */
export const plainIdNumber = (typed: string): string => typed.normalize("NFKC").replace(/\s/g, "").toUpperCase();

/** Finds the same number twice; nothing can be read out of it. */
export const idNumberDigest = (archive: OpenArchive, idNumber: string): string =>
  personalDigest(archive, "id number", plainIdNumber(idNumber));

/**
 * ID number and account as they are kept, every digit as typed. Refuses resident-id-number-wrong: 18 characters whose check
 * character is wrong (GB 11643-1999), or digits of another length than 15; a document of another kind keeps its letters.
 * Refuses resident-account-wrong.
 */
export function checkSecrets({ idNumber, account }: ResidentSecrets): ResidentSecrets {
  const number = idNumber === undefined ? undefined : plainIdNumber(idNumber);
  if (number && /^\d+X?$/.test(number) && number.length !== 15 && !isIdNumber(number))
    throw new Refusal("resident-id-number-wrong");
  if (number && !/^[0-9A-Z()-]+$/.test(number)) throw new Refusal("resident-id-number-wrong");
  const plain = account?.normalize("NFKC").replace(/\s/g, "");
  if (plain && !/^[0-9A-Za-z-]{6,40}$/.test(plain)) throw new Refusal("resident-account-wrong");
  return { idNumber: number, account: plain };
}

/** The birth date in an ID number; "" when it has none. */
export function bornOnOf(idNumber: string): string {
  const [, year = "", month = "", day = ""] = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(idNumber) ?? [];
  return year && `${year}-${month}-${day}`;
}
