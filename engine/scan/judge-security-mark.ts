// 密级 as typed: blank or 内部 may be kept; a state secret may not come near this machine (personal-data P15).
import type { SecurityLevel } from "#contract/access";
import { Refusal } from "#contract/refusal";

const secretWords = ["绝密", "机密", "秘密"];

/** Whether a typed mark names a state secret, whatever its width, spacing or term (「机 密★10年」). */
export function isStateSecret(mark: string): boolean {
  const plain = mark.normalize("NFKC").replace(/[\s\p{P}\p{Cf}]/gu, "");
  return secretWords.some((word) => plain.includes(word));
}

/** The level a typed mark stands for. Refuses state-secret; anything else that is not blank or 内部 is input-invalid. */
export function judgeSecurityMark(mark: string): SecurityLevel {
  if (isStateSecret(mark)) throw new Refusal("state-secret");
  const plain = mark.normalize("NFKC").replace(/\s/g, "");
  if (plain === "" || plain === "内部") return plain;
  throw new Refusal("input-invalid", { where: "密级只填空白或「内部」" });
}
