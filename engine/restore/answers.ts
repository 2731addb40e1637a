// 恢复: the answers of this room. All are doors: the archive they speak of may be broken, or not there.
import type { NameOf } from "#contract/contract";
import type { DoorHandler } from "#engine/handler";
import { checkRestore } from "./check-restore.ts";
import { findBackups } from "./find-backups.ts";

export const restoreDoors = {
  "restore.find": (_house, input) => findBackups(input),
  "restore.check": checkRestore,
} satisfies { [N in NameOf<"door">]?: DoorHandler<N> };
