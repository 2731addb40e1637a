// 监视文件夹 — where a scanner's own software puts its files; what settles there is taken in.
import { z } from "zod";
import { keepers, read, task } from "./procedure.ts";

/** What becomes of a file that was taken in; none is ever deleted. */
export const afterIntake = z.enum(["move", "leave"]);
export type AfterIntake = z.infer<typeof afterIntake>;

/** The subfolder that files are moved to. */
export const takenFolderName = "已录入";

export const watchedFolderSettings = z
  .object({ folder: z.string().max(1000), isOn: z.boolean(), afterIntake })
  .readonly();
export type WatchedFolderSettings = z.infer<typeof watchedFolderSettings>;

/** One file that was looked at since the archive was opened. */
export const watchedFile = z
  .object({
    name: z.string(),
    outcome: z.enum(["accept", "warn", "reject"]),
    code: z.string(),
    message: z.string(),
    at: z.iso.datetime(),
  })
  .readonly();
export type WatchedFile = z.infer<typeof watchedFile>;

export const watchedFolder = watchedFolderSettings
  .unwrap()
  .extend({
    state: z.enum(["off", "watching", "unreachable"]),
    /** Files that were there when watching began; the clerk says once whether they are taken in. */
    foundCount: z.number().int(),
    /** Pages taken in since the archive was opened. */
    pageCount: z.number().int(),
    /** The newest last, fifty at most. */
    files: z.array(watchedFile).readonly(),
  })
  .readonly();
export type WatchedFolder = z.infer<typeof watchedFolder>;

export const watchedFolderProcedures = {
  "watched-folder.show": read({ roles: keepers, input: z.object({}), output: watchedFolder }),
  "watched-folder.set": task({
    roles: keepers,
    input: watchedFolderSettings.unwrap(),
    output: watchedFolder,
    refusals: ["watched-folder-unreachable", "watched-folder-inside-archive"],
  }),
  /** Says what becomes of the files that were there before: taken in now, or left and not asked about again. */
  "watched-folder.decide": task({
    roles: keepers,
    input: z.object({ take: z.boolean() }),
    output: watchedFolder,
    refusals: ["watched-folder-unreachable", "disk-full"],
  }),
};
