// The Library of Congress suite, when it lies beside the project: expected outcomes as its folders say, with two
// differences that are on purpose. Bags of 0.93 to 0.96 are refused as old; what is a warning there may be invalid here.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PackageVerdict } from "#contract/package-report";
import { verifyPackage } from "#engine/package/verify-package";

const suite = join(import.meta.dirname, "../../../../shared/data/bagit-conformance");
const names = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const bags = existsSync(suite)
  ? names(suite).flatMap((version) =>
      names(join(suite, version)).flatMap((kind) =>
        names(join(suite, version, kind)).map((name) => ({
          version,
          kind,
          name,
          path: join(suite, version, kind, name),
        })),
      ),
    )
  : [];

// Where "warning" may be either, this is what ours is, and why.
const warnings: Readonly<Record<string, PackageVerdict>> = {
  "duplicate-file-with-different-case": "invalid", // the second file is not there on a disk that knows case
  "made-with-md5sum-tools": "warning",
  "relative-path": "warning",
  "same-filename-listed-twice-with-different-normalization": "invalid", // declares version 0.96
  "same-filename-listed-twice-with-the-same-hash": "invalid", // twice is refused, whatever the digest
  "special-system-files": "invalid", // .DS_Store is listed and not there
};

if (bags.length === 0) console.log("skipped: bagit conformance (61 tests)");

describe.skipIf(bags.length === 0)("the conformance suite", () => {
  it("has all its sixty bags", () => expect(bags).toHaveLength(60));

  it.each(bags)("$version/$kind/$name comes out as expected", async ({ version, kind, name, path }) => {
    const report = await verifyPackage(path);
    const codes = report.problems.map(({ code }) => code);
    if (version < "v0.97") {
      expect(codes).toEqual(["bag-version-unsupported"]);
      expect(report.verdict).toBe("invalid");
    } else if (kind === "valid") {
      expect(report.verdict).not.toBe("invalid");
      // MD5 only, another encoding and the like are told, nothing else.
      const harmless = [
        "algorithm-weak",
        "encoding-unusual",
        "manifest-line-unusual",
        "fetch-present",
        "tag-file-unlisted",
      ];
      expect(codes.filter((code) => !harmless.includes(code))).toEqual([]);
    } else if (kind === "warning") expect(report.verdict).toBe(warnings[name]);
    else expect(report.verdict).toBe("invalid");
    if (name.startsWith("out-of-scope")) expect(codes).toContain("path-unsafe");
  });
});
