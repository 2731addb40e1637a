// 档案库 — the archive as a whole: create, unlock, lock, recover, close. One archive is one folder (名称.lindang/).
import { z } from "zod";
import { door, keepers, read, roleNames, task, write } from "./procedure.ts";

export const personId = z.string().min(1).brand<"PersonId">();
export type PersonId = z.infer<typeof personId>;

/** Rights beside the roles. party: sees items of 党务 matters. */
export const personRight = z.enum(["party"]);
export type PersonRight = z.infer<typeof personRight>;

/** 人员 — somebody who may unlock the archive; the label is the only personal word kept in clear (design: desk, Unlock). */
export const person = z
  .object({
    id: personId,
    name: z.string(),
    roles: z.array(z.enum(roleNames)).readonly(),
    rights: z.array(personRight).readonly(),
  })
  .readonly();
export type Person = z.infer<typeof person>;

/** Least length of a passphrase, in characters. */
export const passphraseLeast = 8;
const passphrase = z.string().min(1).max(1024);

/** The eight groups of a recovery sheet, six digits each (five random, one check digit). */
export const recoveryGroups = z
  .array(z.string().regex(/^\d{6}$/))
  .length(8)
  .readonly();

/** What the window needs to know of the open archive. */
export const session = z
  .object({
    archiveId: z.string(),
    name: z.string(),
    folder: z.string(),
    person,
    recoveryUnconfirmed: z.boolean(),
    unlockedAt: z.iso.datetime(),
    autoLockMinutes: z.number().int(),
    failedUnlocks: z.number().int(),
    sweptFiles: z.number().int(),
    /** 磁盘已满: opened, everything can be read; new papers are refused until there is room (F06). */
    isDiskFull: z.boolean(),
  })
  .readonly();
export type Session = z.infer<typeof session>;

/** What can be seen of an archive without its passphrase. */
export const archiveInspection = z
  .object({
    folder: z.string(),
    name: z.string(),
    labels: z.array(z.string()).readonly(),
    lastBackupDate: z.string().nullable(),
    waitSeconds: z.number().int(),
  })
  .readonly();
export type ArchiveInspection = z.infer<typeof archiveInspection>;

export const archiveProcedures = {
  "archive.create": door({
    roles: "anyone",
    input: z.object({
      folder: z.string().min(1),
      name: z.string().trim().min(1).max(60),
      label: z.string().trim().min(1).max(20).default("档案员"),
      personName: z.string().trim().max(40).default(""),
      passphrase,
      fonds: z
        .object({
          code: z.string().trim().max(20),
          name: z.string().trim().min(1).max(80),
          unit: z.string().trim().max(80),
        })
        .optional(),
    }),
    output: z.object({ session, recoveryGroups }),
    refusals: ["archive-exists", "passphrase-too-short", "target-not-writable", "disk-full"],
  }),
  "archive.inspect": door({
    roles: "anyone",
    input: z.object({ folder: z.string().min(1) }),
    output: archiveInspection,
    refusals: ["archive-missing", "archive-is-backup", "archive-not-encrypted", "archive-damaged"],
  }),
  "archive.unlock": door({
    roles: "anyone",
    input: z.object({ folder: z.string().min(1), label: z.string().optional(), passphrase }),
    output: session,
    refusals: [
      "archive-missing",
      "archive-in-use",
      "archive-is-backup",
      "archive-not-encrypted",
      "archive-damaged",
      "archive-from-the-future",
      "passphrase-wrong",
      "passphrase-wait",
    ],
  }),
  "archive.recover": door({
    roles: "anyone",
    input: z.object({ folder: z.string().min(1), groups: z.array(z.string()).length(8), newPassphrase: passphrase }),
    output: session,
    refusals: ["recovery-group-wrong", "recovery-wrong", "passphrase-wait", "passphrase-too-short", "archive-in-use"],
  }),
  "archive.session": door({ roles: "anyone", input: z.object({}), output: session.nullable() }),
  "archive.touch": door({ roles: "anyone", input: z.object({}), output: z.object({}) }),
  "archive.lock": door({ roles: "anyone", input: z.object({}), output: z.object({}) }),
  "archive.close": door({
    roles: "anyone",
    input: z.object({}),
    output: z.object({ backup: z.object({ folder: z.string(), files: z.number().int(), at: z.string() }).nullable() }),
    refusals: ["disk-full", "target-not-writable", "backup-of-another-archive"],
  }),
  "archive.change-passphrase": task({
    roles: keepers,
    input: z.object({ current: passphrase, next: passphrase }),
    output: z.object({}),
    refusals: ["passphrase-wrong", "passphrase-too-short", "passphrase-wait"],
  }),
  "recovery.confirm": task({
    roles: keepers,
    input: z.object({ groups: z.array(z.string()).length(8) }),
    output: z.object({}),
    refusals: ["recovery-group-wrong", "recovery-wrong"],
  }),
  "recovery.check-group": door({
    roles: "anyone",
    input: z.object({ place: z.number().int().min(1).max(8), group: z.string() }),
    output: z.object({ isRight: z.boolean() }),
  }),
  "recovery.renew": task({
    roles: keepers,
    input: z.object({ passphrase }),
    output: z.object({ recoveryGroups }),
    refusals: ["passphrase-wrong"],
  }),
  "recovery.save-sheet": task({
    roles: keepers,
    input: z.object({ groups: recoveryGroups, to: z.string().min(1) }),
    output: z.object({ path: z.string(), bytes: z.number().int() }),
    refusals: ["recovery-group-wrong", "target-exists", "target-not-writable", "disk-full"],
  }),
  "recovery.preview-sheet": task({
    roles: keepers,
    input: z.object({ groups: recoveryGroups }),
    output: z.object({ documentId: z.string(), pageCount: z.number().int() }),
  }),
  "person.list": read({
    roles: ["clerk", "supervisor", "maintainer"],
    input: z.object({}),
    output: z.array(person).readonly(),
  }),
  "person.rename": write({
    roles: ["supervisor"],
    input: z.object({ id: personId, name: z.string().trim().min(1).max(40) }),
    output: person,
  }),
  /** Lets somebody see 党务; only who has the right gives it. Takes effect when that person opens the archive again. */
  "person.grant-party-right": write({
    roles: ["supervisor"],
    input: z.object({ id: personId }),
    output: person,
    refusals: ["person-not-found", "party-right-missing"],
  }),
  "person.withdraw-party-right": write({
    roles: ["supervisor"],
    input: z.object({ id: personId }),
    output: person,
    refusals: ["person-not-found", "party-right-missing", "party-right-own"],
  }),
};
