// The recovery sheet's digits: 40 random digits as 8 groups of 5, each with a check digit that also covers its place,
// so that a wrong or swapped group is named (package-and-trust B1: 48 printed, 132 bits).
import { randomInt } from "node:crypto";
import { Refusal } from "#contract/refusal";

const groupCount = 8;

/** Weighted sum over place and digits, modulo 11 folded into one digit by skipping groups that would need "10". */
function checkOf(place: number, digits: string): number {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at + 2), place * 7);
  return sum % 11;
}

/** Eight fresh groups of six digits. A group whose check would be ten is drawn again: 40 digits stay about 131 bits. */
export function makeRecoveryGroups(): string[] {
  return Array.from({ length: groupCount }, (_, at) => {
    for (;;) {
      const digits = String(randomInt(100_000)).padStart(5, "0");
      const check = checkOf(at + 1, digits);
      if (check < 10) return digits + String(check);
    }
  });
}

/** Whether a group of six digits is sound at its place (1 to 8). */
export function isRecoveryGroupRight(place: number, group: string): boolean {
  const digits = group.replace(/\D/g, "");
  return digits.length === 6 && checkOf(place, digits.slice(0, 5)) === Number(digits[5]);
}

/** The secret the groups stand for; refuses recovery-group-wrong naming the first group that is not sound. */
export function secretOfGroups(groups: readonly string[]): string {
  const clean = groups.map((group) => group.normalize("NFKC").replace(/\D/g, ""));
  clean.forEach((group, at) => {
    if (!isRecoveryGroupRight(at + 1, group)) throw new Refusal("recovery-group-wrong", { group: at + 1 });
  });
  if (clean.length !== groupCount) throw new Refusal("recovery-group-wrong", { group: clean.length + 1 });
  return clean.map((group) => group.slice(0, 5)).join("");
}
