import type { ArchivalCodeStandard } from "#contract/fonds";

/** The two ways to join the same elements (DA/T 22-2015, 5.4; DA/T 13-2022); both 待核对. */
const joints: Record<ArchivalCodeStandard, string> = { "DA/T 22-2015": "-", "DA/T 13-2022": "·" };

/** A 档号 as it would look for the first item of a year: an element that is not set falls away with its separator. */
export function sampleCode(
  standard: ArchivalCodeStandard,
  { fondsCode, year, matterCode }: { fondsCode: string; year: number; matterCode: string },
): string {
  const joint = joints[standard];
  const inner = [`WS·${year}`, "Y", matterCode].filter((element) => element !== "").join(joint);
  return [fondsCode, inner, "0001"].filter((element) => element !== "").join("-");
}
