// 设置 — the office's own choices, kept inside the archive.
import { z } from "zod";
import { everybody, read, task, write } from "./procedure.ts";

export const settings = z
  .object({
    autoLockMinutes: z.number().int().min(1).max(120),
    /** 备份位置; blank when none is set. */
    backupFolder: z.string().max(1000),
  })
  .readonly();
export type Settings = z.infer<typeof settings>;

export const backupState = z
  .object({ folder: z.string(), lastAt: z.string().nullable(), files: z.number().int(), isReachable: z.boolean() })
  .readonly();

export const settingsProcedures = {
  "settings.read": read({
    roles: everybody,
    input: z.object({}),
    output: settings,
  }),
  "settings.revise": write({
    roles: ["clerk", "supervisor", "maintainer"],
    input: settings.unwrap().partial(),
    output: settings,
    refusals: ["backup-folder-inside-archive", "target-not-writable"],
  }),
  "backup.state": read({
    roles: ["clerk", "supervisor", "maintainer"],
    input: z.object({}),
    output: backupState,
  }),
  "backup.make": task({
    roles: ["clerk", "supervisor", "maintainer"],
    input: z.object({}),
    output: backupState,
    refusals: ["disk-full", "target-not-writable", "backup-of-another-archive"],
  }),
};
