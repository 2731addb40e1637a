// 清除登记 — on which media a granted deletion has taken effect, and which are still out of reach (personal-data P14).
import { z } from "zod";
import { keepers, read, task, write } from "./procedure.ts";

/** cleared: written anew without it; waiting: not at hand; destroyed: somebody signed that the medium is gone. */
export const erasureMediumState = z.enum(["cleared", "waiting", "destroyed"]);
export type ErasureMediumState = z.infer<typeof erasureMediumState>;
export const erasureMediumStateLabel: Record<ErasureMediumState, string> = {
  cleared: "已失效",
  waiting: "尚未失效，介质不在手边",
  destroyed: "介质已销毁，已签字",
};

export const erasureMedium = z
  .object({
    /** "archive", "safe-copies", or the folder of a backup. */
    place: z.string(),
    state: erasureMediumState,
    at: z.string(),
    signedBy: z.string(),
  })
  .readonly();
export type ErasureMedium = z.infer<typeof erasureMedium>;

/** One granted deletion: no name, only the number of its request. */
export const erasure = z
  .object({
    requestId: z.string(),
    requestNumber: z.string(),
    at: z.string(),
    keyCount: z.number().int(),
    media: z.array(erasureMedium).readonly(),
  })
  .readonly();
export type Erasure = z.infer<typeof erasure>;

export const erasureProcedures = {
  /** Newest first. */
  "erasure.list": read({ roles: keepers, input: z.object({}), output: z.array(erasure).readonly() }),
  /** Tries the media that were out of reach again; `folder` says where a backup is plugged in now. */
  "erasure.clear": task({
    roles: keepers,
    input: z.object({ place: z.string().min(1).max(1000), folder: z.string().min(1).max(1000) }),
    output: z.array(erasure).readonly(),
    refusals: ["erasure-not-found", "erasure-not-this-backup", "target-not-writable", "disk-full"],
  }),
  /** Somebody signs that a medium was destroyed. */
  "erasure.sign": write({
    roles: keepers,
    input: z.object({ place: z.string().min(1).max(1000), signedBy: z.string().trim().min(1).max(60) }),
    output: z.array(erasure).readonly(),
    refusals: ["erasure-not-found"],
  }),
};
