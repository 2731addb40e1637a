// 扫描方案: kept under a name, or removed; both with their way back.
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { scanProfileId, type ScanProfile } from "#contract/scan-profile";
import type { WriteDb } from "#db/open";
import { dropScanProfile, listScanProfiles, putScanProfile } from "#db/scan-profile";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";

/** Keeps a profile; a new one stands last. Refuses scan-profile-name-taken. */
export function keepScanProfile(db: WriteDb, input: Input<"scan-profile.keep">, desk: Desk): Written<ScanProfile> {
  const profiles = listScanProfiles(db);
  const before = profiles.find((profile) => profile.id === input.id);
  if (profiles.some((profile) => profile.name === input.name && profile.id !== input.id))
    throw new Refusal("scan-profile-name-taken", { name: input.name });
  const last = Math.max(0, ...profiles.map((profile) => profile.position));
  const profile: ScanProfile = {
    ...input,
    id: input.id ?? scanProfileId.parse(desk.makeId()),
    position: input.position ?? before?.position ?? last + 1,
  };
  putScanProfile(db, profile);
  return {
    output: profile,
    objectId: profile.id,
    before,
    after: profile,
    undo: before
      ? { name: "scan-profile.keep", input: before }
      : { name: "scan-profile.remove", input: { id: profile.id } },
    nouns: ["scan-profile"],
  };
}

/** Refuses scan-profile-not-found. */
export function removeScanProfile(db: WriteDb, { id }: Input<"scan-profile.remove">): Written<Record<string, never>> {
  const before = listScanProfiles(db).find((profile) => profile.id === id);
  if (!before) throw new Refusal("scan-profile-not-found");
  dropScanProfile(db, id);
  return {
    output: {},
    objectId: id,
    before,
    undo: { name: "scan-profile.keep", input: before },
    nouns: ["scan-profile"],
  };
}
