import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { schemaText } from "#tools/schema";
import { projectFolder } from "./tree.ts";

describe("db/schema.sql", () => {
  const written = readFileSync(join(projectFolder, "db/schema.sql"), "utf8");

  it("is what the migrations make (else: npm run schema)", () => {
    expect(written).toBe(schemaText(projectFolder));
  });

  it("shows every table with its reasons, and none of the tables an index keeps for itself", () => {
    expect(written).toContain("-- 件 (DA/T 22-2015, 5.1).\nCREATE TABLE item (");
    expect(written).not.toContain("item_ft_data");
    // A column added later stands before the last bracket, on one line with it.
    expect(written.match(/^CREATE TABLE /gm)?.length).toBe(written.match(/\) STRICT(?:, WITHOUT ROWID)?;$/gm)?.length);
  });
});
