// An archive with residents for the tests of this room; clock and days held still.
import type { Asked, Output } from "#contract/contract";
import type { TestArchive } from "#test/support/archive";
import { freshArchive } from "#test/support/archive";

/** A day in the middle of a year, so that no clock decides a test. */
export const today = "2026-05-20";

/** Right by GB 11643-1999; made up: the region code does not exist. */
export const numbers = {
  one: "999901199001011231",
  other: "999901198507152349",
  child: "999901201503030019",
} as const;

/** The check character of seventeen digits. */
export function withCheck(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + ("10X98765432"[sum % 11] ?? "");
}

export type ResidentArchive = TestArchive & {
  /** Moves the clock on. */
  pass(minutes: number): void;
  add(given: Asked<"resident.add">): Promise<Output<"resident.add">>;
};

export async function residentArchive(): Promise<ResidentArchive> {
  let now = Date.parse(`${today}T02:00:00.000Z`);
  const archive = await freshArchive({
    clock: { now: () => new Date(now).toISOString(), monotonicMs: () => 0 },
  });
  return {
    ...archive,
    pass: (minutes) => void (now += minutes * 60_000),
    add: (given) => archive.engine.ask("resident.add", given),
  };
}
