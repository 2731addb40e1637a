// npm run schema: writes db/schema.sql from the migrations, so that the whole store can be read in one file.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";

const HEADER = `-- The whole store in one file, for reading and for diffs. Written by \`npm run schema\` from db/migrations/;
-- not edited by hand, never run: an archive climbs the migrations one by one.
`;

/**
 * The schema as the migrations leave it, each object under the comment that introduces it there.
 * @param {string} root project folder
 * @returns {string}
 */
export function schemaText(root) {
  const folder = path.join(root, "db/migrations");
  const migrations = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
  const database = new Database(":memory:");
  try {
    // As when an archive climbs (db/migrate.ts).
    database.pragma("foreign_keys=OFF");
    for (const sql of migrations) database.exec(sql);
    // Tables that a full-text index keeps for itself are no part of what we decided.
    const objects = /** @type {{ name: string; sql: string }[]} */ (
      database
        .prepare(
          `SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT IN (
             SELECT shadow.name FROM pragma_table_list AS shadow WHERE shadow.type = 'shadow') ORDER BY rowid`,
        )
        .all()
    );
    const parts = objects.map(({ name, sql }) => `${commentOf(name, migrations)}${unquoted(sql)};\n`);
    return `${HEADER}-- Schema version ${migrations.length}.\n\n${parts.join("\n")}`;
  } finally {
    database.close();
  }
}

/** A table built anew and renamed keeps quotes round its name. @param {string} sql */
const unquoted = (sql) => sql.replace(/^CREATE TABLE "(\w+)"/, "CREATE TABLE $1").replace(/ ON "(\w+)"/, " ON $1");

/**
 * @param {string} name of a table, index or trigger
 * @param {readonly string[]} migrations
 * @returns {string} the comment lines right above the statement that made it last, "" when there are none
 */
function commentOf(name, migrations) {
  const made = new RegExp(
    String.raw`((?:^--.*\n)*)^(?:CREATE (?:(?:VIRTUAL )?TABLE|(?:UNIQUE )?INDEX|TRIGGER)|ALTER TABLE \w+ RENAME TO) ${name}\b`,
    "gm",
  );
  return [...migrations.join("\n").matchAll(made)].at(-1)?.[1] ?? "";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = path.resolve(import.meta.dirname, "..");
  writeFileSync(path.join(root, "db/schema.sql"), schemaText(root));
  console.log("db/schema.sql written");
}
