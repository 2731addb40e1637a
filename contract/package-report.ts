// What a check of a package may find: a closed list, each code with its weight and one Chinese sentence.
import { z } from "zod";

export const packageProblemCode = z.enum([
  // structure of the bag (RFC 8493, 2)
  "bagit-txt-missing",
  "bagit-txt-invalid",
  "bag-version-unsupported",
  "encoding-unsupported",
  "encoding-unusual",
  "data-missing",
  "manifest-missing",
  "manifest-line-invalid",
  "manifest-line-unusual",
  "manifests-differ",
  "algorithm-unsupported",
  "algorithm-weak",
  "path-unsafe",
  "path-misplaced",
  "path-listed-twice",
  "link-inside",
  "not-a-file",
  "name-unreadable",
  "names-collide",
  "name-normalised",
  "system-file",
  "folder-empty",
  "bag-too-large",
  "fetch-incomplete",
  "fetch-present",
  "fetch-line-invalid",
  // counts and completeness both ways
  "oxum-mismatch",
  "file-missing",
  "payload-unlisted",
  "tag-file-unlisted",
  // digests
  "file-unreadable",
  "checksum-mismatch",
  "manifest-entry-wrong",
  // canonical form of our own packages
  "own-file-extra",
  "own-not-canonical",
  // the transfer tree inside (DA/T 93-2022, annex B, 待核对)
  "description-missing",
  "description-line-missing",
  "description-line-wanted",
  "catalogue-missing",
  "catalogue-element-missing",
  "xml-doctype",
  "xml-broken",
  "xml-too-large",
  "text-encoding-wrong",
  "item-count-mismatch",
  "page-count-missing",
  "page-sum-mismatch",
  "code-range-mismatch",
  "order-number-wrong",
  "archival-code-twice",
  "item-folder-missing",
  "item-folder-twice",
  "item-folder-unlisted",
  "item-metadata-missing",
  "item-content-missing",
  "metadata-mismatch",
  "metadata-digest-mismatch",
  "metadata-file-unlisted",
]);
export type PackageProblemCode = z.infer<typeof packageProblemCode>;

export const packageProblem = z
  .object({ code: packageProblemCode, file: z.string(), message: z.string().min(1) })
  .readonly();
/** One finding: which file (path with `/` inside the package, "" for the package as a whole) and what to do about it. */
export type PackageProblem = z.infer<typeof packageProblem>;

export const packageVerdict = z.enum(["valid", "warning", "invalid"]);
export type PackageVerdict = z.infer<typeof packageVerdict>;

export const packageReport = z
  .object({
    verdict: packageVerdict,
    problems: z.array(packageProblem),
    /** Files whose bytes were really read and compared, and how many bytes that was. */
    filesRead: z.int().nonnegative(),
    bytesRead: z.int().nonnegative(),
    /** "1.0", "0.97" …; null when `bagit.txt` does not say or the folder is not a bag. */
    bagVersion: z.string().nullable(),
    /** First 32 hex digits of SHA-256 of `tagmanifest-sha256.txt`, in groups of four; null without that file. */
    fingerprint: z.string().nullable(),
  })
  .readonly();
export type PackageReport = z.infer<typeof packageReport>;
