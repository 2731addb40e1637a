// The least a passphrase must be.
import { passphraseLeast } from "#contract/archive";
import { Refusal } from "#contract/refusal";

/** Refuses passphrase-too-short: fewer characters than the least, counted as a person counts them. */
export function refuseShortPassphrase(passphrase: string): void {
  if ([...passphrase].length < passphraseLeast) throw new Refusal("passphrase-too-short", { least: passphraseLeast });
}
