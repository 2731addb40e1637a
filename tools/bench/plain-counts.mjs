import Database from "better-sqlite3";

const columns = "fonds_id, category, year, retention, matter_id, state, page_count, image_count";

/**
 * The same items in a plain database, with the index a careful program would give them, for counting.
 * @param {Database.Database} from
 * @param {string} file
 * @returns {{ all: string; year: string; count: (sql: string) => unknown[]; close: () => void }} statements, and who runs them
 */
export function plainDatabaseOf(from, file) {
  const plain = new Database(file);
  plain.exec(`CREATE TABLE item (${columns})`);
  const insert = plain.prepare(`INSERT INTO item VALUES (${columns.split(", ").fill("?").join(", ")})`);
  plain.transaction(() => {
    for (const values of from.prepare(`SELECT ${columns} FROM item`).raw().iterate()) insert.run(values);
  })();
  plain.exec("CREATE INDEX item_class ON item (fonds_id, category, year, state, retention, matter_id)");
  const grouped = (where = "") =>
    `SELECT category, year, retention, matter_id, state, count(*), sum(page_count), sum(image_count) FROM item ${where}
     GROUP BY category, year, retention, matter_id, state`;
  return {
    all: grouped(),
    year: grouped("WHERE year = 2015"),
    /** @param {string} sql */
    count: (sql) => plain.prepare(sql).all(),
    close: () => void plain.close(),
  };
}
