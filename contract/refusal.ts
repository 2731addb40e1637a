// What the engine may say no to: a closed list. A refusal is expected and a person can act on it;
// anything else that is thrown is a fault.
import { z } from "zod";

export const refusalCode = z.enum([
  // the archive and its doors
  "archive-damaged",
  "archive-exists",
  "archive-from-the-future",
  "archive-in-use",
  "archive-locked",
  "archive-missing",
  "archive-not-encrypted",
  "passphrase-too-short",
  "passphrase-wait",
  "passphrase-wrong",
  "recovery-group-wrong",
  "recovery-wrong",
  "role-missing",
  "engine-restarted",
  "task-cancelled",
  "input-invalid",
  "procedure-unknown",
  "command-unknown",
  "undo-nothing",
  "undo-stale",
  // disk and target
  "disk-full",
  "target-exists",
  "target-not-writable",
  "target-lost",
  "target-file-limit",
  "source-missing",
  "source-unreadable",
  "source-changed",
  // intake
  "duplicate-file",
  "file-empty",
  "file-too-large",
  "format-unsupported",
  "format-mismatch",
  "image-damaged",
  "image-too-large",
  "page-limit",
  "pdf-damaged",
  "pdf-no-pages",
  "pdf-password",
  "name-unsafe",
  "link-refused",
  "not-a-file",
  "helper-limit",
  "name-too-long",
  "program-refused",
  "nesting-too-deep",
  // ZIP and tables
  "zip-damaged",
  "zip-empty",
  "zip-encrypted",
  "zip-inconsistent",
  "zip-limit",
  "zip-link",
  "zip-method",
  "zip-names-collide",
  "zip-nested",
  "zip-path-unsafe",
  "table-damaged",
  "table-doctype",
  "table-empty",
  "table-limit",
  "table-password",
  "text-encoding",
  "state-secret",
  // registers
  "register-entry-not-found",
  "register-entry-changed",
  "register-entry-not-last",
  "register-entry-filed",
  "register-year-fixed",
  "register-reason-missing",
  "register-nothing-to-do",
  // items and filing
  "item-not-found",
  "item-filed",
  "item-changed-meanwhile",
  "item-without-pages",
  "page-not-found",
  "page-in-use",
  "fonds-not-found",
  "fonds-code-taken",
  "fonds-has-filed-items",
  "matter-not-found",
  "matter-code-taken",
  "filing-preview-stale",
  "filing-not-ready",
  "archival-code-taken",
  "archival-code-template-invalid",
  // catalogue and print
  "glyph-missing",
  "catalogue-empty",
  "row-too-tall",
  "conservation-broken",
  "print-failed",
  "print-cancelled",
  // package
  "package-empty",
  "package-invalid",
  "package-not-found",
  "package-name-unsafe",
  "package-item-without-files",
  "package-restricted-item",
  "package-source-damaged",
  // backup
  "backup-folder-inside-archive",
]);
export type RefusalCode = z.infer<typeof refusalCode>;

/** Values a refusal's sentence may name: file names, counts, group numbers. Never a resident's data, never a passphrase. */
export type RefusalDetails = Readonly<Record<string, string | number>>;

/** An expected "no": thrown inside the engine, caught only at the one door, shown as one Chinese sentence. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.details = details;
  }
}
