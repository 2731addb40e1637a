// Looks for devices of every kind at once; one kind that fails keeps no other from being listed.
import type { Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import type { ScanSource } from "./scan-source.ts";

/** Refuses task-cancelled. */
export async function listDevices({ scanners }: House, job: Job): Promise<Output<"device.list">> {
  job.progress("寻找扫描仪", 0, scanners.length, "file");
  let done = 0;
  const found = await Promise.all(
    scanners.map(async (source) => {
      const answer = await source.list(job.signal);
      job.progress("寻找扫描仪", ++done, scanners.length, "file");
      return answer;
    }),
  );
  return { devices: found.flatMap(({ devices }) => devices), notes: found.flatMap(({ notes }) => notes) };
}

/** The source a device belongs to. Refuses scanner-not-found. */
export function sourceOfDevice({ scanners }: House, deviceId: string): ScanSource {
  const source = scanners.find(({ kind }) => deviceId.startsWith(`${kind}:`));
  if (!source) throw new Refusal("scanner-not-found");
  return source;
}
