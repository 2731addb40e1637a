import { Refusal } from "#contract/refusal";
import { FileFailure } from "./digest-pool.ts";

/** Turns what the system says about the target disk into the refusal a person can act on; anything else is a fault. */
export function refuseTargetError(error: unknown, name: string): unknown {
  const code = error instanceof FileFailure ? error.code : (error as NodeJS.ErrnoException | null)?.code;
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return new Refusal("disk-full");
    case "EFBIG":
      return new Refusal("target-file-limit", { name });
    case "EROFS":
    case "EACCES":
    case "EPERM":
    case "ENOTDIR":
    case "EINVAL":
    case "ENAMETOOLONG":
      return new Refusal("target-not-writable");
    case "EIO":
    case "ENODEV":
    case "ENXIO":
    case "ESTALE":
    case "ENOENT":
    case "EBUSY":
      return new Refusal("target-lost");
    default:
      return error;
  }
}
