import { documentRetentions, type Retention, retentionLabel, retentionRank } from "#contract/retention";
import { useRead } from "./use-read.ts";

/** More rows than any schedule has. */
const wholeSchedule = 1000;

/** Every term to choose from: those of 文书, those the schedule in force knows, and the one a record has already. */
export function useTerms(own: Retention | null): { readonly value: Retention; readonly label: string }[] {
  const versions = useRead("schedule.versions", {}).value ?? [];
  const current = versions.find(({ state }) => state === "in-force" || state === "starter");
  const rows = useRead("schedule.rows", current ? { versionId: current.id, limit: wholeSchedule } : null).value?.rows;
  const known = (rows ?? []).flatMap((row) => (row.retention && row.status !== "dropped" ? [row.retention] : []));
  return [...new Set<Retention>([...documentRetentions, ...known, ...(own ? [own] : [])])]
    .sort((one, other) => retentionRank(one) - retentionRank(other))
    .map((value) => ({ value, label: retentionLabel(value) }));
}
