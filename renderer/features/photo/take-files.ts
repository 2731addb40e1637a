// From files or the tray to members of a group: pictures for photos, recordings for audio and video.
import { recordedFormats } from "#contract/digital-file";
import type { Asked, Output } from "#contract/contract";
import { ask } from "#bridge/call";

type Members = Asked<"group.take">["members"];
const mostAtOnce = 500;

/** What of an intake belongs into a group of this 门类; the rest waits in the tray. */
export const membersOf = (outcomes: Output<"scan.accept">["outcomes"], isPhoto: boolean): Members =>
  outcomes.flatMap(({ pageIds, digitalFileId }): Members => {
    if (isPhoto) return pageIds.length > 0 ? [{ pageIds: [...pageIds] }] : [];
    return digitalFileId ? [{ fileIds: [digitalFileId] }] : [];
  });

/** What waits in the tray for a group of this 门类: a received picture with all its pages is one member. */
export async function waitingMembers(isPhoto: boolean): Promise<Members> {
  if (!isPhoto) {
    const { rows } = await ask("digital-file.tray", { limit: mostAtOnce });
    const recordings = rows.filter((row) => recordedFormats.some((format) => format === row.format));
    return recordings.map((row) => ({ fileIds: [row.id] }));
  }
  const { pages } = await ask("scan.tray", { limit: mostAtOnce });
  const byScan = new Map<string, (typeof pages)[number]["id"][]>();
  for (const page of pages) byScan.set(page.scanId, [...(byScan.get(page.scanId) ?? []), page.id]);
  return [...byScan.values()].map((pageIds) => ({ pageIds }));
}
