// What the system says about disks and files, in the words of a refusal; anything else stays the fault it is.
import { Refusal } from "#contract/refusal";

const byCode: Record<string, "disk-full" | "target-not-writable"> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EFBIG: "disk-full",
  SQLITE_FULL: "disk-full",
  SQLITE_IOERR_WRITE: "disk-full",
  SQLITE_IOERR_SHMSIZE: "disk-full",
  EROFS: "target-not-writable",
  EACCES: "target-not-writable",
  EPERM: "target-not-writable",
  ENOTDIR: "target-not-writable",
  EIO: "target-not-writable",
  SQLITE_READONLY: "target-not-writable",
  SQLITE_CANTOPEN: "target-not-writable",
};

/** The refusal a failed write means, or the error itself when it means none. */
export function refusalOfIo(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== "string") return error;
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") return new Refusal("archive-damaged");
  const known = byCode[code];
  return known ? new Refusal(known) : error;
}
