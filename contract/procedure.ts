// How a question to the engine is declared. A procedure without roles does not compile.
import type { z } from "zod";
import type { RefusalCode } from "./refusal.ts";

/** 档案员 · 负责人 · 检查员 · 维护人员 (package-and-trust B1, Roles). */
export const roleNames = ["clerk", "supervisor", "inspector", "maintainer"] as const;
export type Role = (typeof roleNames)[number];

/** "anyone" answers before somebody has unlocked an archive; a list names the roles that may call. */
export type Roles = "anyone" | readonly [Role, ...Role[]];

/** Who keeps the archive; who may look at what is filed as well; everybody with a slot. */
export const keepers = ["clerk", "supervisor"] as const satisfies Roles;
export const keepersAndInspector = [...keepers, "inspector"] as const satisfies Roles;
export const everybody = [...keepersAndInspector, "maintainer"] as const satisfies Roles;

/** Who may put the question: the window, or only the shell beside it (keys of one page image). */
export type Seat = "window" | "shell";

/**
 * read  – looks, cannot write (the handler gets a ReadDb)
 * write – one transaction, one journal entry
 * task  – takes time: reports progress, can be cancelled, writes in steps
 * door  – works on archives from outside: create, unlock, lock, check a package
 */
export type Kind = "read" | "write" | "task" | "door";

export type Procedure<K extends Kind = Kind, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly kind: K;
  readonly roles: Roles;
  readonly input: I;
  readonly output: O;
  readonly refusals: readonly RefusalCode[];
  readonly seat: Seat;
};

type Declaration<I extends z.ZodType, O extends z.ZodType> = {
  readonly roles: Roles;
  readonly input: I;
  readonly output: O;
  readonly refusals?: readonly RefusalCode[];
  readonly seat?: Seat;
};

function declare<K extends Kind, I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  given: Declaration<I, O>,
): Procedure<K, I, O> {
  return { kind, refusals: [], seat: "window", ...given };
}

/** A question that only looks. */
export const read = <I extends z.ZodType, O extends z.ZodType>(given: Declaration<I, O>): Procedure<"read", I, O> =>
  declare("read", given);
/** A change: one transaction with its journal entry. */
export const write = <I extends z.ZodType, O extends z.ZodType>(given: Declaration<I, O>): Procedure<"write", I, O> =>
  declare("write", given);
/** A long job with progress and cancel. */
export const task = <I extends z.ZodType, O extends z.ZodType>(given: Declaration<I, O>): Procedure<"task", I, O> =>
  declare("task", given);
/** A question about archives and files from outside an open archive; may be long. */
export const door = <I extends z.ZodType, O extends z.ZodType>(given: Declaration<I, O>): Procedure<"door", I, O> =>
  declare("door", given);
